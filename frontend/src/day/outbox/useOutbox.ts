import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useSyncExternalStore } from "react";
import { type Me, useMe } from "../../accounts/me";
import { onArrival, reached, sendWaiting } from "./sending";
import { allKept, type Kept, keepNoted, type Noted, onChange } from "./store";

let known: Kept[] = [];
let online = true;
const listeners = new Set<() => void>();

const isOnline = () => navigator.onLine && reached;
const readAgain = () =>
  allKept().then(
    (kept) => {
      known = kept;
      online = isOnline();
      for (const listener of listeners) listener();
    },
    () => undefined,
  );

onChange(() => void readAgain());
window.addEventListener("online", () => void readAgain());
window.addEventListener("offline", () => void readAgain());
void readAgain();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** All that waits on this device, the oldest first. */
export const useKept = (): Kept[] => useSyncExternalStore(subscribe, () => known);
export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => online);

/** The account and the organisation it acts for; null where nobody is signed in. */
export const saidBy = (me: Me | null): string | null =>
  me?.account ? `${me.account.id}:${me.organisation_id ?? 0}` : null;

/** A key that makes it harmless to send something twice, and the moment it is said. */
export const said = () => ({ sent_key: crypto.randomUUID(), said_at: new Date().toISOString() });

/** Note something: it is kept first and then sent, now or when it can be. */
export function useNote(): (noted: Noted) => Promise<void> {
  const who = saidBy(useMe());
  return useCallback(
    async (noted) => {
      if (!who) return;
      await keepNoted(noted, who);
      void sendWaiting(who);
    },
    [who],
  );
}

/** Sends what waits whenever there is hope: at the start, when the network is back, when one looks again. */
export function useSending(): void {
  const who = saidBy(useMe());
  const client = useQueryClient();
  useEffect(() => {
    onArrival((kept) => {
      for (const key of [["day", kept.eventId], ["own-agendas", kept.eventId], ["feedback", kept.eventId]]) {
        void client.invalidateQueries({ queryKey: key });
      }
    });
  }, [client]);
  useEffect(() => {
    if (!who) return;
    const send = () => void sendWaiting(who);
    const look = () => document.visibilityState === "visible" && send();
    send();
    window.addEventListener("online", send);
    document.addEventListener("visibilitychange", look);
    return () => {
      window.removeEventListener("online", send);
      document.removeEventListener("visibilitychange", look);
    };
  }, [who]);
}
