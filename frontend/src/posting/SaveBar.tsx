import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useSpeech } from "../kit/language";
import { Failure } from "../kit/parts";
import { moveTo, problemsOf, type State } from "./requests";
import type { Saving } from "./useSaving";
import "./posting.css";

/** Stays in sight: where the text is kept, what would make it better, and the next step. */
export function SaveBar({ saving, findings }: { saving: Saving; findings: number }) {
  const { words } = useSpeech();
  const navigate = useNavigate();
  const [error, setError] = useState<unknown>(null);
  const { posting, status } = saving;
  const blank = !posting && status === "saved";
  const byHand = posting?.editing?.goes_back && saving.unsent;
  const move = async (state: State) => {
    setError(null);
    if (!(await saving.flush())) return;
    try {
      const now = saving.latest();
      if (!now) return;
      saving.replaced(await moveTo(now, state));
      if (state === "submitted") await navigate({ to: "/mine" });
    } catch (refused) {
      setError(refused);
    }
  };
  // A posting that was never saved can be sent as soon as it has been.
  const next = posting?.editing?.next_states ?? (saving.content.title.trim() ? (["submitted"] as State[]) : []);
  const told = Object.keys(problemsOf(saving.error)).length ? words.posting.problem : null;
  return (
    <div className="save-bar">
      <p role="status" className={`save-state ${blank ? "blank" : status}`}>
        {byHand ? words.posting.willGoBack : (told ?? words.posting.statuses[blank ? "blank" : status])}
      </p>
      {saving.content.title && <p className="small">{words.posting.improvements(findings)}</p>}
      <div className="links">
        {byHand && (
          <button type="button" className="primary" onClick={() => void saving.flush()}>
            {words.posting.saveAndReview}
          </button>
        )}
        {!byHand &&
          next.filter((state) => state === "submitted" && posting?.state !== "published").map((state) => (
            <button key={state} type="button" className="primary" onClick={() => void move(state)}>
              {words.mine.actions[state]}
            </button>
          ))}
      </div>
      {(error !== null || (status === "refused" && !told)) && <Failure error={error ?? saving.error} />}
    </div>
  );
}
