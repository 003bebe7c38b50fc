import { expect, test } from "vitest";
import { changesBetween, emptyContent, withText } from "./content";

const base = { ...emptyContent("need", "vi"), title: "Kho lạnh tốn điện", keywords: ["kho lạnh"] };

test("only what differs is sent", () => {
  expect(changesBetween(base, { ...base, keywords: ["kho lạnh"], trl_min: 7 })).toEqual({ trl_min: 7 });
});

test("a text in another language changes only there", () => {
  const both = { ...base, translations: [{ language: "en", title: "" }] };

  const changed = withText(both, "en", "title", "Cold store");

  expect(changed.title).toBe(base.title);
  expect(changed.translations).toEqual([{ language: "en", title: "Cold store" }]);
});
