import { expect, test } from "vitest";
import { moved } from "./moved";

const ZONE = "Asia/Ho_Chi_Minh";
const slot = (id: number, day: string, from: string, until: string) => ({
  id,
  day,
  part: "morning" as const,
  starts_at: `${day}T${from}:00+07:00`,
  ends_at: `${day}T${until}:00+07:00`,
});
const FIRST = slot(1, "2027-05-20", "08:30", "08:55");
const SECOND = slot(2, "2027-05-20", "09:00", "09:25");
const SLOTS = [FIRST, SECOND, slot(3, "2027-05-20", "09:30", "09:55"), slot(4, "2027-05-21", "08:30", "08:55")];

test("one slot gets other hours on the clocks of the place", () => {
  expect(moved(SLOTS, SECOND, ZONE, { starts: "09:05", ends: "09:25", others: false })).toEqual([
    { id: 2, starts_at: "2027-05-20T02:05:00.000Z", ends_at: "2027-05-20T02:25:00.000Z" },
  ]);
});

test("those that follow on its day begin as much later, those of other days do not", () => {
  const sent = moved(SLOTS, SECOND, ZONE, { starts: "09:15", ends: "09:40", others: true });

  expect(sent.map((one) => [one.id, one.starts_at])).toEqual([
    [2, "2027-05-20T02:15:00.000Z"],
    [3, "2027-05-20T02:45:00.000Z"],
  ]);
});

test("what is no time is sent as it is, alone, for the service to refuse", () => {
  expect(moved(SLOTS, SECOND, ZONE, { starts: "", ends: "09:40", others: true })).toEqual([
    { id: 2, starts_at: "2027-05-20T", ends_at: "2027-05-20T02:40:00.000Z" },
  ]);
});
