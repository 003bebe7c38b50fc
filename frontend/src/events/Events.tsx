import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMay } from "../accounts/me";
import { nameIn, useSpeech } from "../kit/language";
import { Failure, Loading, Title } from "../kit/parts";
import { eventList } from "./queries";
import "./event.css";

export function Events() {
  const { words, code, day } = useSpeech();
  const may = useMay();
  const found = useQuery(eventList);
  return (
    <>
      <div className="page-head">
        <Title>{words.events}</Title>
        <p className="lead">{words.eventsLead}</p>
        {may("events.create_event") && (
          <p className="links head-links">
            <Link className="button primary" to="/events/new">
              {words.setup.newDay}
            </Link>
          </p>
        )}
      </div>
      {found.error && <Failure error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <Loading />}
      {found.data && !found.data.length && <p className="notice">{words.noDays}</p>}
      <ol className="cards">
        {(found.data ?? []).map((event) => (
          <li key={event.id} className="card offer">
            <p className="badges">
              <span className="badge side">{words.phases[event.phase]}</span>
            </p>
            <h2>
              <Link to="/events/$id" params={{ id: String(event.id) }}>
                {nameIn(code, { vi: event.name_vi, en: event.name_en })}
              </Link>
            </h2>
            <p className="strong">{day(event.first_day)}</p>
            {event.place && <p className="hint">{event.place}</p>}
          </li>
        ))}
      </ol>
    </>
  );
}
