import { expect, test } from "vitest";
import { changedFields, dayBoundary, kindOfChange } from "./changed";

test("only what differs is a changed field", () => {
  const changed = changedFields({ name: "Lan", tags: [1, 2] }, { name: "Lân", tags: [1, 2] });

  expect(changed).toEqual([{ name: "name", before: "Lan", after: "Lân" }]);
});

test("of the texts of a posting only those that differ are told", () => {
  const changed = changedFields({ body: { title: "Kho", tried: "x" } }, { body: { title: "Kho lạnh", tried: "x" } });

  expect(changed).toEqual([{ name: "title", before: "Kho", after: "Kho lạnh" }]);
});

test("without what was before the row was made, without what is after it was removed", () => {
  expect(kindOfChange({}, { id: 1 })).toBe("made");
  expect(kindOfChange({ id: 1 }, {})).toBe("removed");
  expect(kindOfChange({ id: 1 }, { id: 2 })).toBe("changed");
});

test("the end of a day is the beginning of the next one", () => {
  expect(dayBoundary("2026-02-28", true)).toBe(dayBoundary("2026-03-01", false));
});

test("no day is no boundary", () => {
  expect(dayBoundary("", false)).toBeUndefined();
});
