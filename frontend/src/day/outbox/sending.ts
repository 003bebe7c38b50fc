/** Sends what is kept, one after the other in the order it was noted, each until it has arrived. */
import { firstOf, type Kept, remove, update } from "./store";

const FIRST_WAIT_MS = 3_000;
const LONGEST_WAIT_MS = 60_000;
const ANSWER_MS = 20_000;
const LATER = new Set([408, 425, 429]);

type Outcome = "arrived" | "refused" | "later" | "somebody_else";
export type Arrived = (kept: Kept) => void;

let wait = FIRST_WAIT_MS;
let timer: ReturnType<typeof setTimeout> | undefined;
let arrived: Arrived = () => undefined;
/** Whether the service could be reached when something was sent last. */
export let reached = true;

/** What to do with everything that has arrived. */
export function onArrival(listener: Arrived): void {
  arrived = listener;
}

/** Send all that waits for this person now; what cannot be sent is tried again by itself. */
export async function sendWaiting(saidBy: string): Promise<void> {
  clearTimeout(timer);
  const run = () => sendAll(saidBy);
  // Of two windows one sends at a time; without locks each may send the same, which then counts once.
  await (navigator.locks ? navigator.locks.request("outbox", run) : run());
}

async function sendAll(saidBy: string): Promise<void> {
  for (;;) {
    const next = await firstOf(saidBy);
    if (!next) return;
    const outcome = await sendOne(next);
    reached = outcome !== "later";
    if (outcome === "somebody_else") return;
    if (outcome === "later") {
      clearTimeout(timer);
      timer = setTimeout(() => void sendWaiting(saidBy), wait);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
      return;
    }
    wait = FIRST_WAIT_MS;
  }
}

async function sendOne(kept: Kept): Promise<Outcome> {
  let answer: Response;
  try {
    answer = await fetch(kept.path, {
      method: kept.method,
      headers: { "Content-Type": "application/json", "X-Said-By": kept.saidBy },
      body: JSON.stringify(kept.body),
      signal: AbortSignal.timeout(ANSWER_MS),
    });
  } catch {
    return "later";
  }
  if (answer.ok) {
    await remove(kept.id);
    arrived(kept);
    return "arrived";
  }
  if (answer.status >= 500 || LATER.has(answer.status)) return "later";
  const told = await problemOf(answer);
  if (answer.status === 401 || told.code === "said_by_somebody_else") return "somebody_else";
  await update({ ...kept, refused: told });
  return "refused";
}

async function problemOf(answer: Response): Promise<{ code: string; params: Record<string, unknown> }> {
  const told = (await answer.json().catch(() => ({}))) as { code?: string; params?: Record<string, unknown> };
  return { code: told.code ?? String(answer.status), params: told.params ?? {} };
}
