import { expect, test } from "vitest";
import { daysBetween, localOf, momentIn } from "./moments";

test("a time on the clocks of Hai Phong is seven hours before the same in UTC", () => {
  expect(momentIn("Asia/Ho_Chi_Minh", "2027-05-01T17:00")).toBe("2027-05-01T10:00:00.000Z");
});

test("summer time counts where there is one", () => {
  expect(momentIn("Europe/Berlin", "2027-01-15T12:00")).toBe("2027-01-15T11:00:00.000Z");
  expect(momentIn("Europe/Berlin", "2027-07-15T12:00")).toBe("2027-07-15T10:00:00.000Z");
});

test("what is not a time goes to the service as it is, to be refused there", () => {
  expect(momentIn("Asia/Ho_Chi_Minh", "")).toBe("");
});

test("days run over the end of a month", () => {
  expect(daysBetween("2027-05-31", "2027-06-01")).toEqual(["2027-05-31", "2027-06-01"]);
  expect(localOf("2027-05-01T17:00:00+07:00")).toBe("2027-05-01T17:00");
});
