import { expect, test } from "vitest";
import { ownPath } from "./ownPath";

const HERE = "https://matchmaker.example";

test("an address of this page is kept with what stands behind it", () => {
  expect(ownPath("/matches?event=2#top", HERE)).toBe("/matches?event=2#top");
});

test.each([
  "https://elsewhere.example/",
  "//elsewhere.example",
  "/\\elsewhere.example",
  "/\t/elsewhere.example",
  "javascript:alert(1)",
  "",
  undefined,
  ["/matches"],
])("%s leads to the catalogue", (given) => {
  expect(ownPath(given, HERE)).toBe("/");
});
