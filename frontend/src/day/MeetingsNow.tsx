import { useState } from "react";
import { nameIn, useSpeech } from "../kit/language";
import { MeetingHead } from "./AtRisk";
import { useKept } from "./outbox/useOutbox";
import { stateOf } from "./states";
import type { Day, Meeting } from "./queries";
import { useTellState } from "./useTellState";

/** Meetings that have begun: held or not by one tap; what is settled can be looked up and changed. */
export function MeetingsNow({ day }: { day: Day }) {
  const { words } = useSpeech();
  const [settled, setSettled] = useState(false);
  const begun = day.meetings.filter((one) => Date.parse(one.starts_at) <= Date.parse(day.now));
  const open = begun.filter((one) => one.disputed || !["held", "not_held"].includes(one.state));
  const shown = settled ? begun : open;
  return (
    <section aria-labelledby="meetings-now">
      <h2 id="meetings-now">{words.onDay.meetingsNow(open.length)}</h2>
      {!shown.length && <p className="hint">{words.onDay.noMeetingsNow}</p>}
      <ul className="rows">
        {shown.map((one) => (
          <MeetingLine key={one.key} eventId={day.event_id} meeting={one} />
        ))}
      </ul>
      {begun.length > open.length && (
        <button type="button" className="quiet" aria-expanded={settled} onClick={() => setSettled(!settled)}>
          {settled ? words.onDay.fewer : words.onDay.settledToo(begun.length - open.length)}
        </button>
      )}
    </section>
  );
}

function MeetingLine({ eventId, meeting }: { eventId: number; meeting: Meeting }) {
  const { words, code } = useSpeech();
  const tell = useTellState(eventId);
  const [asking, setAsking] = useState(false);
  const state = stateOf(useKept(), eventId, meeting.key) ?? meeting.state;
  const named = (side: Meeting["need_side"]) => nameIn(code, { vi: side.organisation_vi, en: side.organisation_en }) || side.person;
  const about = `${named(meeting.need_side)} – ${named(meeting.technology_side)}`;
  const notHeld = (missing: "need" | "technology" | "both") => {
    setAsking(false);
    tell(meeting.key, about, "not_held", missing);
  };
  return (
    <li>
      <MeetingHead meeting={meeting} />
      <span className="links">
        {state !== "planned" && (
          <span className={state === "held" ? "badge yes" : "badge"}>{words.onDay.states[state]}</span>
        )}
        {meeting.disputed && <span className="badge warn">{words.onDay.disputed}</span>}
        {state === "planned" && (
          <button type="button" className="small-button" onClick={() => tell(meeting.key, about, "running")}>
            {words.onDay.states.running}
          </button>
        )}
        <button type="button" className="small-button" aria-pressed={state === "held"} onClick={() => tell(meeting.key, about, "held")}>
          {words.onDay.states.held}
        </button>
        <button type="button" className="small-button" aria-expanded={asking} onClick={() => setAsking(!asking)}>
          {words.onDay.states.not_held}
        </button>
      </span>
      {asking && (
        <fieldset className="answers without">
          <legend>{words.onDay.whoWasMissing}</legend>
          <button type="button" onClick={() => notHeld("need")}>
            {named(meeting.need_side)}
          </button>
          <button type="button" onClick={() => notHeld("technology")}>
            {named(meeting.technology_side)}
          </button>
          <button type="button" onClick={() => notHeld("both")}>
            {words.onDay.both}
          </button>
        </fieldset>
      )}
    </li>
  );
}
