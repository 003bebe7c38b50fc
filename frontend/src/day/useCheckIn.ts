import { useCallback } from "react";
import { said, useNote } from "./outbox/useOutbox";
import type { Person } from "./queries";

/** Note that somebody is there, or not after all: by name, or with the code of their badge. */
export function useCheckIn(eventId: number): (person: Pick<Person, "person_id" | "name">, here: boolean, code?: string) => void {
  const note = useNote();
  return useCallback(
    (person, here, code) => {
      const whom = code ? { code } : { person_id: person.person_id };
      void note({
        what: here ? "here" : "notHere",
        about: person.name,
        eventId,
        subject: String(person.person_id),
        method: "POST",
        path: `/api/events/${eventId}/day/check-ins`,
        body: { ...said(), ...whom, here },
      });
    },
    [eventId, note],
  );
}
