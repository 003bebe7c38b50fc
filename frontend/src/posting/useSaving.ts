/**
 * Keeps what is typed: at once in this browser, and soon after with the service.
 *
 * Without network or sign-in it stays here and is sent later. Changes of other people are merged place by place; where
 * both changed the same one, nothing is sent until one of the two is chosen.
 */
import { useCallback, useEffect, useReducer, useRef } from "react";
import type { Posting } from "../catalogue/queries";
import type { Kind } from "../catalogue/search";
import { Refusal } from "../kit/api";
import { changesBetween, type Content, contentOf } from "./content";
import { forgetWork, type Kept, keepWork } from "./keeping";
import { decided, merge, type Place } from "./merging";
import { change, createOnce, load, problemsOf } from "./requests";

const AFTER_TYPING_MS = 1_200;
const AGAIN_MS = 10_000;

export type Status = "saved" | "waiting" | "saving" | "offline" | "kept" | "refused" | "conflict";

export interface Conflict {
  theirs: Content;
  version: number;
  both: Place[];
}

interface Given {
  kind: Kind;
  organisationId: number;
  /** Where unsent work is kept in this browser: for a posting by its number, or before its first save. */
  place: (posting: number | null) => string;
  start: Kept;
  posting: Posting | null;
  made: (posting: Posting) => void;
}

interface Work extends Kept {
  posting: Posting | null;
  status: Status;
  error: unknown;
  conflict: Conflict | null;
}

export function useSaving(given: Given) {
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const work = useRef<Work>({ ...given.start, posting: given.posting, status: "saved", error: null, conflict: null });
  const timer = useRef(0);
  const busy = useRef<Promise<boolean> | null>(null);
  const here = useRef(true);
  const { kind, organisationId, place } = given;
  const made = useRef(given.made);
  made.current = given.made;

  const set = useCallback((changes: Partial<Work>) => {
    Object.assign(work.current, changes);
    redraw();
  }, []);

  const isUnsent = () => {
    const { base, content } = work.current;
    return !base || Object.keys(changesBetween(base, content)).length > 0;
  };

  const keepHere = useCallback(() => {
    const { content, base, version, reference, posting } = work.current;
    const here = place(posting?.id ?? null);
    if (isUnsent()) keepWork(here, { content, base, version, reference });
    else forgetWork(here);
  }, [place]);

  const take = useCallback(
    (posting: Posting, sent: Content) => {
      const base = contentOf(posting);
      // What was typed while it was under way stays; the rest is as the service cleaned it.
      const content = { ...base, ...changesBetween(sent, work.current.content) };
      if (!work.current.posting) forgetWork(place(null));
      set({ posting, base, content, version: posting.version, error: null, conflict: null });
      set({ status: isUnsent() ? "waiting" : "saved" });
      keepHere();
      if (here.current) made.current(posting);
    },
    [keepHere, place, set],
  );

  const reconcile = useCallback(async () => {
    const posting = await load(work.current.posting?.id ?? 0);
    const theirs = contentOf(posting);
    const { content, both } = merge(work.current.base ?? theirs, work.current.content, theirs);
    if (both.length) {
      set({ status: "conflict", conflict: { theirs, version: posting.version, both } });
      return false;
    }
    set({ posting, base: theirs, content, version: posting.version });
    return true;
  }, [set]);

  const send = useCallback(async (): Promise<boolean> => {
    const { content, base, version, posting, reference } = work.current;
    if (work.current.conflict) return false;
    if (posting && !isUnsent()) return true;
    if (!content.title.trim()) {
      set({ status: "kept" });
      return false;
    }
    set({ status: "saving" });
    try {
      if (!posting || !base || version === null) {
        const { posting: found, anew } = await createOnce(kind, content, organisationId, reference);
        take(found, anew ? content : contentOf(found));
        return !isUnsent() || send();
      }
      take(await change(posting.id, version, changesBetween(base, content)), content);
      return true;
    } catch (error) {
      if (error instanceof Refusal && error.code === "version_stale") return (await reconcile()) && send();
      const away = error instanceof Refusal && (error.code === "offline" || error.status >= 500);
      set({ status: away ? "offline" : "refused", error });
      return false;
    }
  }, [kind, organisationId, reconcile, set, take]);

  /** Send now what is unsent; whether all of it arrived. */
  const flush = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    while (busy.current) await busy.current;
    busy.current = send().catch((error: unknown) => {
      set({ status: "offline", error });
      return false;
    });
    const arrived = await busy.current;
    busy.current = null;
    return arrived;
  }, [send, set]);

  const edit = useCallback(
    (content: Content) => {
      const refused = work.current.status === "refused" && !Object.keys(problemsOf(work.current.error)).length;
      set({ content, error: refused ? null : work.current.error });
      keepHere();
      // What is in the catalogue leaves it when it changes, so that is sent only when somebody says so.
      const byHand = work.current.posting?.editing?.goes_back;
      if (!work.current.conflict) set({ status: "waiting" });
      clearTimeout(timer.current);
      if (!byHand) timer.current = window.setTimeout(() => void flush(), AFTER_TYPING_MS);
    },
    [flush, keepHere, set],
  );

  /** Of the places where both wrote, take one's own or the other's; with the last of them the work goes on. */
  const decide = useCallback(
    (places: Place[], keepMine: boolean) => {
      const { conflict } = work.current;
      if (!conflict) return;
      const { theirs, version } = conflict;
      let [base, mine] = [work.current.base ?? theirs, work.current.content];
      for (const place of places) [base, mine] = decided(base, mine, theirs, place, keepMine);
      const { content, both } = merge(base, mine, theirs);
      if (both.length) {
        set({ base, content: mine, conflict: { theirs, version, both } });
        keepHere();
        return;
      }
      set({ base: theirs, version, content, conflict: null });
      void flush();
    },
    [flush, keepHere, set],
  );

  useEffect(() => {
    const again = () => {
      if (work.current.status === "offline") void flush();
    };
    const ticking = window.setInterval(again, AGAIN_MS);
    window.addEventListener("online", again);
    return () => {
      clearInterval(ticking);
      window.removeEventListener("online", again);
    };
  }, [flush]);

  useEffect(() => {
    // Work that was kept from another time goes out as soon as it is opened again.
    if (work.current.base && isUnsent() && !work.current.posting?.editing?.goes_back) void flush();
    else if (isUnsent() && work.current.content.title) set({ status: "waiting" });
    here.current = true;
    return () => {
      here.current = false;
      clearTimeout(timer.current);
      if (isUnsent() && !work.current.posting?.editing?.goes_back) void flush();
    };
  }, [flush, set]);

  const replaced = useCallback((posting: Posting) => take(posting, work.current.content), [take]);
  // After a save the posting is another one than when the button was drawn.
  const latest = useCallback(() => work.current.posting, []);
  return { ...work.current, unsent: isUnsent(), edit, flush, decide, replaced, latest };
}
export type Saving = ReturnType<typeof useSaving>;
