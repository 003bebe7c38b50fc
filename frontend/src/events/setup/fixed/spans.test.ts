import { expect, test } from "vitest";
import { spans } from "./spans";

const slot = (id: number, day: string, from: string, until: string) => ({
  id,
  day,
  starts_at: `${day}T${from}:00+07:00`,
  ends_at: `${day}T${until}:00+07:00`,
});
const SLOTS = [
  slot(1, "2027-05-20", "08:30", "08:55"),
  slot(2, "2027-05-20", "09:00", "09:25"),
  slot(3, "2027-05-20", "09:30", "09:55"),
  slot(4, "2027-05-21", "08:30", "08:55"),
];
const told = (ids: number[]) => spans(SLOTS, ids).map((span) => [span.starts_at, span.ends_at].map((at) => at.slice(8, 16)));

test("slots that follow one another are one span, with the change of tables between them", () => {
  expect(told([2, 1])).toEqual([["20T08:30", "20T09:25"]]);
});

test("a slot between two others, or the end of a day, parts them", () => {
  expect(told([1, 3, 4])).toEqual([
    ["20T08:30", "20T08:55"],
    ["20T09:30", "20T09:55"],
    ["21T08:30", "21T08:55"],
  ]);
});

test("ids of no slot count for nothing", () => {
  expect(told([9])).toEqual([]);
});
