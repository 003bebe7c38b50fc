import { expect, test } from "vitest";
import { comparedIds } from "./compared";

test("an address names up to four candidates, each once", () => {
  expect(comparedIds("7-7-x-3--1e400-4-5-6")).toEqual([7, 3, 4, 5]);
});

test("an address may name none", () => {
  expect(comparedIds(undefined)).toEqual([]);
});
