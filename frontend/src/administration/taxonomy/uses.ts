import { Refusal } from "../../kit/api";

const USES = ["needs", "technologies", "events", "people", "targets", "partners"] as const;
export type Use = (typeof USES)[number];

/** What uses a sector, and how often, from the refusal to remove it; nothing from other errors. */
export function usesIn(error: unknown): [Use, number][] {
  if (!(error instanceof Refusal) || error.code !== "sector_in_use") return [];
  const told = (error.params.uses ?? {}) as Partial<Record<Use, number>>;
  return USES.flatMap((use): [Use, number][] => (told[use] ? [[use, told[use]]] : []));
}
