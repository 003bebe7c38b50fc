import { nameIn, useSpeech } from "../kit/language";
import type { Day, Meeting } from "./queries";

/** The next meetings that may fail, and why. */
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
      {!still.length && <p className="hint">{words.onDay.nothingAtRisk}</p>}
      <ul className="rows">
        {still.map((one) => (
          <li key={one.key} className="risk">
            <MeetingHead meeting={one} />
            <Risks day={day} meeting={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Risks({ day, meeting }: { day: Day; meeting: Meeting }) {
  const { words } = useSpeech();
  const nameOf = (id?: number | null) => day.people.find((one) => one.person_id === id)?.name ?? "";
  const tableOf = (key?: string | null) => day.meetings.find((one) => one.key === key)?.table ?? "";
  return (
    <span className="badges">
      {meeting.risks.map((risk) => (
        <span key={`${risk.person_id} ${risk.key}`} className="badge warn">
          {risk.code === "person_missing" ? words.onDay.notHereYet(nameOf(risk.person_id)) : words.onDay.overrun(tableOf(risk.key))}
        </span>
      ))}
    </span>
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
