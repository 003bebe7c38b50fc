/**
 * The file of a dry run, kept in the browser's own database until it is imported, another one is chosen, somebody else
 * signs in here, or a day has passed. It stays on the device; where the browser keeps nothing, it is chosen again.
 */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Kind } from "../catalogue/search";

const MOST_MS = 86_400_000;

export interface KeptFile {
  /** The dry run that it was sent for. */
  job: number;
  kind: Kind;
  file: File;
  organisationId: number | null;
}

interface Files extends DBSchema {
  tried: { key: string; value: KeptFile & { at: number } };
}

let opened: Promise<IDBPDatabase<Files>> | null = null;
const database = () =>
  (opened ??= openDB<Files>("matchmaker-files", 1, { upgrade: (made) => void made.createObjectStore("tried") }));

/** Keep a file for whoever chose it, instead of the one before; nothing where the browser keeps none. */
export async function keepFile(whose: string, kept: KeptFile): Promise<void> {
  try {
    await (await database()).put("tried", { ...kept, at: Date.now() }, whose);
  } catch {
    // No room, or a private window: the page says that the file must be chosen again.
  }
}

/** The file of a dry run; null where it is not here any more. */
export async function keptFile(whose: string, job: number): Promise<KeptFile | null> {
  try {
    const kept = await (await database()).get("tried", whose);
    return kept && kept.job === job && Date.now() - kept.at < MOST_MS ? kept : null;
  } catch {
    return null;
  }
}

export async function forgetFile(whose: string): Promise<void> {
  try {
    await (await database()).delete("tried", whose);
  } catch {
    // There is none.
  }
}

/** Forget the files of everybody but this person, and those that nobody came back for. */
export async function forgetFilesOfOthers(person: number | null): Promise<void> {
  try {
    const files = await database();
    for (const whose of await files.getAllKeys("tried")) {
      const kept = await files.get("tried", whose);
      const old = !kept || Date.now() - kept.at >= MOST_MS;
      if (old || whose.split("-")[0] !== String(person)) await files.delete("tried", whose);
    }
  } catch {
    // There are none.
  }
}
