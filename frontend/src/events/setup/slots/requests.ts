/** The slots of a session day: proposed, taken, moved and removed. */
import { api, ask, type Schemas } from "../../../kit/api";

export type Slot = Schemas["SlotPublic"] & { id: number };
export type Timetable = Schemas["Timetable"];

const path = (event_id: number) => ({ path: { event_id } });

export const proposeSlots = (id: number, body: Timetable) =>
  ask(api.POST("/api/events/{event_id}/slots/propose", { params: path(id), body }));

export const generateSlots = (id: number, body: Timetable, force: boolean) =>
  ask(api.POST("/api/events/{event_id}/slots/generate", { params: { ...path(id), query: { force } }, body }));

export const addSlot = (id: number, slot: Schemas["SlotSent"]) =>
  ask(api.POST("/api/events/{event_id}/slots", { params: path(id), body: { ...slot, afternoon_from: "12:00" } }));

export const moveSlots = (id: number, slots: Schemas["SlotMoved"][]) =>
  ask(api.POST("/api/events/{event_id}/slots/move", { params: path(id), body: { slots, afternoon_from: "12:00" } }));

/** A slot by its id, or all of a day by its date. */
export type Gone = { slot: number } | { day: string };

/** Forced, absences and fixed parts that speak of it are given up. */
export const remove = (event_id: number, gone: Gone, force: boolean): Promise<unknown> =>
  "slot" in gone
    ? ask(
        api.DELETE("/api/events/{event_id}/slots/{slot_id}", {
          params: { path: { event_id, slot_id: gone.slot }, query: { force } },
        }),
      )
    : ask(
        api.DELETE("/api/events/{event_id}/days/{day}", { params: { path: { event_id, day: gone.day }, query: { force } } }),
      );
