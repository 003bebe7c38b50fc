import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Posting } from "../catalogue/queries";
import { useSpeech } from "../kit/language";
import { Failure, TextArea } from "../kit/parts";
import { moveTo } from "../posting/requests";
import { queue } from "./queries";

/** Approve, or return with reasons; both for the version that is shown and no other. */
export function Decision({ posting, done }: { posting: Posting; done: () => void }) {
  const { words } = useSpeech();
  const client = useQueryClient();
  const [returning, setReturning] = useState(false);
  const next = posting.editing?.next_states ?? [];
  const decide = useMutation({
    mutationFn: (reasons: string[] | null) => moveTo(posting, reasons ? "returned" : "published", reasons ?? []),
    onSuccess: done,
    onSettled: () => client.invalidateQueries({ queryKey: queue.queryKey }),
  });
  return (
    <section className="panel card-panel decision">
      {!returning && (
        <div className="links">
          {next.includes("published") && (
            <button type="button" className="primary" disabled={decide.isPending} onClick={() => decide.mutate(null)}>
              {words.review.publish}
            </button>
          )}
          {next.includes("returned") && (
            <button type="button" onClick={() => setReturning(true)}>
              {words.review.sendBack}
            </button>
          )}
        </div>
      )}
      {returning && (
        <Reasons busy={decide.isPending} send={(reasons) => decide.mutate(reasons)} cancel={() => setReturning(false)} />
      )}
      {decide.error && <Failure error={decide.error} />}
    </section>
  );
}

interface ReasonsGiven {
  busy: boolean;
  send: (reasons: string[]) => void;
  cancel: () => void;
}

/** The usual reasons, which everybody reads in their own language, and words of one's own. */
function Reasons({ busy, send, cancel }: ReasonsGiven) {
  const { words } = useSpeech();
  const [chosen, setChosen] = useState<string[]>([]);
  const [own, setOwn] = useState("");
  const [asked, setAsked] = useState(false);
  const reasons = [...chosen, ...(own.trim() ? [own.trim()] : [])];
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (reasons.length) send(reasons);
      }}
    >
      <fieldset className="choices">
        <legend>{words.review.reasons}</legend>
        {Object.entries(words.review.usual).map(([code, text]) => (
          <label key={code}>
            <input
              type="checkbox"
              checked={chosen.includes(code)}
              onChange={() => setChosen(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code])}
            />
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
      <TextArea
        label={words.review.own}
        hint={words.review.ownHint}
        value={own}
        onChange={setOwn}
        problem={asked && !reasons.length ? words.review.reasonNeeded : undefined}
      />
      <div className="links">
        <button type="submit" className="primary" disabled={busy}>
          {words.review.sendBack}
        </button>
        <button type="button" className="quiet" onClick={cancel}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}
