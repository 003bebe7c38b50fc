import type { Template } from "./queries";

/** A template's words for somebody who writes in a language; those of the other one where it has none. */
export const wordsFor = ({ text_vi, text_en }: Pick<Template, "text_vi" | "text_en">, language: string): string =>
  language === "vi" ? text_vi || text_en : text_en || text_vi;

/** What is written so far with a template beneath it; a template that stands there already is not put in again. */
export function withTemplate(written: string, template: string): string {
  const before = written.trimEnd();
  if (before.includes(template)) return written;
  return before ? `${before}\n${template}` : template;
}
