import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, ask, type Schemas } from "../kit/api";
import { filtersOf, type Search } from "./search";

export type Technology = Schemas["TechnologyPublic"];
export type Need = Schemas["NeedPublic"];
export type Posting = Technology | Need;
export const isTechnology = (posting: Posting): posting is Technology => posting.kind === "technology";

const PAGE = 12;

export const sectors = queryOptions({
  queryKey: ["sectors"],
  queryFn: () => ask(api.GET("/api/sectors")),
  // Administrators may change them meanwhile.
  staleTime: 300_000,
});

export const posting = (id: number) =>
  queryOptions({
    queryKey: ["posting", id],
    queryFn: () => ask(api.GET("/api/postings/{posting_id}", { params: { path: { posting_id: id } } })),
  });

export const facets = (search: Search) =>
  queryOptions({
    queryKey: ["facets", { ...search, q: undefined }],
    queryFn: ({ signal }) => {
      const query = { kind: search.kind ?? "technology", ...filtersOf(search) } as const;
      return ask(api.GET("/api/postings/facets", { params: { query }, signal }));
    },
    placeholderData: keepPreviousData,
  });

interface Found {
  items: Posting[];
  total: number;
  language: string;
}

async function find(search: Search, offset: number, signal: AbortSignal): Promise<Found> {
  const query = { kind: search.kind ?? "technology", ...filtersOf(search), limit: PAGE, offset } as const;
  if (!search.q) {
    const page = await ask(
      api.GET("/api/postings", { params: { query: { ...query, state: "published" } }, signal }),
    );
    return { items: page.items, total: page.total, language: "" };
  }
  const page = await ask(api.GET("/api/search", { params: { query: { ...query, q: search.q } }, signal }));
  return { items: page.items.map((hit) => hit.posting), total: page.total, language: page.language };
}

export const postings = (search: Search) =>
  infiniteQueryOptions({
    queryKey: ["postings", search],
    queryFn: ({ pageParam, signal }) => find(search, pageParam, signal),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const shown = pages.reduce((sum, page) => sum + page.items.length, 0);
      return shown < last.total && last.items.length ? shown : undefined;
    },
    placeholderData: keepPreviousData,
  });
