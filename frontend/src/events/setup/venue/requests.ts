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

const setAway = (event_id: number, table_id: number, away: number[]) =>
  ask(api.PUT(`${TABLE}/availability`, { params: { path: { event_id, table_id } }, body: { away } }));

export interface Hours {
  used_from: string | null;
  used_until: string | null;
  away: number[];
}

/** Save what a table is and when it is in use; `others` get the same hours, one after the other. */
export async function saveTable(eventId: number, table: Table, sent: TableSent, hours: Hours, others: Table[]) {
  const { away, ...used } = hours;
  await updateTable(eventId, table.id, { ...sent, ...used });
  if (!sameSlots(table.away, away)) await setAway(eventId, table.id, away);
  for (const one of others) {
    if (one.used_from !== used.used_from || one.used_until !== used.used_until) await updateTable(eventId, one.id, used);
    if (!sameSlots(one.away, away)) await setAway(eventId, one.id, away);
  }
}

const sameSlots = (some: number[], others: number[]) =>
  some.length === others.length && some.every((slot) => others.includes(slot));
