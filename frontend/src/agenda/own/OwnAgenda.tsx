import { useSpeech } from "../../kit/language";
import { useNow } from "../../kit/now";
import { RoomPlan } from "../../events/RoomPlan";
import { AfterMeeting } from "./AfterMeeting";
import { CalendarLink } from "./CalendarLink";
import { MeetingLines, NextMeeting } from "./NextMeeting";
import { OwnCode } from "./OwnCode";
import { type Agenda, type Entry } from "./queries";

const over = (entry: Entry, now: number) => Date.parse(entry.ends_at) <= now;

/** One person's day, for a phone in a crowd: the next meeting first, then all of them, then where the tables are. */
export function OwnAgenda({ agenda }: { agenda: Agenda }) {
  const { words, code } = useSpeech();
  const now = useNow();
  const mine = agenda.person?.person_id ?? 0;
  const held = agenda.entries.filter((entry) => entry.state !== "cancelled");
  const next = held.find((entry) => !over(entry, now));
  const file = `/api/events/${agenda.event_id}/agenda/export?form=pdf&person_id=${mine}&language=${code === "vi" ? "vi" : "en"}`;
  return (
    <article className="own-agenda">
      <h2>{agenda.person?.person}</h2>
      {next && <NextMeeting entry={next} mine={mine} now={now} />}
      {!next && <p className="notice">{held.length ? words.day.allOver : words.day.noMeetings}</p>}
      <div className="links no-print">
        <CalendarLink eventId={agenda.event_id} personId={mine} />
        <a className="button" href={file} download>
          {words.day.downloadPdf}
        </a>
        <button type="button" onClick={() => window.print()}>
          {words.day.print}
        </button>
      </div>
      <OwnCode eventId={agenda.event_id} personId={mine} />
      {agenda.entries.length > 0 && <Whole agenda={agenda} mine={mine} now={now} />}
      <RoomPlan eventId={agenda.event_id} mine={new Set(next ? [next.table_id] : [])} />
    </article>
  );
}

function Whole({ agenda, mine, now }: { agenda: Agenda; mine: number; now: number }) {
  const { words, code, weekday } = useSpeech();
  const days = [...new Set(agenda.entries.map((entry) => entry.starts_at.slice(0, 10)))];
  return (
    <section>
      <h3>{words.day.wholeAgenda}</h3>
      {days.map((day) => (
        <div key={day}>
          <p className="strong">{weekday(day)}</p>
          <ol className="own-list">
            {agenda.fixed
              .filter((one) => one.starts_at.startsWith(day))
              .map((one) => (
                <li key={`block ${one.block_id} ${one.starts_at}`} className="fixed">
                  <Hours entry={one} />
                  <span className="strong">{(code === "vi" ? one.name_vi : one.name_en) || one.name_vi || one.name_en}</span>
                  <span>{one.place}</span>
                </li>
              ))}
            {agenda.entries
              .filter((entry) => entry.starts_at.startsWith(day))
              .map((entry) => (
                <li key={entry.key} className={over(entry, now) ? "over" : undefined}>
                  <Hours entry={entry} />
                  {entry.state === "cancelled" && <span className="badge warn">{words.day.cancelled}</span>}
                  <MeetingLines entry={entry} mine={mine} />
                  {over(entry, now) && entry.state !== "cancelled" && (
                    <AfterMeeting eventId={agenda.event_id} entry={entry} mine={mine} />
                  )}
                </li>
              ))}
          </ol>
        </div>
      ))}
    </section>
  );
}

function Hours({ entry }: { entry: { starts_at: string; ends_at: string } }) {
  const { clock } = useSpeech();
  return (
    <time className="hours" dateTime={entry.starts_at}>
      {clock(entry.starts_at)}–{clock(entry.ends_at)}
    </time>
  );
}
