import { expect, test } from "vitest";
import { linkToken } from "./linkToken";

test("the token is what stands behind the hash", () => {
  expect(linkToken("#a%2Db")).toBe("a-b");
});

test("a broken escape is no token", () => {
  expect(linkToken("#%E0%A4")).toBe("");
});
