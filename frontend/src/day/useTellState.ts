import { useCallback } from "react";
import { said, useNote } from "./outbox/useOutbox";

type Told = "running" | "held" | "not_held";
const WHAT = { running: "running", held: "held", not_held: "notHeld" } as const;

/** Note what became of a meeting; `about` is the other side, for words. */
export function useTellState(eventId: number) {
  const note = useNote();
  return useCallback(
    (key: string, about: string, state: Told, missing?: "need" | "technology" | "both") =>
      void note({
        what: WHAT[state],
        about,
        eventId,
        subject: key,
        method: "POST",
        path: `/api/events/${eventId}/agenda/meetings/${encodeURIComponent(key)}/state`,
        body: { ...said(), state, missing: missing ?? null },
      }),
    [eventId, note],
  );
}
