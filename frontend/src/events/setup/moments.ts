/** Days and moments as form fields have them, in the zone of an event. */

/** The moment at which clocks of a zone show a local time (`2027-05-01T17:00`), in UTC; what is no time stays as it is. */
export function momentIn(zone: string, local: string): string {
  // Browsers take many a text for a date: only the form of the field is one.
  const shown = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local) ? Date.parse(`${local}:00Z`) : Number.NaN;
  if (Number.isNaN(shown)) return local;
  const guess = shown - offset(zone, shown);
  // Once more, for clocks may change between the two.
  return new Date(shown - offset(zone, guess)).toISOString();
}

/** The local time in a moment that carries the offset of its zone. */
export const localOf = (moment: string): string => moment.slice(0, 16);

/** All days from one to another, as ISO dates. */
export function daysBetween(first: string, last: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last) && days.length < 31; at += 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

function offset(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const minute = Math.floor(at / 60_000) * 60_000;
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute")) - minute;
}
