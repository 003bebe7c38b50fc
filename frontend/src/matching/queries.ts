import { queryOptions } from "@tanstack/react-query";
import { api, ask, type Schemas } from "../kit/api";

export type Candidate = Schemas["CandidatePublic"];
export type Criterion = Schemas["CriterionPublic"];
export type Reason = Schemas["ReasonPublic"];

export const candidates = (postingId: number, limit: number) =>
  queryOptions({
    queryKey: ["candidates", postingId, limit],
    queryFn: () =>
      ask(
        api.GET("/api/postings/{posting_id}/candidates", {
          params: { path: { posting_id: postingId }, query: { limit } },
        }),
      ),
    staleTime: 60_000,
  });

/** Chosen candidates of a posting, however far down its list they stand. */
export const compared = (postingId: number, ids: number[]) =>
  queryOptions({
    queryKey: ["candidates", postingId, "among", ...ids],
    queryFn: () =>
      ask(
        api.GET("/api/postings/{posting_id}/candidates", {
          params: { path: { posting_id: postingId }, query: { among: ids, limit: ids.length } },
        }),
      ),
    enabled: ids.length > 0,
    staleTime: 60_000,
  });
