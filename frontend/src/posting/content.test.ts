import { expect, test } from "vitest";
import { changesBetween, emptyContent, merge, withText } from "./content";

const base = { ...emptyContent("need", "vi"), title: "Kho lạnh tốn điện", keywords: ["kho lạnh"] };

test("only what differs is sent", () => {
  expect(changesBetween(base, { ...base, keywords: ["kho lạnh"], trl_min: 7 })).toEqual({ trl_min: 7 });
});

test("changes of two people in different fields are both kept", () => {
  const found = merge(base, { ...base, trl_min: 7 }, { ...base, region: "hai-phong" });

  expect(found.both).toEqual([]);
  expect(found.content).toMatchObject({ trl_min: 7, region: "hai-phong" });
});

test("a field that two people changed differently is told, and one's own stands", () => {
  const found = merge(base, { ...base, title: "Của tôi", trl_min: 7 }, { ...base, title: "Của người khác", trl_min: 7 });

  expect(found.both).toEqual(["title"]);
  expect(found.content.title).toBe("Của tôi");
});

test("a text in another language changes only there", () => {
  const both = { ...base, translations: [{ language: "en", title: "" }] };

  const changed = withText(both, "en", "title", "Cold store");

  expect(changed.title).toBe(base.title);
  expect(changed.translations).toEqual([{ language: "en", title: "Cold store" }]);
});
