/** What was noted on this device and has not arrived yet: kept in the browser's database, in order, until it has. */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";

/** What was noted, for words: who or what it is about stands in `about`. */
export type What = "here" | "notHere" | "walkIn" | "held" | "notHeld" | "running" | "feedback";

export interface Noted {
  what: What;
  /** The name of a person or of the other side, as it was read when it was noted. */
  about: string;
  eventId: number;
  /** What others look for among what waits: a person's id, or a meeting's key. */
  subject: string;
  method: "POST" | "PUT";
  path: string;
  body: Record<string, unknown>;
}

export interface Kept extends Noted {
  id: number;
  /** The account and the organisation it acted for; it is never sent as anybody else. */
  saidBy: string;
  refused?: { code: string; params: Record<string, unknown> };
}

interface Outbox extends DBSchema {
  waiting: { key: number; value: Omit<Kept, "id"> & { id?: number } };
}

let opened: Promise<IDBPDatabase<Outbox>> | null = null;
const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("outbox");
const listeners = new Set<() => void>();

const database = () =>
  (opened ??= openDB<Outbox>("matchmaker", 1, {
    upgrade: (made) => void made.createObjectStore("waiting", { keyPath: "id", autoIncrement: true }),
  }));

const tell = () => {
  for (const listener of listeners) listener();
};
if (channel) channel.onmessage = tell;

function changed(): void {
  tell();
  channel?.postMessage(null);
}

/** Hear of every change, also by other windows. */
export function onChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export async function keepNoted(noted: Noted, saidBy: string): Promise<void> {
  await (await database()).add("waiting", { ...noted, saidBy });
  changed();
}

/** All that is kept, the oldest first. */
export const allKept = async (): Promise<Kept[]> => (await (await database()).getAll("waiting")) as Kept[];

/** The first that was noted by this person and was not refused. */
export const firstOf = async (saidBy: string): Promise<Kept | undefined> =>
  (await allKept()).find((one) => one.saidBy === saidBy && !one.refused);

export async function remove(id: number): Promise<void> {
  await (await database()).delete("waiting", id);
  changed();
}

export async function update(kept: Kept): Promise<void> {
  await (await database()).put("waiting", kept);
  changed();
}
