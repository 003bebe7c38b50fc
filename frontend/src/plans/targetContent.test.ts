import { expect, test } from "vitest";
import type { Target } from "./queries";
import { contentOf, sentOf } from "./targetContent";

const target = { name_vi: "Nhu cầu", value: 0.786, due: "2026-06-30", indicator: "needs", sector: "renewable-energy" } as Target;

test("a target that nobody changed is sent as it was, with the cut that the form does not show", () => {
  expect(sentOf(contentOf(target, 2026), target)).toMatchObject({
    name_vi: "Nhu cầu",
    value: 0.786,
    due: "2026-06-30",
    indicator: "needs",
    part: null,
    sector: "renewable-energy",
  });
});

test("a target by hand has no part, whatever was written there before", () => {
  const content = { ...contentOf(undefined, 2027), part: "VND" };

  expect(sentOf(content, undefined)).toMatchObject({ indicator: null, part: null, due: "2027-12-31" });
});
