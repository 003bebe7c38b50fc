/** Rooms and tables of a session day, and when each table is in use. */
import { api, ask, type Schemas } from "../../../kit/api";

export type Room = Schemas["RoomPublic"];
export type Table = Schemas["TablePublic"];
export type TableSent = Schemas["TableUpdate"];

const ROOMS = "/api/events/{event_id}/rooms";
const ROOM = "/api/events/{event_id}/rooms/{room_id}";
const TABLES = "/api/events/{event_id}/tables";
const TABLE = "/api/events/{event_id}/tables/{table_id}";

/** Save a new room, or with an id another content of that one. */
export const saveRoom = (event_id: number, room_id: number | undefined, body: Schemas["RoomCreate"]) =>
  room_id === undefined
    ? ask(api.POST(ROOMS, { params: { path: { event_id } }, body }))
    : ask(api.PATCH(ROOM, { params: { path: { event_id, room_id } }, body }));

export const deleteRoom = (event_id: number, room_id: number) =>
  ask(api.DELETE(ROOM, { params: { path: { event_id, room_id } } }));

export const addTables = (event_id: number, body: Schemas["TableCreate"][]) =>
  ask(api.POST(TABLES, { params: { path: { event_id } }, body }));

export const updateTable = (event_id: number, table_id: number, body: TableSent) =>
  ask(api.PATCH(TABLE, { params: { path: { event_id, table_id } }, body }));

export const deleteTable = (event_id: number, table_id: number) =>
  ask(api.DELETE(TABLE, { params: { path: { event_id, table_id } } }));

export interface Hours {
  used_from: string | null;
  used_until: string | null;
  away: number[];
}

/** Save what a table is and when it is in use; with it, in one call, `others` get the same hours. */
export async function saveTable(event_id: number, table: Table, sent: TableSent, hours: Hours, others: Table[]) {
  const { away, ...used } = hours;
  await updateTable(event_id, table.id, { ...sent, ...used });
  if (!others.length && sameSlots(table.away, away)) return;
  const table_ids = [table, ...others].map((one) => one.id);
  await ask(api.PUT(`${TABLES}/hours`, { params: { path: { event_id } }, body: { table_ids, ...hours } }));
}

const sameSlots = (some: number[], others: number[]) =>
  some.length === others.length && some.every((slot) => others.includes(slot));
