/**
 * What happens when a sign-in ends in the middle of work.
 *
 * A request that is refused while the page believes to be signed in waits for a new sign-in and is then sent again, so
 * that whoever asked need not know. With nobody, or somebody else, signed in instead, the refusal stands.
 */
import type { QueryClient } from "@tanstack/react-query";
import type { Send } from "../kit/api";
import { type Me, me } from "./me";

const REFUSED = new Set([401, 403, 404]);
const NOT_GUARDED = /\/api\/(me|sign-in|sign-in\/second-step|sign-out|first-administrator|demonstration\/sign-in)$/;

type Listener = () => void;
let waiting: { person: Me; done: (again: boolean) => void; outcome: Promise<boolean> } | null = null;
const listeners = new Set<Listener>();
const tell = () => listeners.forEach((listener) => listener());

/** Whose sign-in has ended while requests wait; null while all is well. */
export const endedSignIn = {
  subscribe: (listener: Listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  current: (): Me | null => waiting?.person ?? null,
};

/** Let the waiting requests go on, or let their refusals stand. */
export function settle(again: boolean): void {
  waiting?.done(again);
  waiting = null;
  tell();
}

function askAgain(person: Me): Promise<boolean> {
  if (!waiting) {
    let done: (again: boolean) => void = () => undefined;
    const outcome = new Promise<boolean>((resolve) => {
      done = resolve;
    });
    waiting = { person, done, outcome };
    tell();
  }
  return waiting.outcome;
}

async function isStillSignedIn(person: Me): Promise<boolean> {
  const answer = await fetch("/api/me");
  if (!answer.ok) return true;
  const now = (await answer.json()) as Me;
  return now.account?.id === person.account?.id;
}

export function sendSignedIn(client: QueryClient): Send {
  return async (request) => {
    const again = request.clone();
    const answer = await fetch(request);
    const person = client.getQueryData(me.queryKey);
    if (!REFUSED.has(answer.status) || !person?.account || NOT_GUARDED.test(new URL(request.url).pathname)) return answer;
    if (await isStillSignedIn(person)) return answer;
    return (await askAgain(person)) ? fetch(again) : answer;
  };
}
