import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keep, recall } from "../kept";
import { forgetOld, forgetOthers, forgetUnsent, keepUnsent, placeOf, recallUnsent } from "./keeping";

const START = { name: "", reason: "price", marks: [] as string[], until: null as string | null };
const TYPED = { ...START, name: "Dở dang", marks: ["a"] };
const PLACE = placeOf("7-2", "case-1-note");

beforeEach(() => localStorage.clear());
afterEach(() => void vi.useRealTimers());

test("what was typed is found again by whoever typed it, for that form alone", () => {
  keepUnsent(PLACE, START, TYPED);

  expect(recallUnsent(PLACE, START)).toEqual(TYPED);
  expect(recallUnsent(placeOf("7-2", "case-2-note"), START)).toBeNull();
  expect(recallUnsent(placeOf("8-2", "case-1-note"), START)).toBeNull();
  expect(recallUnsent(placeOf("7-3", "case-1-note"), START)).toBeNull();
});

test("fields that were not touched follow what the service says by then", () => {
  keepUnsent(PLACE, START, TYPED);

  expect(recallUnsent(PLACE, { ...START, reason: "timing" })).toEqual({ ...TYPED, reason: "timing" });
});

test("a form that is as it began keeps nothing, and neither does one that was sent", () => {
  keepUnsent(PLACE, START, TYPED);
  keepUnsent(PLACE, START, START);
  const begun = localStorage.length;
  keepUnsent(PLACE, START, TYPED);
  forgetUnsent(PLACE);

  expect([begun, localStorage.length]).toEqual([0, 0]);
});

test("what may never be kept is neither written nor read", () => {
  keepUnsent(PLACE, START, TYPED, ["name"]);
  const written = recall(PLACE);
  keepUnsent(PLACE, START, TYPED);

  expect(written).not.toContain("Dở dang");
  expect(recallUnsent(PLACE, START, ["name"])).toEqual({ ...START, marks: ["a"] });
});

test("what does not fit the form is left out", () => {
  const changed = { name: 7, marks: "a", until: "2026-10-01", older: "x", toString: "x" };
  keep(PLACE, JSON.stringify({ at: Date.now(), changed }));

  expect(recallUnsent(PLACE, START)).toEqual({ ...START, until: "2026-10-01" });
});

test.each(["", "7", "{}", '{"at": 1}', '{"at": 99999999999999, "changed": null}', "not JSON"])(
  "what is no work of ours is nothing: %s",
  (text) => {
    keep(PLACE, text);

    expect(recallUnsent(PLACE, START)).toBeNull();
  },
);

test("after two weeks it is gone", () => {
  vi.useFakeTimers();
  keepUnsent(PLACE, START, TYPED);
  vi.advanceTimersByTime(13 * 86_400_000);
  forgetOld();
  const before = recallUnsent(PLACE, START);
  vi.advanceTimersByTime(2 * 86_400_000);
  const after = recallUnsent(PLACE, START);
  forgetOld();

  expect([before, after, localStorage.length]).toEqual([TYPED, null, 0]);
});

test("who signs in forgets what others left, and who signs out leaves nothing", () => {
  const others = placeOf("77-2", "case-1-note");
  localStorage.setItem("language", "vi");
  keepUnsent(PLACE, START, TYPED);
  keepUnsent(others, START, TYPED);

  forgetOthers(7);
  const mine = [recall(PLACE) !== null, recall(others)];
  forgetOthers(null);

  expect([mine, recall(PLACE), recall("language")]).toEqual([[true, null], null, "vi"]);
});
