import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import settings from "../../languages/vi/settings";

test("Vietnamese has words for every setting of the README, and for no other", () => {
  const told = readFileSync("../README.md", "utf-8").matchAll(/^\| `(MATCHMAKER_[A-Z_]+)` \|/gm);

  expect(Object.keys(settings.does).sort()).toEqual([...told].map((row) => row[1]).sort());
});
