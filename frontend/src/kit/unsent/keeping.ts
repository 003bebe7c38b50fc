/**
 * What somebody has typed into a form and not yet sent, kept in this browser for them alone.
 *
 * Only what differs from how the form began is kept, so that the rest follows what the service says by then. It goes when
 * it is sent, when its person signs out, when somebody else signs in here, and with time.
 */
import { forget, keep, keptNames, recall } from "../kept";

const PREFIX = "unsent";
const MOST_MS = 14 * 86_400_000;

interface Kept {
  at: number;
  changed: Record<string, unknown>;
}

/** Where a form's text is kept; `whose` is a person and the organisation for which they act. */
export const placeOf = (whose: string, form: string): string => `${PREFIX} ${whose} ${form}`;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const kindOf = (value: unknown): string => (Array.isArray(value) ? "list" : typeof value);
/** Whether a value can stand in a field; nothing may stand anywhere, since fields begin and end empty. */
const fits = (value: unknown, start: unknown): boolean =>
  value === null || start === null || start === undefined || kindOf(value) === kindOf(start);

export function keepUnsent<T extends object>(place: string, start: T, value: T, never: readonly (keyof T)[] = []): void {
  const names = (Object.keys(start) as (keyof T)[]).filter((name) => !never.includes(name));
  const changed = names.filter((name) => !same(start[name], value[name])).map((name) => [name, value[name] ?? null]);
  if (!changed.length) forget(place);
  else keep(place, JSON.stringify({ at: Date.now(), changed: Object.fromEntries(changed) } satisfies Kept));
}

/** The form with what was typed before; null where nothing was, or nothing that still fits. */
export function recallUnsent<T extends object>(place: string, start: T, never: readonly (keyof T)[] = []): T | null {
  const kept = read(recall(place));
  if (!kept) return null;
  const fields = Object.entries(kept.changed).filter(
    ([name, value]) =>
      Object.hasOwn(start, name) && !never.includes(name as keyof T) && fits(value, start[name as keyof T]),
  );
  const value = { ...start, ...Object.fromEntries(fields) };
  return same(value, start) ? null : value;
}

export const forgetUnsent = (place: string): void => forget(place);

/** Forget what everybody but this person left here; without one, all. */
export const forgetOthers = (person: number | null): void =>
  forgetWhere((whose) => person === null || whose.split("-")[0] !== String(person));

/** Forget what nobody came back for. */
export const forgetOld = (): void => forgetWhere((_, text) => read(text) === null);

function forgetWhere(gone: (whose: string, text: string | null) => boolean): void {
  for (const name of keptNames()) {
    const [prefix, whose = ""] = name.split(" ");
    if (prefix === PREFIX && gone(whose, recall(name))) forget(name);
  }
}

function read(text: string | null): Kept | null {
  try {
    const kept = JSON.parse(text ?? "null") as Kept | null;
    const current = typeof kept?.at === "number" && Date.now() - kept.at < MOST_MS;
    return current && typeof kept.changed === "object" && kept.changed ? kept : null;
  } catch {
    return null;
  }
}
