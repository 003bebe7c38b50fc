import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Posting } from "../catalogue/queries";
import { useSpeech } from "../kit/language";
import { Failure, TextArea } from "../kit/parts";
import { Recalled } from "../kit/unsent/Recalled";
import { type Unsent, useUnsent } from "../kit/unsent/useUnsent";
import { moveTo } from "../posting/requests";
import { queue } from "./queries";
import { TemplatePicks } from "./templates/TemplatePicks";

/** Approve, or return with reasons; both for the version that is shown and no other. */
export function Decision({ posting, done }: { posting: Posting; done: () => void }) {
  const { words } = useSpeech();
  const client = useQueryClient();
  const unsent = useUnsent<Answer>(`review-${posting.id}`, { chosen: [], own: "" });
  const [returning, setReturning] = useState(unsent.recalled);
  const next = posting.editing?.next_states ?? [];
  const decide = useMutation({
    mutationFn: (reasons: string[] | null) => moveTo(posting, reasons ? "returned" : "published", reasons ?? []),
    onSuccess: () => {
      unsent.clear();
      done();
    },
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
        <Reasons
          unsent={unsent}
          language={posting.language}
          busy={decide.isPending}
          send={(reasons) => decide.mutate(reasons)}
          cancel={() => {
            unsent.clear();
            setReturning(false);
          }}
        />
      )}
      {decide.error && <Failure error={decide.error} />}
    </section>
  );
}

interface Answer {
  chosen: string[];
  own: string;
}

interface ReasonsGiven {
  unsent: Unsent<Answer>;
  /** In which language the posting is written. */
  language: string;
  busy: boolean;
  send: (reasons: string[]) => void;
  cancel: () => void;
}

/** The usual reasons, which everybody reads in their own language, and words of one's own, perhaps out of a template. */
function Reasons({ unsent, language, busy, send, cancel }: ReasonsGiven) {
  const { words } = useSpeech();
  const { chosen, own } = unsent.value;
  const choose = (code: string) =>
    unsent.write({ chosen: chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code] });
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
      <Recalled unsent={unsent} />
      <fieldset className="choices">
        <legend>{words.review.reasons}</legend>
        {Object.entries(words.review.usual).map(([code, text]) => (
          <label key={code}>
            <input
              type="checkbox"
              checked={chosen.includes(code)}
              onChange={() => choose(code)}
            />
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
      <TemplatePicks about="posting" language={language} written={own} write={(text) => unsent.write({ own: text })} />
      <TextArea
        label={words.review.own}
        hint={words.review.ownHint}
        {...unsent.field("own")}
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
