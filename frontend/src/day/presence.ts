/** Who is there, also by what this desk has noted and could not send yet. */
import type { Kept } from "./outbox/store";
import type { Day, Person } from "./queries";

const HERE: Record<string, boolean> = { here: true, notHere: false };

export function withNoted(day: Day, kept: Kept[]): Day {
  const noted = new Map<number, boolean>();
  for (const one of kept) {
    const here = HERE[one.what];
    if (one.eventId === day.event_id && here !== undefined && !one.refused) noted.set(Number(one.subject), here);
  }
  const people = day.people.map((one) => ({ ...one, here: noted.get(one.person_id) ?? one.here }));
  return { ...day, people, here: people.filter((one) => one.here && !one.remote).length };
}

const CODE = /^MM(\d{1,15})[A-Z]{32}$/;

/** The id of the person whose badge this is; null for what is no code. Whether it is genuine, the service says. */
export function personOfCode(typed: string): number | null {
  const found = CODE.exec(typed.replace(/\s/g, "").toUpperCase());
  return found ? Number(found[1]) : null;
}

/** Those who are not there, the earliest meeting first, and those without a meeting last. */
export function missing(people: Person[]): Person[] {
  const when = (one: Person) => (one.next_at ? Date.parse(one.next_at) : Number.POSITIVE_INFINITY);
  return people.filter((one) => !one.here && !one.remote).sort((a, b) => when(a) - when(b) || a.name.localeCompare(b.name, undefined, { numeric: true }));
}
