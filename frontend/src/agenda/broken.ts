import { Refusal } from "../kit/api";
import type { Broken } from "./queries";

/** The rules that a change was refused for. */
export function brokenOf(error: unknown): Broken[] {
  const told = error instanceof Refusal ? error.params.violations : undefined;
  return Array.isArray(told) ? (told as Broken[]) : [];
}

/** The meetings that a broken rule is about. */
export function keysOf({ params }: Broken): string[] {
  const several: unknown[] = Array.isArray(params.keys) ? params.keys : [];
  return [params.key, ...several].filter((key): key is string => typeof key === "string");
}
