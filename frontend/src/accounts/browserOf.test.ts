import { expect, test } from "vitest";
import { browserOf } from "./browserOf";

test("Edge on Windows is not taken for Chrome", () => {
  const agent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0";

  expect(browserOf(agent)).toEqual({ browser: "Edge", system: "Windows" });
});

test("a program that is no browser has no name", () => {
  expect(browserOf("python-httpx/0.27")).toEqual({ browser: "", system: "" });
});
