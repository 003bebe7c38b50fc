/** What a posting says, as the form holds it; pure. */
import type { Posting } from "../catalogue/queries";
import type { Kind } from "../catalogue/search";
import type { Schemas } from "../kit/api";

export type TechnologyContent = Required<Schemas["TechnologyBase"]>;
export type NeedContent = Required<Schemas["NeedBase"]>;
/** The fields of both kinds; which of them a posting has, `FIELDS` says. */
export type Content = Partial<Omit<TechnologyContent & NeedContent, "translations" | "language" | "title">> & {
  language: string;
  title: string;
  translations: Text[];
};
export type Field = keyof Content;
export type Text = { language: string; title: string } & Partial<Record<BodyField, string>>;

export const BODY = {
  technology: ["summary", "description", "advantages", "requirements", "references"],
  need: ["problem", "tried", "success_measure"],
} as const;
export type BodyField = (typeof BODY)[Kind][number];

const COMMON = {
  language: "vi",
  title: "",
  sectors: [],
  keywords: [],
  cooperation: [],
  currency: null,
  region: null,
  visibility: "public",
  expires_on: null,
  translations: [],
} as const;
const EMPTY: Record<Kind, object> = {
  technology: {
    ...COMMON,
    ...Object.fromEntries(BODY.technology.map((name) => [name, ""])),
    trl: null,
    ip_status: null,
    price_min: null,
    price_max: null,
  },
  need: {
    ...COMMON,
    ...Object.fromEntries(BODY.need.map((name) => [name, ""])),
    trl_min: null,
    budget_min: null,
    budget_max: null,
    deadline: null,
  },
};

export const emptyContent = (kind: Kind, language: string): Content =>
  ({ ...structuredClone(EMPTY[kind]), language }) as unknown as Content;

export function contentOf(posting: Posting): Content {
  const names = Object.keys(EMPTY[posting.kind]);
  const values = posting as unknown as Record<string, unknown>;
  return Object.fromEntries(names.map((name) => [name, values[name] ?? null])) as unknown as Content;
}

export const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The fields of `now` that differ from `before`. */
export function changesBetween(before: Content, now: Content): Partial<Content> {
  const names = Object.keys(now) as Field[];
  return Object.fromEntries(names.filter((name) => !same(before[name], now[name])).map((name) => [name, now[name]]));
}

export const textIn = (content: Content, language: string): Text =>
  content.translations.find((text) => text.language === language) ?? (content as unknown as Text);

/** The content with one field of its text in a language changed. */
export function withText(content: Content, language: string, name: "title" | BodyField, value: string): Content {
  if (language === content.language) return { ...content, [name]: value };
  const translations = content.translations.map((text) =>
    text.language === language ? { ...text, [name]: value } : text,
  );
  return { ...content, translations };
}

export const levelField = (kind: Kind): "trl" | "trl_min" => (kind === "need" ? "trl_min" : "trl");
export const amountFields = (kind: Kind): ["price_min" | "budget_min", "price_max" | "budget_max"] =>
  kind === "need" ? ["budget_min", "budget_max"] : ["price_min", "price_max"];

/** As the service would show it, for a preview. */
export function asPosting(kind: Kind, content: Content, known: Posting | null, organisationId: number): Posting {
  const now = new Date().toISOString();
  const shown = { id: 0, key: null, state: "draft", version: 1, teaser: false, created_at: now, updated_at: now };
  return { organisation_id: organisationId, ...shown, ...known, ...content, kind } as unknown as Posting;
}
