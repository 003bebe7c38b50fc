import { queryOptions } from "@tanstack/react-query";
import { api, ask, type Schemas } from "../../kit/api";

export type Repair = Schemas["RepairPublic"];
export type MishapSent = Schemas["MishapSent"];
export type StandIn = Schemas["StandInPublic"];
export type WhatIfSent = Schemas["WhatIfSent"];
export type WhatIfPublic = Schemas["WhatIfPublic"];

const at = (event_id: number) => ({ path: { event_id } });

export const tryWhatIf = (eventId: number, body: WhatIfSent) =>
  ask(api.POST("/api/events/{event_id}/agenda/what-if", { params: at(eventId), body }));

/** What mishaps make of a published version; applied, it is published. */
export const repair = (eventId: number, number: number, mishaps: MishapSent[], apply: boolean) =>
  ask(api.POST("/api/events/{event_id}/agenda/repair", { params: at(eventId), body: { mishaps, number, apply } }));

export const standIns = (event_id: number, person_id: number, slot_id: number) =>
  queryOptions({
    queryKey: ["agenda", event_id, "stand-ins", person_id, slot_id],
    queryFn: () =>
      ask(
        api.GET("/api/events/{event_id}/agenda/stand-ins", {
          params: { ...at(event_id), query: { person_id, slot_id } },
        }),
      ),
  });

export const makeOffer = (eventId: number, body: Schemas["OfferSent"]) =>
  ask(api.POST("/api/events/{event_id}/agenda/offers", { params: at(eventId), body }));
