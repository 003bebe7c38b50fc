import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { ChooseOrganisation } from "../accounts/ChooseOrganisation";
import { Guarded } from "../accounts/Guarded";
import { useMe } from "../accounts/me";
import { organisation } from "../accounts/queries";
import { posting as postingQuery } from "../catalogue/queries";
import { textFor } from "../catalogue/texts";
import { eventList } from "../events/queries";
import { nameIn, useSpeech } from "../kit/language";
import { Failure, Loading, Segments, Select, Title } from "../kit/parts";
import { AnswerButtons, requestState } from "./AnswerButtons";
import { allCandidates, type EventCandidate, type Request, requests } from "./queries";
import "./interest.css";

const HOUR_MS = 3_600_000;
const route = getRouteApi("/requests");

export function Requests() {
  const { words, code, day } = useSpeech();
  const me = useMe();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [chosen, setChosen] = useState<number | null>(null);
  const whose = me?.organisation_id ?? chosen;
  const events = useQuery(eventList).data ?? [];
  const event = events.find((one) => one.id === search.event) ?? events.find((one) => one.phase !== "closed");
  return (
    <Guarded action="interest.list_requests">
      <div className="page-head">
        <Title>{words.requests.title}</Title>
        <p className="lead">{words.requests.lead}</p>
      </div>
      <div className="choosers">
        {!me?.organisation_id && <ChooseOrganisation value={chosen} choose={setChosen} />}
        {event && (
          <div className="chooser">
            <Select
              label={words.chooseEvent}
              value={String(event.id)}
              choices={events.map((one) => ({
                value: String(one.id),
                label: `${day(one.first_day)} · ${nameIn(code, { vi: one.name_vi, en: one.name_en })}`,
              }))}
              onChange={(id) => void navigate({ search: { event: Number(id) } })}
            />
          </div>
        )}
      </div>
      {!event && <p className="notice">{words.requests.noEvents}</p>}
      {event && !whose && <p className="notice">{words.chooseFirst}</p>}
      {event && whose && <OfEvent eventId={event.id} organisationId={whose} />}
    </Guarded>
  );
}

const DIRECTIONS = ["received", "sent", "all"] as const;

function OfEvent({ eventId, organisationId }: { eventId: number; organisationId: number }) {
  const { words, count } = useSpeech();
  const [direction, setDirection] = useState<(typeof DIRECTIONS)[number]>("received");
  const found = useQuery(requests(eventId, organisationId));
  const { data: pairs = [] } = useQuery(allCandidates(eventId, organisationId));
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  const of = (wanted: string) => found.data.filter((one) => wanted === "all" || one.direction === wanted);
  const shown = of(direction).sort(byUrgency);
  return (
    <>
      <Segments
        label={words.requests.title}
        value={direction}
        choices={DIRECTIONS.map((value) => ({
          value,
          label: `${words.requests.directions[value]} (${count(of(value).length)})`,
        }))}
        onChange={setDirection}
      />
      {!shown.length && <p className="notice page-notice">{words.requests.empty}</p>}
      <ul className="rows request-rows">
        {shown.map((one) => (
          <RequestRow
            key={`${one.need_id}-${one.technology_id}`}
            eventId={eventId}
            request={one}
            mine={one.need_organisation_id === organisationId ? "need" : "technology"}
            pair={pairs.find((pair) => pair.need_id === one.need_id && pair.technology_id === one.technology_id)}
          />
        ))}
      </ul>
    </>
  );
}

/** What is open comes first, by its deadline; the rest follows, the latest first. */
function byUrgency(a: Request, b: Request): number {
  const open = Number(b.state === "open") - Number(a.state === "open");
  if (open) return open;
  return a.state === "open" ? a.expires_at.localeCompare(b.expires_at) : b.opened_at.localeCompare(a.opened_at);
}

const hoursUntil = (iso: string) => Math.max(0, Math.floor((Date.parse(iso) - Date.now()) / HOUR_MS));

interface RowGiven {
  eventId: number;
  request: Request;
  mine: "need" | "technology";
  pair: EventCandidate | undefined;
}

function RequestRow({ eventId, request, mine, pair }: RowGiven) {
  const { words, code, moment } = useSpeech();
  const [otherId, ownId] = mine === "need" ? [request.technology_id, request.need_id] : [request.need_id, request.technology_id];
  const otherOrganisation = mine === "need" ? request.technology_organisation_id : request.need_organisation_id;
  const who = useQuery(organisation(otherOrganisation)).data;
  const other = useQuery(postingQuery(otherId)).data ?? pair?.posting;
  const own = useQuery(postingQuery(ownId)).data;
  const open = request.state === "open";
  return (
    <li className={`card-panel panel ${mine === "need" ? "offer" : "need"}`}>
      <div>
        <p className="badges">
          <span className={`badge ${request.state === "accepted" ? "yes" : ""}`}>{requestState(request.state, request.direction === "sent", words)}</span>
          {request.direction && <span className="badge">{words.requests.directions[request.direction]}</span>}
          {request.urgent && <span className="badge state-returned">{words.requests.urgent}</span>}
        </p>
        <p className="hint">{who && nameIn(code, { vi: who.name_vi, en: who.name_en })}</p>
        <Link className="strong" to="/postings/$id" params={{ id: String(otherId) }}>
          {other ? textFor(other, code).title : `#${otherId}`}
        </Link>
        {own && <p className="small">↔ {textFor(own, code).title}</p>}
        {open && (
          <p className="deadline">
            {words.requests.until(moment(request.expires_at))} · {words.requests.hoursLeft(hoursUntil(request.expires_at))}
          </p>
        )}
        {request.state === "expired" && <p className="small">{words.requests.ended(moment(request.expires_at))}</p>}
      </div>
      {pair && <AnswerButtons eventId={eventId} pair={pair} />}
    </li>
  );
}
