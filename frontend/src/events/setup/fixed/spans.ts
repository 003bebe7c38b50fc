import type { Schemas } from "../../../kit/api";

type Slot = Pick<Schemas["SlotPublic"], "id" | "day" | "starts_at" | "ends_at">;

export interface Span {
  day: string;
  starts_at: string;
  ends_at: string;
}

/** From when to when some slots last: those that follow one another on a day are one. `slots` are in order of time. */
export function spans(slots: Slot[], ids: number[]): Span[] {
  const wanted = new Set(ids);
  const found: Span[] = [];
  let parted = true;
  for (const slot of slots) {
    const last = found.at(-1);
    const taken = slot.id !== null && wanted.has(slot.id);
    if (taken && !parted && last?.day === slot.day) last.ends_at = slot.ends_at;
    else if (taken) found.push({ day: slot.day, starts_at: slot.starts_at, ends_at: slot.ends_at });
    parted = !taken;
  }
  return found;
}
