/** What organisers say of two organisations: that they should meet, or must not. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, ask, askAll, type Schemas } from "../../../kit/api";

export type Rule = Schemas["PairRulePublic"];
export type RuleSent = Schemas["PairRuleSent"];

const PAIR = "/api/events/{event_id}/pairs/{first_id}/{second_id}";
const LEAST_LETTERS = 2;
const MOST_OF_A_KIND = 4;

export const rules = (event_id: number) =>
  queryOptions({
    queryKey: ["pair-rules", event_id],
    queryFn: () =>
      askAll((offset) =>
        api.GET("/api/events/{event_id}/pairs", { params: { path: { event_id }, query: { limit: 200, offset } } }),
      ),
  });

export const setRule = (event_id: number, first_id: number, second_id: number, body: RuleSent) =>
  ask(api.PUT(PAIR, { params: { path: { event_id, first_id, second_id } }, body }));

export const dropRule = (event_id: number, { first_id, second_id }: Rule) =>
  ask(api.DELETE(PAIR, { params: { path: { event_id, first_id, second_id } } }));

/** What an organisation has in the catalogue. */
export const postingsOf = (organisation_id: number | null) =>
  queryOptions({
    queryKey: ["postings-of", organisation_id],
    queryFn: () =>
      askAll((offset) =>
        api.GET("/api/postings", {
          params: { query: { organisation_id: organisation_id ?? 0, state: "published", limit: 200, offset } },
        }),
      ),
    enabled: organisation_id !== null,
  });

/** Needs and technologies that a text speaks of, the nearest of each first. */
export const postingsNamed = (q: string) =>
  queryOptions({
    queryKey: ["postings-named", q],
    queryFn: async ({ signal }) => {
      const of = (kind: "need" | "technology") =>
        ask(api.GET("/api/search", { params: { query: { q, kind, limit: MOST_OF_A_KIND } }, signal }));
      const found = await Promise.all([of("need"), of("technology")]);
      return found.flatMap(({ items }) => items.map((hit) => hit.posting));
    },
    enabled: q.length >= LEAST_LETTERS,
    placeholderData: keepPreviousData,
  });
