/** What is looked for, as it stands in the address. */
export type Kind = "technology" | "need";

export interface Search {
  kind?: Kind;
  q?: string;
  sector?: string[];
  region?: string[];
  language?: string[];
  trl?: number;
}

const texts = (value: unknown): string[] | undefined => {
  const listed = (Array.isArray(value) ? value : value ? [value] : []).map(String).filter((one) => /^[a-z.-]+$/.test(one));
  return listed.length ? listed : undefined;
};

export function readSearch(given: Record<string, unknown>): Search {
  const level = Number(given.trl);
  return {
    kind: given.kind === "need" ? "need" : undefined,
    q: given.q ? String(given.q).slice(0, 2000) : undefined,
    sector: texts(given.sector),
    region: texts(given.region),
    language: texts(given.language),
    trl: level >= 1 && level <= 9 ? level : undefined,
  };
}

export const isFiltered = (search: Search): boolean =>
  Boolean(search.sector || search.region || search.language || search.trl);

/** The filters as the service calls them. */
export const filtersOf = (search: Search) => ({
  sector: search.sector,
  region: search.region,
  posting_language: search.language,
  trl_min: search.trl,
});
