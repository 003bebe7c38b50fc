import { expect, test } from "vitest";
import { hourSent, isWithin, shownHour } from "./hours";

const ONE_DAY = { first_day: "2027-05-20", last_day: "2027-05-20", zone: "Asia/Ho_Chi_Minh" };
const TWO_DAYS = { ...ONE_DAY, last_day: "2027-05-21" };

test("on a single day a field holds hours, on several days the day too", () => {
  expect(shownHour(ONE_DAY, "2027-05-20T13:00:00+07:00")).toBe("13:00");
  expect(shownHour(TWO_DAYS, "2027-05-20T13:00:00+07:00")).toBe("2027-05-20T13:00");
  expect(shownHour(ONE_DAY, null)).toBe("");
});

test("hours from before the day was moved are shown with their day, so that they are seen", () => {
  expect(shownHour(ONE_DAY, "2027-05-19T13:00:00+07:00")).toBe("2027-05-19T13:00");
});

test("what a field says is a moment on the clocks of the place", () => {
  expect(hourSent(ONE_DAY, "13:00")).toBe("2027-05-20T06:00:00.000Z");
  expect(hourSent(TWO_DAYS, "2027-05-21T08:30")).toBe("2027-05-21T01:30:00.000Z");
  expect(hourSent(ONE_DAY, "")).toBe(null);
});

test("a slot is within the hours when all of it is", () => {
  const slot = { starts_at: "2027-05-20T09:00:00+07:00", ends_at: "2027-05-20T09:25:00+07:00" };

  expect(isWithin(slot, null, null)).toBe(true);
  expect(isWithin(slot, "2027-05-20T02:00:00.000Z", "2027-05-20T02:25:00.000Z")).toBe(true);
  expect(isWithin(slot, "2027-05-20T02:01:00.000Z", null)).toBe(false);
  expect(isWithin(slot, null, "2027-05-20T02:24:00.000Z")).toBe(false);
});
