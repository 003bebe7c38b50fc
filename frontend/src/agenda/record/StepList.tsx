import { useQuery } from "@tanstack/react-query";
import { useSpeech } from "../../kit/language";
import type { Change } from "../queries";
import { type Step, steps as stepsQuery } from "./requests";
import "./record.css";

interface Given {
  eventId: number;
  change: (wanted: Change) => void;
}

/** All that was done to the draft, the latest on top, each with the way back to it. */
export function StepList({ eventId, change }: Given) {
  const { words, instant } = useSpeech();
  const all = useQuery(stepsQuery(eventId)).data ?? [];
  if (!all.length) return null;
  const here = Math.max(0, ...all.filter((step) => !step.undone).map((step) => step.number));
  const place = (number: number, name: string) =>
    number === here ? (
      <span className="badge" aria-current="step">
        {words.record.here}
      </span>
    ) : (
      <button
        type="button"
        className="link"
        aria-label={`${words.record.goTo}: ${name}`}
        onClick={() => change({ doing: "go", number })}
      >
        {words.record.goTo}
      </button>
    );
  const nameOf = (step: Step) => words.record.doings[step.doing] ?? step.doing;
  return (
    <section className="record">
      <details>
        <summary>
          <h2>{words.record.steps(all.length)}</h2>
        </summary>
        <p className="hint">{words.record.stepsHint}</p>
        <ol reversed>
          {[...all].reverse().map((step) => (
            <li key={step.number} className={step.undone ? "undone" : undefined}>
              <span>
                <span className="strong">{nameOf(step)}</span>
                {step.undone && <span className="small"> {words.record.undone}</span>}
                <br />
                <span className="small">
                  {step.actor}, {instant(step.at)}
                </span>
              </span>
              {place(step.number, `${nameOf(step)}, ${instant(step.at)}`)}
            </li>
          ))}
          <li>
            <span className="strong">{words.record.beginning}</span>
            {place(0, words.record.beginning)}
          </li>
        </ol>
      </details>
    </section>
  );
}
