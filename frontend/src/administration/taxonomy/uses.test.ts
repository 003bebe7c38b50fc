import { expect, test } from "vitest";
import { Refusal } from "../../kit/api";
import { usesIn } from "./uses";

test("what uses a sector is read from the refusal in one order, and nothing from other errors", () => {
  const uses = { partners: 1, needs: 3, events: 0 };
  expect(usesIn(new Refusal(409, "sector_in_use", { uses }))).toEqual([
    ["needs", 3],
    ["partners", 1],
  ]);
  expect(usesIn(new Refusal(409, "sector_has_leaves", { uses }))).toEqual([]);
  expect(usesIn(new Refusal(409, "sector_in_use"))).toEqual([]);
  expect(usesIn(new TypeError("lost"))).toEqual([]);
});
