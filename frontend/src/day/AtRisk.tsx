import { useState } from "react";
import { nameIn, useSpeech } from "../kit/language";
import type { Day, Meeting } from "./queries";
import { Without } from "./Without";

/** The next meetings that may fail, and why; whoever is missing is a tap away from the agenda without them. */
export function AtRisk({ day }: { day: Day }) {
  const { words } = useSpeech();
  const gone = new Set(day.people.filter((one) => one.here).map((one) => one.person_id));
  // What this desk has noted counts before the service says it.
  const still = day.meetings
    .map((one) => ({ ...one, risks: one.risks.filter((risk) => risk.person_id == null || !gone.has(risk.person_id)) }))
    .filter((one) => one.risks.length);
  return (
    <section aria-labelledby="at-risk">
      <h2 id="at-risk">{words.onDay.atRisk(still.length)}</h2>
      <p className="hint">{still.length ? words.onDay.riskHint : words.onDay.nothingAtRisk}</p>
      <ul className="rows">
        {still.map((one) => (
          <Risk key={one.key} day={day} meeting={one} />
        ))}
      </ul>
    </section>
  );
}

function Risk({ day, meeting }: { day: Day; meeting: Meeting }) {
  const { words } = useSpeech();
  const [absent, setAbsent] = useState<number | null>(null);
  const nameOf = (id?: number | null) => day.people.find((one) => one.person_id === id)?.name ?? "";
  const tableOf = (key?: string | null) => day.meetings.find((one) => one.key === key)?.table ?? "";
  return (
    <li className="risk">
      <MeetingHead meeting={meeting} />
      <span className="links">
        {meeting.risks.map(({ code, person_id, key }) =>
          code === "person_missing" && person_id != null ? (
            <button
              key={person_id}
              type="button"
              className="small-button"
              aria-expanded={absent === person_id}
              onClick={() => setAbsent(absent === person_id ? null : person_id)}
            >
              {words.onDay.notHereYet(nameOf(person_id))}
            </button>
          ) : (
            <span key={key} className="badge warn">
              {words.onDay.overrun(tableOf(key))}
            </span>
          ),
        )}
      </span>
      {absent !== null && <Without key={absent} day={day} personId={absent} />}
    </li>
  );
}

/** When, where and who. */
export function MeetingHead({ meeting }: { meeting: Meeting }) {
  const { code, clock } = useSpeech();
  const names = [meeting.need_side, meeting.technology_side].map(
    (side) => nameIn(code, { vi: side.organisation_vi, en: side.organisation_en }) || side.person,
  );
  return (
    <span>
      <strong>
        <time dateTime={meeting.starts_at}>{clock(meeting.starts_at)}</time> · {meeting.table}
      </strong>
      <span className="small">{names.join(" – ")}</span>
    </span>
  );
}
