import { queryOptions } from "@tanstack/react-query";
import { api, ask, type Schemas } from "../kit/api";

export type Day = Schemas["DayPublic"];
export type Person = Schemas["PersonOnDay"];
export type Meeting = Schemas["MeetingOnDay"];
export type Screen = Schemas["ScreenPublic"];
export type TableShown = Schemas["TableShown"];

/** How often desks and displays ask whether something changed, in milliseconds. */
const FOLLOW_MS = 10_000;

export const day = (event_id: number) =>
  queryOptions({
    queryKey: ["day", event_id],
    queryFn: () => ask(api.GET("/api/events/{event_id}/day", { params: { path: { event_id } } })),
    refetchInterval: FOLLOW_MS,
  });

export const ownCode = (event_id: number, person_id: number) =>
  queryOptions({
    queryKey: ["own-code", event_id, person_id],
    queryFn: () =>
      ask(api.GET("/api/events/{event_id}/day/people/{person_id}/code", { params: { path: { event_id, person_id } } })),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const screen = (event_id: number, token: string, table_id?: number) =>
  queryOptions({
    queryKey: ["screen", event_id, token, table_id],
    queryFn: () =>
      ask(
        api.GET("/api/events/{event_id}/day/displays/{token}", {
          params: { path: { event_id, token }, query: { table_id } },
        }),
      ),
    refetchInterval: FOLLOW_MS,
    refetchIntervalInBackground: true,
    retry: false,
  });

export const openDisplay = (event_id: number, renew: boolean) =>
  ask(api.POST("/api/events/{event_id}/day/display", { params: { path: { event_id } }, body: { renew } }));
