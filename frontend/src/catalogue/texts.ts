import type { Schemas } from "../kit/api";
import { isTechnology, type Posting } from "./queries";

export type PostingText = Posting | Schemas["TechnologyText"] | Schemas["NeedText"];

const FIELDS = {
  technology: ["summary", "description", "advantages", "requirements", "references"],
  need: ["problem", "tried", "success_measure"],
} as const;

/** The posting's text for a reader: the owner's own translation where there is one, otherwise the original. */
export function textFor(posting: Posting, language: string): PostingText {
  const others: PostingText[] = posting.translations ?? [];
  const translation = others.find((text) => text.language === language);
  return translation && posting.language !== language ? translation : posting;
}

/** The filled fields of a text in reading order, with their names. */
export function sectionsOf(posting: Posting, text: PostingText): [string, string][] {
  const values = text as unknown as Record<string, string | undefined>;
  return FIELDS[posting.kind].flatMap((name): [string, string][] => (values[name] ? [[name, values[name]]] : []));
}

export function leadOf(posting: Posting, language: string): string {
  return sectionsOf(posting, textFor(posting, language))[0]?.[1] ?? "";
}

export const levelOf = (posting: Posting): number | null | undefined =>
  isTechnology(posting) ? posting.trl : posting.trl_min;

export const amountsOf = (posting: Posting): [number | null | undefined, number | null | undefined] =>
  isTechnology(posting) ? [posting.price_min, posting.price_max] : [posting.budget_min, posting.budget_max];
