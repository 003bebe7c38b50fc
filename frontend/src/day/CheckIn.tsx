import { type FormEvent, useEffect, useRef, useState } from "react";
import { nameIn, useSpeech } from "../kit/language";
import { found } from "../kit/plain";
import { Camera, hasCamera } from "./Camera";
import { personOfCode } from "./presence";
import type { Person } from "./queries";
import { useCheckIn } from "./useCheckIn";
import { WalkIn } from "./WalkIn";

const SHOWN = 8;

/** One field for hand scanner, camera and names: whoever is found is there with Enter or one tap. */
export function CheckIn({ eventId, people }: { eventId: number; people: Person[] }) {
  const { words, code } = useSpeech();
  const [typed, setTyped] = useState("");
  const [said, setSaid] = useState<{ text: string; bad?: boolean } | null>(null);
  const [camera, setCamera] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const note = useCheckIn(eventId);
  const organisation = (one: Person) => nameIn(code, { vi: one.organisation_vi, en: one.organisation_en });
  const matching = typed.trim() ? people.filter((one) => found(typed, `${one.name} ${one.organisation_vi} ${one.organisation_en}`)) : [];
  useEffect(() => field.current?.focus(), []);

  const checkIn = (person: Person, here: boolean, badge?: string) => {
    note(person, here, badge);
    const name = [person.name, organisation(person)].filter(Boolean).join(" · ");
    setSaid({ text: here ? words.onDay.isHere(name) : words.onDay.isNotHere(name) });
    setTyped("");
    field.current?.focus();
  };
  const scanned = (text: string) => {
    const id = personOfCode(text);
    const person = people.find((one) => one.person_id === id);
    if (person) checkIn(person, true, text);
    else {
      setSaid({ text: id === null ? words.onDay.nobodyFound : words.errors.code_not_known ?? "", bad: true });
      if (id !== null) setTyped("");
    }
  };
  const send = (submitted: FormEvent) => {
    submitted.preventDefault();
    const [only, another] = matching;
    if (only && !another) checkIn(only, true);
    else if (typed.trim() && !only) scanned(typed);
  };
  return (
    <section className="check-in panel card-panel" aria-labelledby="check-in">
      <h2 id="check-in">{words.onDay.checkIn}</h2>
      <form onSubmit={send} className="check-in-line">
        <div className="field">
          <label htmlFor="scan">{words.onDay.codeOrName}</label>
          <input
            id="scan"
            ref={field}
            type="text"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <button type="submit" className="primary">
          {words.onDay.here}
        </button>
      </form>
      {hasCamera() && (
        <button type="button" aria-expanded={camera} onClick={() => setCamera(!camera)}>
          {camera ? words.onDay.cameraOff : words.onDay.cameraOn}
        </button>
      )}
      {camera && <Camera scanned={scanned} />}
      <p role="status" className={said?.bad ? "said bad" : "said"}>
        {said?.text}
      </p>
      {matching.length > 0 && (
        <ul className="rows" aria-label={words.onDay.found(matching.length)}>
          {matching.slice(0, SHOWN).map((one) => (
            <li key={one.person_id}>
              <span>
                <strong>{one.name}</strong>
                <span className="small">{organisation(one) || words.setup.roles[one.role]}</span>
              </span>
              <PresenceButton person={one} change={(here) => checkIn(one, here)} />
            </li>
          ))}
        </ul>
      )}
      {matching.length > SHOWN && <p className="hint">{words.onDay.moreFound(matching.length - SHOWN)}</p>}
      <WalkIn eventId={eventId} noted={(name) => setSaid({ text: words.onDay.isHere(name) })} />
    </section>
  );
}

export function PresenceButton({ person, change }: { person: Person; change: (here: boolean) => void }) {
  const { words } = useSpeech();
  if (person.remote) return <span className="badge">{words.day.video}</span>;
  return (
    <span className="links">
      {person.here && <span className="badge yes">{words.onDay.here}</span>}
      <button
        type="button"
        className={person.here ? "small-button" : "small-button primary"}
        aria-label={`${person.here ? words.onDay.takeBack : words.onDay.here}: ${person.name}`}
        onClick={() => change(!person.here)}
      >
        {person.here ? words.onDay.takeBack : words.onDay.here}
      </button>
    </span>
  );
}
