import { expect, test } from "vitest";
import { matching } from "./matching";

const OPTIONS = [
  { key: "1", name: "Công ty Điện lạnh An Dương", note: "doanh nghiệp" },
  { key: "2", name: "Viện Năng lượng" },
  { key: "3", name: "An Dương Solar" },
];
const keys = (typed: string, most = 9) => matching(typed, OPTIONS, most).map((one) => one.key);

test("names are found without their marks, and those that begin as typed come first", () => {
  expect(keys("an duong")).toEqual(["3", "1"]);
});

test("words may stand anywhere, also in the note", () => {
  expect(keys("lanh doanh")).toEqual(["1"]);
  expect(keys("nothing")).toEqual([]);
});

test("nothing typed leaves the order, and no more than asked are given", () => {
  expect(keys("", 2)).toEqual(["1", "2"]);
});
