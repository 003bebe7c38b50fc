import type { Kind } from "../catalogue/search";
import type { Content } from "./content";

/** What every part of the form is given. */
export interface Part {
  kind: Kind;
  content: Content;
  change: (changes: Partial<Content>) => void;
  /** What is wrong with a field, and what would make it better. */
  problem: (field: string) => string | undefined;
  advice: (field: string) => string[];
}
