import { type FormEvent, useState } from "react";
import { useSpeech } from "../../kit/language";
import { Select, TextArea, TextField } from "../../kit/parts";
import type { FeedbackSent, Side } from "./queries";

type Step = NonNullable<FeedbackSent["steps"]>[number];

interface Given {
  answer: Pick<FeedbackSent, "note" | "steps">;
  side: Side;
  save: (note: string | null, steps: Step[]) => void;
}

/** Who does what by when, and a note; both may be left out. */
export function NextSteps({ answer, side, save }: Given) {
  const { words } = useSpeech();
  const empty: Step = { what: "", side, due: null };
  const [steps, setSteps] = useState<Step[]>(answer.steps?.length ? answer.steps : [empty]);
  const [note, setNote] = useState(answer.note ?? "");
  const [saved, setSaved] = useState(false);
  const change = (place: number, changes: Partial<Step>) => {
    setSaved(false);
    setSteps(steps.map((one, at) => (at === place ? { ...one, ...changes } : one)));
  };
  const send = (submitted: FormEvent) => {
    submitted.preventDefault();
    const told = steps.map((one) => ({ ...one, what: one.what.trim() })).filter((one) => one.what);
    save(note.trim() || null, told);
    setSaved(true);
  };
  return (
    <details className="next-steps">
      <summary>{words.onDay.addSteps}</summary>
      <form className="form" onSubmit={send}>
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
          <button type="button" className="quiet" onClick={() => setSteps([...steps, empty])}>
            {words.onDay.addStep}
          </button>
        )}
        <TextArea label={words.onDay.note} hint={words.onDay.noteHint} value={note} onChange={setNote} />
        <button type="submit">{words.onDay.saveSteps}</button>
        <p role="status">{saved ? words.onDay.thanks : ""}</p>
      </form>
    </details>
  );
}
