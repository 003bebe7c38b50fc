import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { useSpeech } from "../../kit/language";
import { Failure } from "../../kit/parts";
import { tryWhatIf, type WhatIfPublic, type WhatIfSent } from "./queries";
import "./what-if.css";

const KINDS = ["tables", "slots", "interpreters"] as const;
type Kind = (typeof KINDS)[number];
const AS_IT_IS: Record<Kind, string> = { tables: "", slots: "", interpreters: "" };

/** How many meetings would fit with other tables, slots or interpreters. */
export function WhatIf({ eventId }: { eventId: number }) {
  const { words } = useSpeech();
  const id = useId();
  const [counts, setCounts] = useState(AS_IT_IS);
  const asked = useMutation({ mutationFn: (sent: WhatIfSent) => tryWhatIf(eventId, sent) });
  const send = (submitted: FormEvent) => {
    submitted.preventDefault();
    asked.mutate(Object.fromEntries(KINDS.map((kind) => [kind, counts[kind] ? Number(counts[kind]) : null])));
  };
  return (
    <section className="what-if">
      <h2>{words.day.whatIf}</h2>
      <p className="hint">{words.day.whatIfText}</p>
      <form className="counts" onSubmit={send}>
        {KINDS.map((kind) => (
          <div key={kind} className="field">
            <label htmlFor={`${id}-${kind}`}>{words.day[kind]}</label>
            <input
              id={`${id}-${kind}`}
              type="number"
              min={0}
              max={2000}
              placeholder={words.day.asItIs}
              value={counts[kind]}
              onChange={(event) => setCounts({ ...counts, [kind]: event.target.value })}
            />
          </div>
        ))}
        <button type="submit" disabled={asked.isPending}>
          {words.day.tryIt}
        </button>
      </form>
      {asked.error && <Failure error={asked.error} />}
      <div role="status">{asked.data?.map((found) => <Found key={found.seconds} found={found} />)}</div>
    </section>
  );
}

function Found({ found }: { found: WhatIfPublic }) {
  const { words, percent } = useSpeech();
  const gains = Object.entries(found.gains).filter(([, more]) => more > 0);
  const share = found.asked ? found.fits / found.asked : 1;
  return (
    <div className="fits">
      <p className="strong">
        {words.day.fits(found.fits, found.asked)} ({percent(share)})
      </p>
      <progress max={Math.max(found.asked, 1)} value={found.fits} aria-label={words.day.fits(found.fits, found.asked)} />
      {found.fits < found.asked && <p className="hint">{words.day.noMoreThan(found.bound)}</p>}
      {found.bottleneck && <p>{words.day.bottleneck(words.day.bottlenecks[found.bottleneck] ?? found.bottleneck)}</p>}
      {gains.length > 0 && (
        <ul className="hint">
          {gains.map(([what, more]) => (
            <li key={what}>{words.day.gain(words.day.bottlenecks[what] ?? what, more)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
