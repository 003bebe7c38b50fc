import { useMe } from "../../accounts/me";
import { useSpeech } from "../../kit/language";
import { sayRefusal } from "../../kit/parts";
import { Refusal } from "../../kit/api";
import { sendWaiting } from "./sending";
import { type Kept, remove, update } from "./store";
import { saidBy, useKept, useOnline, useSending } from "./useOutbox";
import "./outbox.css";

/** On every page: how much has not arrived yet, and what was refused and why. */
export function Waiting() {
  const { words } = useSpeech();
  const who = saidBy(useMe());
  const kept = useKept();
  const online = useOnline();
  useSending();
  const mine = kept.filter((one) => one.saidBy === who);
  const refused = mine.filter((one) => one.refused);
  const waiting = mine.length - refused.length;
  const others = kept.length - mine.length;
  if (!kept.length) return null;
  return (
    <section className="outbox no-print" aria-label={words.onDay.outbox}>
      <p role="status">
        {waiting > 0 && <strong>{words.onDay.waiting(waiting)}</strong>} {!online && words.onDay.offline}
        {others > 0 && <span className="hint"> {words.onDay.waitingForOthers(others)}</span>}
      </p>
      {refused.length > 0 && (
        <ul>
          {refused.map((one) => (
            <Refused key={one.id} kept={one} who={one.saidBy} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Refused({ kept, who }: { kept: Kept; who: string }) {
  const { words } = useSpeech();
  const { refused, ...rest } = kept;
  const again = async () => {
    await update(rest);
    void sendWaiting(who);
  };
  return (
    <li role="alert">
      <span>
        <strong>{words.onDay.noted[kept.what](kept.about)}</strong>:{" "}
        {refused && sayRefusal(words, new Refusal(409, refused.code, refused.params))}
      </span>
      <span className="links">
        <button type="button" className="small-button" onClick={() => void again()}>
          {words.retry}
        </button>
        <button type="button" className="small-button" onClick={() => void remove(kept.id)}>
          {words.onDay.giveUp}
        </button>
      </span>
    </li>
  );
}
