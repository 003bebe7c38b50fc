import { queryOptions } from "@tanstack/react-query";
import { api, ask, askAll } from "../kit/api";

/** What waits for review, the longest wait first. */
export const queue = queryOptions({
  queryKey: ["review-queue"],
  queryFn: async () => {
    const query = { state: "submitted", limit: 200 } as const;
    const found = await askAll((offset) => api.GET("/api/postings", { params: { query: { ...query, offset } } }));
    return found.sort((a, b) => a.updated_at.localeCompare(b.updated_at));
  },
});

export const changes = (id: number, version: number) =>
  queryOptions({
    queryKey: ["changes", id, version],
    queryFn: () => ask(api.GET("/api/postings/{posting_id}/changes", { params: { path: { posting_id: id } } })),
  });

export const alike = (id: number, version: number) =>
  queryOptions({
    queryKey: ["alike", id, version],
    queryFn: () => ask(api.GET("/api/postings/{posting_id}/alike", { params: { path: { posting_id: id } } })),
    retry: false,
  });

export const unmet = queryOptions({
  queryKey: ["unmet-needs"],
  queryFn: () => ask(api.GET("/api/overview/unmet-needs")),
  staleTime: 300_000,
  retry: false,
});

export const nudges = (event_id: number) =>
  queryOptions({
    queryKey: ["nudges", event_id],
    queryFn: () => ask(api.GET("/api/events/{event_id}/nudges", { params: { path: { event_id }, query: { limit: 1 } } })),
    retry: false,
  });
