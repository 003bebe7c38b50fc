import { queryOptions } from "@tanstack/react-query";
import { api, ask, askAll, type Schemas } from "../kit/api";

export type EventCandidate = Schemas["EventCandidate"];
export type OwnAnswer = Schemas["OwnAnswer"];
export type Request = Schemas["RequestPublic"];
export type Value = OwnAnswer["value"];
export type Reason = NonNullable<OwnAnswer["reason"]>;

export const ownPostings = (organisation_id: number) =>
  queryOptions({
    queryKey: ["own-postings", organisation_id],
    queryFn: () =>
      askAll((offset) =>
        api.GET("/api/postings", { params: { query: { organisation_id, state: "published", limit: 200, offset } } }),
      ),
  });

export const eventCandidates = (event_id: number, posting_id: number, organisation_id: number) =>
  queryOptions({
    queryKey: ["event-candidates", event_id, posting_id],
    queryFn: () =>
      askAll((offset) =>
        api.GET("/api/events/{event_id}/candidates", {
          params: { path: { event_id }, query: { posting_id, organisation_id, limit: 100, offset } },
        }),
      ),
    retry: false,
  });

/** Say what one's organisation wants of a pair, or take it back where there is nothing to say. */
export async function sendAnswer(eventId: number, pair: EventCandidate, said: Said | null): Promise<void> {
  const path = { event_id: eventId, need_id: pair.need_id, technology_id: pair.technology_id };
  const address = "/api/events/{event_id}/answers/{need_id}/{technology_id}";
  if (said) await ask(api.PUT(address, { params: { path }, body: { ...said, side: pair.side } }));
  else await ask(api.DELETE(address, { params: { path, query: { side: pair.side } } }));
}

export interface Said {
  value: Value;
  reason: Reason | null;
}

/** Requests that an organisation sent and received, or all of them where it is left out. */
export const requests = (event_id: number, organisation_id: number | null) =>
  queryOptions({
    queryKey: ["requests", event_id, organisation_id],
    queryFn: () =>
      askAll((offset) =>
        api.GET("/api/events/{event_id}/requests", {
          params: { path: { event_id }, query: { organisation_id, limit: 200, offset } },
        }),
      ),
    retry: false,
  });

/** All pairs that an organisation may answer to, with what was said of them. */
export const allCandidates = (event_id: number, organisation_id: number) =>
  queryOptions({
    queryKey: ["event-candidates", event_id, "all", organisation_id],
    queryFn: () =>
      askAll((offset) =>
        api.GET("/api/events/{event_id}/candidates", {
          params: { path: { event_id }, query: { organisation_id, limit: 100, offset } },
        }),
      ),
    retry: false,
  });
