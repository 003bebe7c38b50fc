import { Link } from "@tanstack/react-router";
import { nameIn, useSpeech } from "../../kit/language";
import type { Entry } from "./queries";

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/** Where to go now, to be read at arm's length. */
export function NextMeeting({ entry, mine, now }: { entry: Entry; mine: number; now: number }) {
  const { words, clock, weekday } = useSpeech();
  const minutes = Math.ceil((Date.parse(entry.starts_at) - now) / MINUTE_MS);
  const running = minutes <= 0;
  const wait = minutes > DAY_MINUTES ? words.day.inDays(Math.floor(minutes / DAY_MINUTES)) : words.day.inMinutes(minutes);
  return (
    <section className="next-meeting" aria-label={running ? words.day.nowMeeting : words.day.nextMeeting}>
      <p className="next-head">
        <span className="ribbon">{running ? words.day.nowMeeting : words.day.nextMeeting}</span>
        {!running && <span>{wait}</span>}
      </p>
      <p className="next-time">
        <time dateTime={entry.starts_at}>{clock(entry.starts_at)}</time>
        <span className="next-table">{entry.table}</span>
      </p>
      <p className="hint">{weekday(entry.starts_at)}</p>
      <MeetingLines entry={entry} mine={mine} full />
      {entry.video_link && (
        <a className="button primary" href={entry.video_link} rel="noopener noreferrer" target="_blank">
          {words.day.joinVideo}
        </a>
      )}
    </section>
  );
}

/** Whom one meets, where, and about what. */
export function MeetingLines({ entry, mine, full = false }: { entry: Entry; mine: number; full?: boolean }) {
  const { words, code } = useSpeech();
  const other = entry.need_side.person_id === mine ? entry.technology_side : entry.need_side;
  const titles = [
    [entry.need_id, entry.need_titles],
    [entry.technology_id, entry.technology_titles],
  ] as const;
  return (
    <>
      <span className="meets">
        <span className="strong">{nameIn(code, { vi: other.organisation_vi, en: other.organisation_en })}</span>
        <span>{other.person}</span>
      </span>
      {!full && <span className="where">{[entry.table, entry.room].filter(Boolean).join(" · ")}</span>}
      {full && entry.room && <p>{entry.room}</p>}
      {entry.interpreter && (
        <span className="hint">
          {words.interpreter}: {entry.interpreter.person}
        </span>
      )}
      {full && (
        <ul className="about" aria-label={words.day.about}>
          {titles.map(([id, told]) =>
            id === null ? null : (
              <li key={id}>
                <Link to="/postings/$id" params={{ id: String(id) }}>
                  {told[code] ?? Object.values(told)[0]}
                </Link>
              </li>
            ),
          )}
        </ul>
      )}
    </>
  );
}
