import { expect, test } from "vitest";
import { withTemplate, wordsFor } from "./inserting";

const BOTH = { text_vi: "Hãy nêu số đo.", text_en: "Name a figure." };

test("a template speaks the language of whoever is answered, or the one that it has", () => {
  expect(wordsFor(BOTH, "vi")).toBe("Hãy nêu số đo.");
  expect(wordsFor(BOTH, "ja")).toBe("Name a figure.");
  expect(wordsFor({ ...BOTH, text_en: "" }, "en")).toBe("Hãy nêu số đo.");
  expect(wordsFor({ ...BOTH, text_vi: "" }, "vi")).toBe("Name a figure.");
});

test("a template goes beneath what is written, once", () => {
  const once = withTemplate("Dear colleagues, \n", "Name a figure.");

  expect(once).toBe("Dear colleagues,\nName a figure.");
  expect(withTemplate(once, "Name a figure.")).toBe(once);
  expect(withTemplate("", "Name a figure.")).toBe("Name a figure.");
});
