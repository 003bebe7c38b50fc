import { useEffect } from "react";

/** From here on the page opens without a network; asked for where somebody may need that. */
export function useOffline(): void {
  useEffect(() => {
    if (import.meta.env.PROD && "serviceWorker" in navigator) {
      navigator.serviceWorker.register("/worker.js").catch(() => undefined);
    }
  }, []);
}

/** What the service said to the one before must not be read by whoever comes next. */
export async function forgetAnswers(): Promise<void> {
  if (typeof caches !== "undefined") await caches.delete("answers").catch(() => false);
}
