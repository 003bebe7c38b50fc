/** Unsent work, kept in this browser for the account and organisation that wrote it. */
import type { Kind } from "../catalogue/search";
import { forget, keep, recall } from "../kit/kept";
import type { Content } from "./content";

export interface Kept {
  content: Content;
  /** What the service had when the work began, and its version; null before the first save. */
  base: Content | null;
  version: number | null;
  /** The reference under which a new posting is made, so that it is never made twice. */
  reference: string;
}

/** Where the work on a posting is kept; without a number that of one which was never saved. */
export const placeOf = (account: number, organisation: number, kind: Kind, posting: number | null): string =>
  `posting-${account}-${organisation}-${posting ?? `new-${kind}`}`;

export function recallWork(place: string): Kept | null {
  try {
    const kept = JSON.parse(recall(place) ?? "null") as Kept | null;
    return kept && typeof kept.content?.title === "string" && Array.isArray(kept.content.translations) ? kept : null;
  } catch {
    return null;
  }
}

export const keepWork = (place: string, work: Kept): void => keep(place, JSON.stringify(work));
export const forgetWork = (place: string): void => forget(place);
