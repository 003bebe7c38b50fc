import { createContext, useContext, useRef, useState } from "react";
import { forgetUnsent, keepUnsent, placeOf, recallUnsent } from "./keeping";

/** Who types here, see `placeOf`; null where nobody is known, and then nothing is kept. */
export const WhoTypes = createContext<string | null>(null);

export interface Unsent<T> {
  value: T;
  /** Write fields: those that change, or a function of all. */
  write: (change: Partial<T> | ((before: T) => T)) => void;
  /** What a field of text needs. */
  field: <Name extends keyof T>(name: Name) => { value: T[Name]; onChange: (value: T[Name]) => void };
  /** Whether this is what was typed before the page was opened. */
  recalled: boolean;
  /** The form as it began: it was sent, or its writer wants nothing of it. */
  clear: () => void;
}

/**
 * The fields of a form, which survive a reload and an ended sign-in.
 *
 * `form` names the form and what it is about. `start` is how it begins: where that changes, fields that were not touched
 * follow. Passwords and the like are `never` kept.
 */
export function useUnsent<T extends object>(form: string, start: T, never: readonly (keyof T)[] = []): Unsent<T> {
  const whose = useContext(WhoTypes);
  const place = whose === null ? null : placeOf(whose, form);
  const began = JSON.stringify(start);
  const open = () => {
    const recalled = place === null ? null : recallUnsent(place, start, never);
    return { place, began, value: recalled ?? start, recalled: recalled !== null };
  };
  const [state, setState] = useState(open);
  let now = state;
  if (state.place !== place) {
    now = open();
    setState(now);
  } else if (state.began !== began) {
    now = { ...state, began, value: follow(state.value, JSON.parse(state.began) as T, start) };
    setState(now);
  }
  const latest = useRef(now.value);
  latest.current = now.value;

  const write: Unsent<T>["write"] = (change) => {
    const value = typeof change === "function" ? change(latest.current) : { ...latest.current, ...change };
    latest.current = value;
    if (place !== null) keepUnsent(place, start, value, never);
    setState((before) => ({ ...before, value }));
  };
  const clear = () => {
    latest.current = start;
    if (place !== null) forgetUnsent(place);
    setState({ place, began, value: start, recalled: false });
  };
  const field: Unsent<T>["field"] = (name) => ({
    value: now.value[name],
    onChange: (value) => write({ [name]: value } as unknown as Partial<T>),
  });
  return { value: now.value, write, field, recalled: now.recalled, clear };
}

/** Fields that were not touched become those of the new beginning. */
function follow<T extends object>(value: T, before: T, start: T): T {
  const touched = (Object.keys(value) as (keyof T)[]).filter(
    (name) => JSON.stringify(value[name]) !== JSON.stringify(before[name]),
  );
  return { ...start, ...Object.fromEntries(touched.map((name) => [name, value[name]])) };
}
