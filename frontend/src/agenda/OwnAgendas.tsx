import { useQuery } from "@tanstack/react-query";
import { api, ask, Refusal, type Schemas } from "../kit/api";
import { nameIn, useSpeech } from "../kit/language";
import { Failure } from "../kit/parts";

type Agenda = Schemas["AgendaPublic"];

/** The published agendas of one's own people. */
export function OwnAgendas({ eventId }: { eventId: number }) {
  const { words } = useSpeech();
  const found = useQuery({
    queryKey: ["own-agendas", eventId],
    queryFn: () => ask(api.GET("/api/events/{event_id}/agenda/people", { params: { path: { event_id: eventId } } })),
    retry: false,
  });
  const missing = found.error instanceof Refusal && (found.error.status === 404 || found.error.status === 409);
  if (found.error && !missing) return <Failure error={found.error} />;
  const agendas = found.data ?? [];
  return (
    <section>
      <h2>{words.ownAgenda}</h2>
      {!found.isPending && !agendas.length && <p className="hint">{words.noAgenda}</p>}
      {agendas.map((agenda) => (
        <OwnAgenda key={agenda.person?.person_id} agenda={agenda} />
      ))}
    </section>
  );
}

function OwnAgenda({ agenda }: { agenda: Agenda }) {
  const { code, clock, weekday } = useSpeech();
  const mine = agenda.person?.person_id;
  return (
    <div className="own-agenda">
      <h3>{agenda.person?.person}</h3>
      <ol>
        {agenda.entries.map((entry) => {
          const other = entry.need_side.person_id === mine ? entry.technology_side : entry.need_side;
          return (
            <li key={entry.key}>
              <span className="strong">
                {weekday(entry.starts_at)}, {clock(entry.starts_at)}–{clock(entry.ends_at)}
              </span>
              <span>
                {entry.table}
                {entry.room ? ` · ${entry.room}` : ""}
              </span>
              <span>
                {nameIn(code, { vi: other.organisation_vi, en: other.organisation_en })} · {other.person}
              </span>
              {entry.video_link && <a href={entry.video_link}>{entry.video_link}</a>}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
