import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, ask, askAll, type Schemas } from "../kit/api";

export type Version = Schemas["VersionPublic"];
export type Broken = Schemas["BrokenPublic"];
export type Edit = Schemas["EditPublic"];
export type Job = Schemas["JobPublic"];

const at = (event_id: number) => ({ path: { event_id } });
export const agendaKey = (eventId: number) => ["agenda", eventId];

export const versions = (eventId: number) =>
  queryOptions({
    queryKey: [...agendaKey(eventId), "versions"],
    queryFn: () =>
      askAll((offset) =>
        api.GET("/api/events/{event_id}/agenda/versions", { params: { ...at(eventId), query: { limit: 200, offset } } }),
      ),
  });

export const day = (eventId: number, version: number) =>
  queryOptions({
    queryKey: [...agendaKey(eventId), "day", version],
    queryFn: () => ask(api.GET("/api/events/{event_id}/agenda", { params: { ...at(eventId), query: { version } } })),
  });

export const placements = (eventId: number, number: number) =>
  queryOptions({
    queryKey: [...agendaKey(eventId), "placements", number],
    queryFn: () =>
      askAll((offset) =>
        api.GET("/api/events/{event_id}/agenda/versions/{number}/placements", {
          params: { path: { event_id: eventId, number }, query: { limit: 200, offset } },
        }),
      ),
  });

export const unplaced = (eventId: number, version: number) =>
  queryOptions({
    queryKey: [...agendaKey(eventId), "unplaced", version],
    queryFn: () =>
      ask(api.GET("/api/events/{event_id}/agenda/unplaced", { params: { ...at(eventId), query: { version } } })),
    retry: false,
  });

export const violations = (eventId: number, version: number) =>
  queryOptions({
    queryKey: [...agendaKey(eventId), "violations", version],
    queryFn: () =>
      ask(api.GET("/api/events/{event_id}/agenda/violations", { params: { ...at(eventId), query: { version } } })),
  });

export const compared = (eventId: number, before: number, after: number) =>
  queryOptions({
    queryKey: [...agendaKey(eventId), "compare", before, after],
    queryFn: () =>
      ask(api.GET("/api/events/{event_id}/agenda/compare", { params: { ...at(eventId), query: { before, after } } })),
  });

export const people = (eventId: number) =>
  queryOptions({
    queryKey: ["people", eventId],
    queryFn: () =>
      askAll((offset) =>
        api.GET("/api/events/{event_id}/people", { params: { ...at(eventId), query: { limit: 200, offset } } }),
      ),
  });

export type Change =
  | { doing: "move"; key: string; slot_id: number; table_id: number | null }
  | { doing: "swap"; key: string; other: string }
  | { doing: "place"; key: string; make_room?: boolean }
  | { doing: "unplace" | "pin" | "unpin"; key: string }
  | { doing: "take"; job_id: number }
  | { doing: "go"; number: number }
  | { doing: "undo" | "redo" };

/** Change the draft, or with a signal for `preview` only hear what the change would make of it. */
export function sendChange(eventId: number, change: Change, revision: number, preview?: AbortSignal): Promise<Edit> {
  const { doing, ...rest } = change;
  const address = `/api/events/{event_id}/agenda/draft/${doing}` as "/api/events/{event_id}/agenda/draft/unplace";
  // The addresses differ in what they take; each change above carries just that.
  const body = { ...rest, revision, dry_run: Boolean(preview) } as Schemas["MeetingSent"];
  return ask(api.POST(address, { params: at(eventId), body, signal: preview ?? null }));
}

export function useChange(eventId: number, revision: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: Change) => sendChange(eventId, change, revision),
    // Known at once, so that the next change, made before all is read again, is not refused as stale.
    onSuccess: (edit) =>
      client.setQueryData(versions(eventId).queryKey, (all) =>
        all?.map((one) => (one.state === "draft" ? { ...one, revision: edit.revision } : one)),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: agendaKey(eventId) }),
  });
}

export function usePublish(eventId: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ number, revision }: Version) =>
      ask(api.POST("/api/events/{event_id}/agenda/publish", { params: at(eventId), body: { number, revision } })),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: agendaKey(eventId) });
      await client.invalidateQueries({ queryKey: ["event", eventId] });
    },
  });
}

export const startSolving = (eventId: number, seconds: number): Promise<Job> =>
  ask(api.POST("/api/events/{event_id}/agenda/solve", { params: at(eventId), body: { seconds } }));

/** The planning that was asked for last, also by somebody else or before this page was opened. */
export const solving = (eventId: number) =>
  queryOptions({
    queryKey: ["solving", eventId],
    queryFn: () => ask(api.GET("/api/events/{event_id}/agenda/solve", { params: at(eventId) })),
  });

export const getJob = (job_id: number): Promise<Job> =>
  ask(api.GET("/api/jobs/{job_id}", { params: { path: { job_id } } }));

export const stopJob = (job_id: number): Promise<Job> =>
  ask(api.POST("/api/jobs/{job_id}/cancel", { params: { path: { job_id } } }));
