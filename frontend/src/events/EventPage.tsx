import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useMay, useMe } from "../accounts/me";
import { OwnAgendas } from "../agenda/own/OwnAgendas";
import { Sectors } from "../catalogue/PostingCard";
import { nameIn, useSpeech } from "../kit/language";
import { Failure, Loading, Title } from "../kit/parts";
import { NextStep } from "./NextStep";
import { Reminders } from "./Reminders";
import { RoomPlan } from "./RoomPlan";
import { OwnRegistration } from "./registration/OwnRegistration";
import { SlotDays } from "./SlotDays";
import { type Event, event as eventQuery, registrations, slots } from "./queries";
import "./event.css";

const WITH_AGENDA = ["published", "running", "closed"];

const route = getRouteApi("/events/$id");

export function EventPage() {
  const { words, code, day } = useSpeech();
  const id = Number(route.useParams().id);
  const may = useMay();
  const belongsTo = useMe()?.organisation_id ?? null;
  const found = useQuery(eventQuery(id));
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  const event = found.data;
  // Organisers look after all: what is one organisation's own stands on their own pages.
  const organisation = may("events.update_event") ? null : belongsTo;
  const own = organisation !== null && WITH_AGENDA.includes(event.phase);
  const registers = organisation !== null && event.phase !== "closed" && may("events.register");
  const days = event.first_day === event.last_day ? day(event.first_day) : `${day(event.first_day)} – ${day(event.last_day)}`;
  return (
    <article id="detail" className="offer">
      <p className="badges">
        <span className="badge side">{words.phases[event.phase]}</span>
        <span className="badge">{days}</span>
      </p>
      <Title>{nameIn(code, { vi: event.name_vi, en: event.name_en })}</Title>
      {event.place && <p className="strong">{event.place}</p>}
      <Sectors codes={event.sectors ?? []} />
      <NextStep event={event} />
      {event.phase === "answering" && may("interest.nudge") && <Reminders eventId={id} />}
      <div className="columns">
        <div className="prose">
          {own && <OwnAgendas event={event} organisationId={organisation} />}
          {registers && <OwnRegistration event={event} organisationId={organisation} />}
          {!own && <RoomPlan eventId={id} />}
          <Timetable eventId={id} />
          {may("events.list_registrations") && <Participants eventId={id} />}
        </div>
        <Facts event={event} />
      </div>
    </article>
  );
}

function Facts({ event }: { event: Event }) {
  const { words, moment, languageList } = useSpeech();
  const facts = [
    [words.place, event.place],
    [words.registrationUntil, moment(event.registration_until)],
    [words.answersUntil, moment(event.answers_until)],
    [words.languagesSpoken, languageList(event.languages ?? [])],
  ];
  return (
    <aside className="facts">
      <h2>{words.facts}</h2>
      <dl>
        {facts.map(([name, value]) =>
          value ? (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </aside>
  );
}

function Timetable({ eventId }: { eventId: number }) {
  const { words, weekday } = useSpeech();
  const found = useQuery(slots(eventId)).data;
  if (!found) return <Loading />;
  return (
    <section className="timetable">
      <h2>{words.timetable}</h2>
      {!found.length && <p className="hint">{words.day.noSlots}</p>}
      <SlotDays slots={found} nameOf={weekday} />
    </section>
  );
}

function Participants({ eventId }: { eventId: number }) {
  const { words, code } = useSpeech();
  const found = useQuery(registrations(eventId));
  if (!found.data) return null;
  return (
    <details className="participants">
      <summary>
        {words.participants} ({found.data.length})
      </summary>
      <ul className="people">
        {found.data.map((one) => (
          <li key={one.organisation_id}>
            {nameIn(code, { vi: one.organisation_vi, en: one.organisation_en })}{" "}
            <span className="hint">{words.delegates(one.delegates)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
