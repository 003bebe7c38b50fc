import { expect, test } from "vitest";
import { emptyContent } from "./content";
import { forgetWork, keepWork, placeOf, recallWork } from "./keeping";

const PLACE = placeOf(1, 2, "need", null);
const work = { content: { ...emptyContent("need", "vi"), title: "Dở dang" }, base: null, version: null, reference: "web-1" };

test("work is found again by whoever wrote it, and by nobody else", () => {
  keepWork(PLACE, work);

  expect(recallWork(PLACE)).toEqual(work);
  expect(recallWork(placeOf(3, 2, "need", null))).toBeNull();
});

test("sent work is forgotten", () => {
  keepWork(PLACE, work);
  forgetWork(PLACE);

  expect(recallWork(PLACE)).toBeNull();
});

test("what is no work of ours is left alone", () => {
  localStorage.setItem(PLACE, '{"content": 7}');

  expect(recallWork(PLACE)).toBeNull();
});
