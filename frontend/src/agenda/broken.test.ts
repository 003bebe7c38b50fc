import { expect, test } from "vitest";
import { Refusal } from "../kit/api";
import { brokenOf, keysOf } from "./broken";

test("a broken rule names the meetings that it is about, one or several", () => {
  expect(keysOf({ code: "person_away", params: { key: "a", person_id: 1 } })).toEqual(["a"]);
  expect(keysOf({ code: "table_twice", params: { keys: ["a", "b"], table_id: 1 } })).toEqual(["a", "b"]);
});

test("what a change was refused for is read from the refusal, and nothing from other errors", () => {
  const broken = [{ code: "table_twice", params: { keys: ["a", "b"] } }];

  expect(brokenOf(new Refusal(400, "draft_breaks_rules", { violations: broken }))).toEqual(broken);
  expect(brokenOf(new Error("no network"))).toEqual([]);
});
