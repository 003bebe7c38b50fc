import { useSpeech } from "./language";

/** Steps through the pages of a list; nothing where there is only one. */
export function Pages(given: { offset: number; limit: number; total: number; go: (offset: number) => void }) {
  const { words, count } = useSpeech();
  const { offset, limit, total, go } = given;
  if (total <= limit) return null;
  return (
    <div className="links pages">
      <button type="button" className="quiet" disabled={!offset} onClick={() => go(Math.max(0, offset - limit))}>
        {words.organisationPage.newer}
      </button>
      <span className="small">{`${count(offset + 1)}–${count(Math.min(offset + limit, total))} / ${count(total)}`}</span>
      <button type="button" className="quiet" disabled={offset + limit >= total} onClick={() => go(offset + limit)}>
        {words.organisationPage.older}
      </button>
    </div>
  );
}
