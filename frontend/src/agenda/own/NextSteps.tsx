import { type FormEvent, useState } from "react";
import { useSpeech } from "../../kit/language";
import { Select, TextArea, TextField } from "../../kit/parts";
import { Recalled } from "../../kit/unsent/Recalled";
import { useUnsent } from "../../kit/unsent/useUnsent";
import type { FeedbackSent, Side } from "./queries";

type Step = NonNullable<FeedbackSent["steps"]>[number];

interface Given {
  /** Of which meeting, see `useUnsent`. */
  form: string;
  answer: Pick<FeedbackSent, "note" | "steps">;
  side: Side;
  /** Ends when it is kept on this device. */
  save: (note: string | null, steps: Step[]) => Promise<void>;
}

/** Who does what by when, and a note; both may be left out. */
export function NextSteps({ form, answer, side, save }: Given) {
  const { words } = useSpeech();
  const empty: Step = { what: "", side, due: null };
  const start = { steps: answer.steps?.length ? answer.steps : [empty], note: answer.note ?? "" };
  const unsent = useUnsent(form, start);
  const { steps, note } = unsent.value;
  const [begun] = useState(unsent.recalled);
  const [saved, setSaved] = useState(false);
  const change = (place: number, changes: Partial<Step>) => {
    setSaved(false);
    unsent.write({ steps: steps.map((one, at) => (at === place ? { ...one, ...changes } : one)) });
  };
  const send = async (submitted: FormEvent) => {
    submitted.preventDefault();
    const told = steps.map((one) => ({ ...one, what: one.what.trim() })).filter((one) => one.what);
    await save(note.trim() || null, told);
    unsent.clear();
    setSaved(true);
  };
  return (
    <details className="next-steps" open={begun}>
      <summary>{words.onDay.addSteps}</summary>
      <form className="form" onSubmit={send}>
        <Recalled unsent={unsent} />
        <p className="hint">{words.onDay.stepsHint}</p>
        {steps.map((one, place) => (
          // A step has no name of its own but its place.
          <div className="pair" key={place}>
            <TextField label={words.onDay.stepWhat} value={one.what} maxLength={300} onChange={(what) => change(place, { what })} />
            <Select
              label={words.onDay.stepSide}
              value={one.side}
              choices={(["need", "technology"] as const).map((value) => ({
                value,
                label: value === side ? words.onDay.ourSide : words.onDay.otherSide,
              }))}
              onChange={(value) => change(place, { side: value as Side })}
            />
            <TextField label={words.onDay.stepDue} type="date" value={one.due ?? ""} onChange={(due) => change(place, { due: due || null })} />
          </div>
        ))}
        {steps.length < 10 && (
          <button type="button" className="quiet" onClick={() => unsent.write({ steps: [...steps, empty] })}>
            {words.onDay.addStep}
          </button>
        )}
        <TextArea label={words.onDay.note} hint={words.onDay.noteHint} {...unsent.field("note")} />
        <button type="submit">{words.onDay.saveSteps}</button>
        <p role="status">{saved ? words.onDay.thanks : ""}</p>
      </form>
    </details>
  );
}
