/** What the board shows: meetings of one version in rows of tables, people or organisations. No rule is known here. */
import type { Schemas } from "../kit/api";

export type View = "tables" | "people" | "organisations";
export type Slot = Schemas["SlotPublic"] & { id: number };
type Placement = Schemas["PlacementPublic"];
type Entry = Schemas["EntryPublic"];

export interface Meeting {
  key: string;
  slotId: number;
  tableId: number;
  pinned: boolean;
  entry: Entry;
}

export interface Row {
  id: string;
  tableId: number | null;
  name: string;
  note: string;
  cells: Map<number, Meeting[]>;
}

export interface Target {
  slotId: number;
  tableId: number | null;
}

/** Entries know names and placements know ids; a cancelled meeting stands nowhere. */
export function meetingsOf(entries: Entry[], placements: Placement[]): Meeting[] {
  const placed = new Map(placements.map((placement) => [placement.key, placement]));
  return entries.flatMap((entry) => {
    const placement = placed.get(entry.key);
    if (!placement || placement.state === "cancelled") return [];
    return [{ key: entry.key, slotId: placement.slot_id, tableId: placement.table_id, pinned: placement.pinned, entry }];
  });
}

export function rowsOfTables(
  tables: Schemas["TablePublic"][],
  rooms: Schemas["RoomPublic"][],
  meetings: Meeting[],
  roomId: number | null,
): Row[] {
  const roomNames = new Map(rooms.map((room) => [room.id, room.name]));
  const rows = tables
    .filter((table) => roomId === null || table.room_id === roomId)
    .map((table) => emptyRow(`t${table.id}`, table.id, table.name, roomNames.get(table.room_id ?? 0) ?? ""));
  const byTable = new Map(rows.map((row) => [row.tableId, row]));
  for (const meeting of meetings) put(byTable.get(meeting.tableId), meeting);
  return rows;
}

export function rowsOfSides(meetings: Meeting[], view: "people" | "organisations", nameOf: SideName): Row[] {
  const rows = new Map<string, Row>();
  for (const meeting of meetings) {
    for (const side of [meeting.entry.need_side, meeting.entry.technology_side]) {
      const id = view === "people" ? `p${side.person_id}` : `o${side.organisation_id}`;
      const organisation = nameOf(side);
      const [name, note] = view === "people" ? [side.person, organisation] : [organisation, ""];
      if (!rows.has(id)) rows.set(id, emptyRow(id, null, name, note));
      put(rows.get(id), meeting);
    }
  }
  return [...rows.values()].sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
}

export type SideName = (side: Schemas["PartyPublic"]) => string;

/** A name without the legal form that it begins with, since in a narrow cell the form would be all that is seen. */
export function shortened(name: string, forms: [form: string, short: string][]): string {
  const [form, short] = forms.find(([start]) => name.startsWith(`${start} `)) ?? ["", ""];
  return `${short} ${name.slice(form.length).trim()}`.trim();
}

function emptyRow(id: string, tableId: number | null, name: string, note: string): Row {
  return { id, tableId, name, note, cells: new Map() };
}

function put(row: Row | undefined, meeting: Meeting): void {
  if (row) row.cells.set(meeting.slotId, [...(row.cells.get(meeting.slotId) ?? []), meeting]);
}

export interface Cell {
  row: number;
  column: number;
}

const STEPS: Record<string, Cell> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/** The cell an arrow key leads to; at the edge one stays. Null for other keys. */
export function stepTo(cell: Cell, key: string, rows: number, columns: number): Cell | null {
  const step = STEPS[key];
  if (!step) return null;
  return {
    row: Math.min(Math.max(cell.row + step.row, 0), rows - 1),
    column: Math.min(Math.max(cell.column + step.column, 0), columns - 1),
  };
}
