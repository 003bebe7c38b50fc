/** From when until when a table is in use, as the fields of its form have it. */
import type { Event } from "../../queries";
import { localOf, momentIn } from "../moments";

type Days = Pick<Event, "first_day" | "last_day" | "zone">;

/** On an event of one day hours are all that is asked for. */
export const oneDay = (event: Days): boolean => event.first_day === event.last_day;

/** What the field shows of a moment; nothing where the table is in use from the start, or until the end. */
export function shownHour(event: Days, moment: string | null): string {
  const local = localOf(moment ?? "");
  return oneDay(event) && local.startsWith(event.first_day) ? local.slice(11) : local;
}

/** The moment that a field says. */
export function hourSent(event: Days, shown: string): string | null {
  if (!shown) return null;
  return momentIn(event.zone, shown.includes("T") ? shown : `${event.first_day}T${shown}`);
}

/** Whether a slot lies within the hours of a table. */
export function isWithin(slot: { starts_at: string; ends_at: string }, from: string | null, until: string | null): boolean {
  return (!from || Date.parse(from) <= Date.parse(slot.starts_at)) && (!until || Date.parse(slot.ends_at) <= Date.parse(until));
}
