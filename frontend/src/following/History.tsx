import { useSpeech } from "../kit/language";
import type { Case } from "./queries";

/** The stages a case came through, and what was answered when it was asked about. */
export function History({ one }: { one: Case }) {
  const { words, day, instant } = useSpeech();
  const { following } = words;
  const whose = (side: "need" | "technology" | null) => (side ? following.sides[side] : following.organiser);
  return (
    <section className="panel card-panel" aria-labelledby="history">
      <h2 id="history">{following.history}</h2>
      <ol className="history">
        {one.steps.map((step) => (
          <li key={`${step.stage}${step.at}`}>
            <span className="strong">{following.stages[step.stage]}</span> · {day(step.day)}
            {step.reason && <p>{words.reasons[step.reason]}</p>}
            {step.note && <p>{step.note}</p>}
            <p className="small">
              {whose(step.by)} · {following.written(instant(step.at))}
            </p>
          </li>
        ))}
      </ol>
      {one.goings.length > 0 && (
        <>
          <h3>{following.going.heading}</h3>
          <ul className="history">
            {one.goings.map((said) => (
              <li key={`${said.side}${said.months}`} className="small">
                {following.going.said(whose(said.side), said.months, following.going.answers[said.says])}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
