import { expect, test } from "vitest";
import { type Content, emptyContent } from "./content";
import { decided, merge } from "./merging";

const ENGLISH = { language: "en", title: "Cold store", tried: "Lamps" };
const base: Content = { ...emptyContent("need", "vi"), title: "Kho lạnh tốn điện", translations: [ENGLISH] };
const inEnglish = (changes: object): Content => ({ ...base, translations: [{ ...ENGLISH, ...changes }] });
const without: Content = { ...base, translations: [] };

test("changes of two people in different fields are both kept", () => {
  const found = merge(base, { ...base, trl_min: 7 }, { ...base, region: "hai-phong" });

  expect(found.both).toEqual([]);
  expect(found.content).toMatchObject({ trl_min: 7, region: "hai-phong" });
});

test("a field that two people changed differently is told, and one's own stands", () => {
  const found = merge(base, { ...base, title: "Của tôi", trl_min: 7 }, { ...base, title: "Của người khác", trl_min: 7 });

  expect(found.both).toEqual([{ language: null, field: "title" }]);
  expect(found.content.title).toBe("Của tôi");
});

test("two who write in different languages, or in different fields of one, do not meet", () => {
  const french = { language: "fr", title: "Entrepôt froid" };

  const found = merge(base, inEnglish({ title: "Chilled store" }), {
    ...inEnglish({ tried: "New lamps" }),
    translations: [{ ...ENGLISH, tried: "New lamps" }, french],
  });

  expect(found.both).toEqual([]);
  expect(found.content.translations).toEqual([{ language: "en", title: "Chilled store", tried: "New lamps" }, french]);
});

test("the same field of a text in the same language is told with its language", () => {
  const found = merge(base, inEnglish({ title: "Chilled store" }), inEnglish({ title: "Freezer" }));

  expect(found.both).toEqual([{ language: "en", field: "title" }]);
  expect(found.content.translations[0]?.title).toBe("Chilled store");
});

test("a text that one takes away and the other changes is decided as a whole", () => {
  const theirs = inEnglish({ title: "Freezer" });
  const place = { language: "en", field: null };

  expect(merge(base, without, base)).toEqual({ content: without, both: [] });
  expect(merge(base, without, theirs).both).toEqual([place]);
  const [, mine] = decided(base, without, theirs, place, false);
  expect(mine.translations).toEqual(theirs.translations);
});

test("what is decided is agreed, and only the rest is left", () => {
  const mine = { ...inEnglish({ title: "Chilled store" }), title: "Của tôi" };
  const theirs = { ...inEnglish({ title: "Freezer" }), title: "Của người khác" };

  const [agreed, left] = decided(base, mine, theirs, { language: null, field: "title" }, false);
  const after = merge(agreed, left, theirs);

  expect(after.both).toEqual([{ language: "en", field: "title" }]);
  expect(after.content).toMatchObject({ title: "Của người khác", translations: [{ title: "Chilled store" }] });
});
