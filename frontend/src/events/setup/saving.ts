/** Every step of a session day is saved through the service at once. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, ask, type Schemas } from "../../kit/api";

export type EventSent = Schemas["EventCreate"];
export type Timetable = Schemas["Timetable"];

const path = (event_id: number) => ({ path: { event_id } });

export const createEvent = (body: EventSent) => ask(api.POST("/api/events", { body }));

export const updateEvent = (id: number, version: number, changes: Record<string, unknown>) =>
  ask(api.PATCH("/api/events/{event_id}", { params: path(id), body: { version, changes } }));

export const proposeSlots = (id: number, body: Timetable) =>
  ask(api.POST("/api/events/{event_id}/slots/propose", { params: path(id), body }));

export const generateSlots = (id: number, body: Timetable, force: boolean) =>
  ask(api.POST("/api/events/{event_id}/slots/generate", { params: { ...path(id), query: { force } }, body }));

export const changePhase = (id: number, body: Schemas["PhaseChange"]) =>
  ask(api.POST("/api/events/{event_id}/phase", { params: path(id), body }));

/** Send something, and read the event's parts again. */
export function useSaving<Sent, Answer>(eventId: number, send: (sent: Sent) => Promise<Answer>, done?: (answer: Answer) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: done,
    onSettled: () =>
      client.invalidateQueries({
        predicate: ({ queryKey }) => queryKey.includes(eventId) || queryKey[0] === "events",
      }),
  });
}
