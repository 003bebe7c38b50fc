/** Who is acting, as the service is told with every request. Sign-in replaces this file. */
import type { Middleware } from "openapi-fetch";
import { useSyncExternalStore } from "react";
import { keep, recall } from "../kit/kept";

export type Acting = "public" | "organiser" | number;

const listeners = new Set<() => void>();
let acting: Acting = read(recall("acting"));

function read(name: string | null): Acting {
  if (name === "organiser") return name;
  return name && /^\d+$/.test(name) ? Number(name) : "public";
}

export const actingMiddleware: Middleware = {
  onRequest({ request }) {
    request.headers.set("X-Acting-As", String(acting));
    return request;
  },
};

export function actAs(who: Acting): void {
  acting = who;
  keep("acting", String(who));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useActing(): Acting {
  return useSyncExternalStore(subscribe, () => acting);
}
