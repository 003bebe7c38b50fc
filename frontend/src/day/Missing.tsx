import { useState } from "react";
import { nameIn, useSpeech } from "../kit/language";
import { missing } from "./presence";
import type { Day, Person } from "./queries";
import { useCheckIn } from "./useCheckIn";
import { useStart } from "./useStart";
import { PresenceButton } from "./CheckIn";
import { Without } from "./Without";

const SHOWN = 12;

/** Who is not there yet, whose meeting is first on top; from here the agenda is repaired around them. */
export function Missing({ day }: { day: Day }) {
  const { words } = useSpeech();
  const [all, setAll] = useState(false);
  const found = missing(day.people);
  const shown = all ? found : found.slice(0, SHOWN);
  return (
    <section aria-labelledby="missing">
      <h2 id="missing">{words.onDay.missing(found.length)}</h2>
      {!found.length && <p className="hint">{words.onDay.allHere}</p>}
      <ul className="rows">
        {shown.map((one) => (
          <MissingLine key={one.person_id} day={day} person={one} />
        ))}
      </ul>
      {found.length > SHOWN && (
        <button type="button" className="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? words.onDay.fewer : words.onDay.moreFound(found.length - SHOWN)}
        </button>
      )}
    </section>
  );
}

function MissingLine({ day, person }: { day: Day; person: Person }) {
  const { words, code } = useSpeech();
  const startOf = useStart(day);
  const [open, setOpen] = useState(false);
  const note = useCheckIn(day.event_id);
  const soon = person.next_at !== null && Date.parse(person.next_at) - Date.parse(day.now) < 30 * 60_000;
  const organisation = nameIn(code, { vi: person.organisation_vi, en: person.organisation_en });
  return (
    <li>
      <span>
        <strong>{person.name}</strong>
        <span className="small">{organisation || words.setup.roles[person.role]}</span>
        {person.next_at && (
          <span className={soon ? "small soon" : "small"}>
            {words.onDay.nextAt(startOf(person.next_at), person.next_table ?? "")}
          </span>
        )}
      </span>
      <span className="links">
        <PresenceButton person={person} change={(here) => note(person, here)} />
        {person.next_at && day.version !== null && (
          <button type="button" className="small-button" aria-expanded={open} onClick={() => setOpen(!open)}>
            {words.onDay.doesNotCome}
            <span className="unseen">: {person.name}</span>
          </button>
        )}
      </span>
      {open && <Without day={day} personId={person.person_id} />}
    </li>
  );
}
