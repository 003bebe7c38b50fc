import { expect, test } from "vitest";
import { isSoon } from "./Parts";

test("minutes are counted in the last hour only", () => {
  const now = Date.parse("2026-11-30T08:00:00+07:00");

  expect([isSoon("2026-11-30T08:30:00+07:00", now), isSoon("2026-12-30T08:30:00+07:00", now)]).toEqual([true, false]);
});
