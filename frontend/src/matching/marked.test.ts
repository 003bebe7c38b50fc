import { expect, test } from "vitest";
import { markShared } from "./marked";

const marks = (sentence: string, language: string, shared: string[]) =>
  markShared(sentence, language, shared)
    .filter((part) => part.shared)
    .map((part) => part.text);

test("pairs of Vietnamese syllables are marked with their accents", () => {
  expect(marks("Xếp hạng theo kWh mất mỗi năm", "vi", ["kwh mat"])).toEqual(["kWh mất"]);
});

test("an English plural is marked by its singular", () => {
  expect(marks("Two solar panels", "en", ["panel"])).toEqual(["panels"]);
});

test("neighbouring words become one mark", () => {
  expect(marks("a flexible solar panel here", "en", ["solar", "panel"])).toEqual(["solar panel"]);
});

test("all parts together are the sentence", () => {
  const sentence = "Đo 46 MWp mái xưởng, tại Hải Phòng.";

  const parts = markShared(sentence, "vi", ["mai xuong", "hai phong"]);

  expect(parts.map((part) => part.text).join("")).toBe(sentence);
});
