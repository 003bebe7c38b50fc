import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useOffline } from "../../offline/register";
import { screen } from "../queries";

const SECOND_MS = 1_000;

/** What a display shows, with the service's clock, second by second; the secret stands behind the hash. */
export function useScreen(eventId: number, tableId?: number) {
  useOffline();
  const token = useHash();
  const found = useQuery({ ...screen(eventId, token, tableId), enabled: Boolean(token) });
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  useAwake();
  const ahead = found.data ? found.dataUpdatedAt - Date.parse(found.data.now) : 0;
  return { screen: found.data, error: token ? found.error : null, now: now - ahead, missing: !token };
}

function useHash(): string {
  const [hash, setHash] = useState(() => location.hash.slice(1));
  useEffect(() => {
    const changed = () => setHash(location.hash.slice(1));
    window.addEventListener("hashchange", changed);
    return () => window.removeEventListener("hashchange", changed);
  }, []);
  return hash;
}

/** A display does not go to sleep, where the browser lets one ask for that. */
function useAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    const ask = () => {
      if (document.visibilityState !== "visible") return;
      navigator.wakeLock?.request("screen").then(
        (given) => {
          lock = given;
        },
        () => undefined,
      );
    };
    ask();
    document.addEventListener("visibilitychange", ask);
    return () => {
      document.removeEventListener("visibilitychange", ask);
      void lock?.release();
    };
  }, []);
}
