import { queryOptions } from "@tanstack/react-query";
import { api, ask, type Schemas } from "../../kit/api";

export type Agenda = Schemas["AgendaPublic"];
export type Entry = Schemas["EntryPublic"];
export type Party = Schemas["PartyPublic"];
export type Offer = Schemas["OfferPublic"];
export type FeedbackSent = Schemas["FeedbackSent"];
export type Side = "need" | "technology";

/** How often a phone on the day asks whether something moved, in milliseconds. */
const FOLLOW_MS = 60_000;

export const ownAgendas = (event_id: number) =>
  queryOptions({
    queryKey: ["own-agendas", event_id],
    queryFn: () => ask(api.GET("/api/events/{event_id}/agenda/people", { params: { path: { event_id } } })),
    refetchInterval: FOLLOW_MS,
  });

export const offers = (event_id: number) =>
  queryOptions({
    queryKey: ["offers", event_id],
    queryFn: () => ask(api.GET("/api/events/{event_id}/agenda/offers", { params: { path: { event_id } } })),
    refetchInterval: FOLLOW_MS,
  });

/** The secret address of somebody's calendar, with this host. */
export async function openFeed(event_id: number, person_id: number): Promise<string> {
  const address = "/api/events/{event_id}/agenda/people/{person_id}/feed";
  const feed = await ask(api.POST(address, { params: { path: { event_id, person_id } }, body: { renew: false } }));
  return new URL(feed.path, location.origin).href;
}

export const answerOffer = (event_id: number, offer_id: number, yes: boolean, side?: "need" | "technology") =>
  ask(
    api.POST("/api/events/{event_id}/agenda/offers/{offer_id}/answer", {
      params: { path: { event_id, offer_id } },
      body: { yes, side },
    }),
  );

/** What both sides said of the next step, as far as one may know. */
export const feedback = (event_id: number, key: string) =>
  queryOptions({
    queryKey: ["feedback", event_id, key],
    queryFn: () =>
      ask(api.GET("/api/events/{event_id}/agenda/meetings/{key}/feedback", { params: { path: { event_id, key } } })),
  });
