import { expect, test } from "vitest";
import { entry, placement } from "./board.examples";
import { meetingsOf, rowsOfSides, rowsOfTables, shortened, stepTo } from "./board";
import { byPerson } from "./PublishDialog";

const TABLES = [
  { id: 1, name: "A", room_id: 7 },
  { id: 2, name: "B", room_id: 8 },
].map((table) => ({ ...table, seats: 4, mode: "in_person" as const, video_link: null, used_from: null, used_until: null, away: [] }));
const ROOMS = [
  { id: 7, name: "Hall", note: "" },
  { id: 8, name: "Cellar", note: "" },
];

test("a cancelled meeting stands nowhere", () => {
  const found = meetingsOf([entry("a"), entry("b")], [placement("a"), placement("b", { state: "cancelled" })]);

  expect(found.map((meeting) => meeting.key)).toEqual(["a"]);
});

test("tables of one room have their meetings in their slots", () => {
  const meetings = meetingsOf([entry("a"), entry("b")], [placement("a", { table_id: 1 }), placement("b", { table_id: 2 })]);

  const rows = rowsOfTables(TABLES, ROOMS, meetings, 8);

  expect(rows.map((row) => [row.name, row.note, row.cells.get(5)?.map((meeting) => meeting.key)])).toEqual([
    ["B", "Cellar", ["b"]],
  ]);
});

test("a meeting stands in the rows of both its people", () => {
  const meetings = meetingsOf([entry("a")], [placement("a")]);

  const rows = rowsOfSides(meetings, "people", (side) => side.organisation_en);

  expect(rows.map((row) => [row.name, row.note])).toEqual([
    ["An", "Firm"],
    ["Binh", "Institute"],
  ]);
});

test("arrows stop at the edge, other keys lead nowhere", () => {
  expect(stepTo({ row: 0, column: 1 }, "ArrowUp", 3, 3)).toEqual({ row: 0, column: 1 });
  expect(stepTo({ row: 0, column: 1 }, "ArrowRight", 3, 3)).toEqual({ row: 0, column: 2 });
  expect(stepTo({ row: 0, column: 1 }, "x", 3, 3)).toBe(null);
});

test("a change is told to everybody who came before or comes now, once", () => {
  const seat = { slot_id: 5, table_id: 1, need_person_id: 1, technology_person_id: 2, interpreter_id: null, expert_id: null };
  const moved = { key: "a", kind: "moved" as const, what: [], before: seat, after: { ...seat, technology_person_id: 3 } };

  const told = byPerson([moved]);

  expect([...told].map(([person, changes]) => [person, changes.length])).toEqual([
    [1, 1],
    [2, 1],
    [3, 1],
  ]);
});

test("a narrow cell shows a name from its first telling word on", () => {
  const forms: [string, string][] = [
    ["Công ty TNHH", ""],
    ["Trường Đại học", "ĐH"],
  ];

  const names = ["Công ty TNHH Kho lạnh", "Trường Đại học Hải Phòng", "Viện Dầu khí", "Công ty TNHHX"];

  expect(names.map((name) => shortened(name, forms))).toEqual(["Kho lạnh", "ĐH Hải Phòng", "Viện Dầu khí", "Công ty TNHHX"]);
});
