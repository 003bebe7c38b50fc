import { useSpeech } from "../kit/language";
import { SendButton } from "../kit/SendForm";
import { type Target, usePlanChanges } from "./queries";

/** What was entered by hand, the one that counts first, with what proves it. */
export function Entries({ planId, target }: { planId: number; target: Target }) {
  const { words, count, day, instant } = useSpeech();
  const changes = usePlanChanges();
  const { plans } = words;
  if (!target.entries.length) return null;
  const sayWho = (by: string) => (by === "organiser" ? words.audit.actors.organiser : by);
  return (
    <details>
      <summary>{plans.entries(target.entries.length)}</summary>
      <ul className="rows">
        {target.entries.map((entry) => (
          <li key={entry.id}>
            <div>
              <strong>{count(entry.value)}</strong> · {day(entry.day)}
              <span className="small">
                {entry.evidence}{" "}
                {entry.link && (
                  <a href={entry.link} rel="noopener noreferrer nofollow" target="_blank">
                    {entry.link}
                  </a>
                )}
              </span>
              <span className="small">{plans.enteredBy(sayWho(entry.by), instant(entry.at))}</span>
            </div>
            <SendButton label={plans.takeBack} work={() => changes.takeBack(planId, target.id, entry.id)} />
          </li>
        ))}
      </ul>
    </details>
  );
}
