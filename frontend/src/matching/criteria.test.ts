import { expect, test } from "vitest";
import { speak } from "../kit/language";
import { criteriaSummary, verdictOf } from "./Criteria";
import type { Criterion } from "./queries";

const { words } = speak("vi");
const criterion = (name: string, verdict: string, need: unknown): Criterion =>
  ({ name, verdict, need, technology: "granted" }) as Criterion;

test("where a need asks for no right, nothing is missing", () => {
  const asked = criterion("intellectual_property", "not_stated", true);
  const notAsked = criterion("intellectual_property", "not_stated", null);

  expect([asked, notAsked].map((one) => verdictOf(one, words))).toEqual(["chưa nêu", "không xét"]);
});

test("the summary counts what is not asked apart", () => {
  const found = [
    criterion("region", "met", "hai-phong"),
    criterion("readiness", "met", 6),
    criterion("budget", "not_stated", null),
    criterion("intellectual_property", "not_stated", null),
  ];

  expect(criteriaSummary(found, words)).toBe("Tiêu chí: 2 đạt · 1 chưa nêu · 1 không xét");
});
