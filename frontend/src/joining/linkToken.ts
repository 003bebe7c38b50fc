import { useRouterState } from "@tanstack/react-router";
import { useState } from "react";

/** The token of a link from a letter; it stands behind the hash, which no server and no log ever sees. */
export function linkToken(hash: string = location.hash): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
}

/** The token of the link that was opened last; kept, because signing in or moving on may take the hash away. */
export function useLinkToken(): string {
  const [token, setToken] = useState(() => linkToken());
  // Another link opened in the same window changes only the hash, and loads nothing anew.
  const now = useRouterState({ select: () => linkToken() });
  if (now && now !== token) setToken(now);
  return token;
}
