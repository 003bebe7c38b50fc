import { useRef, useState } from "react";
import { type Change, type Edit, sendChange } from "./queries";

const PREVIEW_MS = 180;

/** What a move would make of the draft, asked while it is carried; what is no longer wanted is not asked on. */
export function usePreview(eventId: number, revision: number) {
  const [edit, setEdit] = useState<Edit | null>(null);
  const timer = useRef(0);
  const asking = useRef<AbortController | null>(null);
  const stop = () => {
    clearTimeout(timer.current);
    asking.current?.abort();
    asking.current = null;
  };
  const forget = () => {
    stop();
    setEdit(null);
  };
  const at = (change: Change) => {
    stop();
    const asked = new AbortController();
    asking.current = asked;
    timer.current = window.setTimeout(() => {
      sendChange(eventId, change, revision, asked.signal).then(
        (found) => asking.current === asked && setEdit(found),
        () => asking.current === asked && setEdit(null),
      );
    }, PREVIEW_MS);
  };
  return { edit, at, forget };
}
