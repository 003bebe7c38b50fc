import { queryOptions } from "@tanstack/react-query";
import { api, ask, askAll, type Schemas } from "../kit/api";

export type Event = Schemas["EventPublic"];

export const eventList = queryOptions({
  queryKey: ["events"],
  queryFn: () => askAll((offset) => api.GET("/api/events", { params: { query: { limit: 200, offset } } })),
});

const path = (event_id: number) => ({ path: { event_id } });

export const event = (id: number) =>
  queryOptions({
    queryKey: ["event", id],
    queryFn: () => ask(api.GET("/api/events/{event_id}", { params: path(id) })),
  });

export const slots = (id: number) =>
  queryOptions({
    queryKey: ["slots", id],
    queryFn: () => ask(api.GET("/api/events/{event_id}/slots", { params: path(id) })),
  });

export const rooms = (id: number) =>
  queryOptions({
    queryKey: ["rooms", id],
    queryFn: () => ask(api.GET("/api/events/{event_id}/rooms", { params: path(id) })),
  });

export const tables = (id: number) =>
  queryOptions({
    queryKey: ["tables", id],
    queryFn: () =>
      askAll((offset) =>
        api.GET("/api/events/{event_id}/tables", { params: { ...path(id), query: { limit: 200, offset } } }),
      ),
  });

export const registrations = (id: number) =>
  queryOptions({
    queryKey: ["registrations", id],
    queryFn: () =>
      askAll((offset) =>
        api.GET("/api/events/{event_id}/registrations", { params: { ...path(id), query: { limit: 200, offset } } }),
      ),
    retry: false,
  });
