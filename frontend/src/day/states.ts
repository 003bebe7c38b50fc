import type { Kept } from "./outbox/store";

const STATES: Record<string, "held" | "not_held" | "running"> = { held: "held", notHeld: "not_held", running: "running" };

/** What this device has noted of a meeting and could not send yet; the last word counts. */
export function stateOf(kept: Kept[], eventId: number, key: string): "held" | "not_held" | "running" | undefined {
  const noted = kept.filter((one) => one.eventId === eventId && one.subject === key && STATES[one.what] && !one.refused);
  const last = noted.at(-1);
  return last && STATES[last.what];
}
