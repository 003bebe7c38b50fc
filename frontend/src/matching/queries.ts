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
