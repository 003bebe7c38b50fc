import { useIsFetching, useQueries, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Guarded } from "../accounts/Guarded";
import { useMay, useMe } from "../accounts/me";
import { organisations } from "../accounts/queries";
import { eventList } from "../events/queries";
import { overdueCases } from "../following/queries";
import { requests } from "../interest/queries";
import { nameIn, useSpeech } from "../kit/language";
import { Loading, Title } from "../kit/parts";
import { everyPosting } from "../posting/requests";
import { nudges, queue, unmet } from "../review/queries";
import { FailedJobs } from "./FailedJobs";
import { Task } from "./Task";
import "./desk.css";

/** What waits for whoever is signed in, the nearest deadline first. */
export function Desk() {
  const { words } = useSpeech();
  const may = useMay();
  const me = useMe();
  const known = useIsFetching({ predicate: (query) => query.state.data === undefined }) === 0;
  return (
    <Guarded action="catalogue.create_need">
      <div className="page-head">
        <Title>{words.desk.title}</Title>
        <p className="lead">{words.desk.lead}</p>
      </div>
      <ul className="tasks">
        {may("matching.unmet_needs") && <OrganiserTasks />}
        {may("kit.list_jobs") && <FailedJobs />}
        {may("outcomes.list_cases") && <OverdueCases />}
        {me?.organisation_id && <OwnTasks organisationId={me.organisation_id} />}
      </ul>
      {known ? <NothingWaits /> : <Loading />}
      <Days />
    </Guarded>
  );
}

/** Shown by the style where no task stands before it. */
function NothingWaits() {
  const { words } = useSpeech();
  return (
    <p className="no-tasks">
      {words.desk.nothing} <Link to="/mine">{words.mine.title}</Link>
    </p>
  );
}

function OverdueCases() {
  const { words } = useSpeech();
  const late = useQuery(overdueCases).data;
  return (
    <Task count={late} link={<Link to="/cases" search={{ overdue: true }}>{words.desk.open}</Link>}>
      {words.following.onDesk(late ?? 0)}
    </Task>
  );
}

function OrganiserTasks() {
  const { words, code } = useSpeech();
  const waiting = useQuery(queue).data?.length;
  const toVerify = useQuery(organisations).data?.filter((one) => one.verification === "pending").length;
  const weak = useQuery(unmet).data?.total;
  const events = (useQuery(eventList).data ?? []).filter((event) => event.phase === "answering");
  const late = useQueries({ queries: events.map((event) => nudges(event.id)) });
  return (
    <>
      <Task count={toVerify} link={<Link to="/administration">{words.desk.open}</Link>}>
        {words.oversight.waitingDesk(toVerify ?? 0)}
      </Task>
      <Task count={waiting} link={<Link to="/review">{words.desk.open}</Link>}>
        {words.desk.toReview(waiting ?? 0)}
      </Task>
      {events.map((event, place) => {
        const count = late[place]?.data?.total;
        const open = (
          <Link to="/events/$id" params={{ id: String(event.id) }}>
            {nameIn(code, { vi: event.name_vi, en: event.name_en })}
          </Link>
        );
        return (
          <Task key={event.id} count={count} link={open}>
            {words.desk.nudges(count ?? 0)}
          </Task>
        );
      })}
      <Task count={weak} link={<Link to="/" search={{ kind: "need" }}>{words.desk.open}</Link>}>
        {words.desk.unmet(weak ?? 0)}
      </Task>
    </>
  );
}

function OwnTasks({ organisationId }: { organisationId: number }) {
  const { words, code, moment } = useSpeech();
  const own = useQuery(everyPosting(organisationId)).data ?? [];
  const toFinish = own.filter((one) => one.editing?.waits_for === "owner").length;
  const events = (useQuery(eventList).data ?? []).filter((event) => event.phase === "answering");
  const asked = useQueries({ queries: events.map((event) => requests(event.id, organisationId)) });
  return (
    <>
      {events.map((event, place) => {
        const open = (asked[place]?.data ?? []).filter((one) => one.direction === "received" && one.state === "open");
        const name = nameIn(code, { vi: event.name_vi, en: event.name_en });
        return (
          <Task
            key={event.id}
            count={open.length}
            link={
              <Link to="/requests" search={{ event: event.id }}>
                {name} · {words.desk.until(moment(event.answers_until))}
              </Link>
            }
          >
            {words.desk.received(open.length)}
          </Task>
        );
      })}
      <Task count={toFinish} link={<Link to="/mine">{words.desk.open}</Link>}>
        {words.desk.toFinish(toFinish)}
      </Task>
    </>
  );
}

function Days() {
  const { words, code, day } = useSpeech();
  const events = (useQuery(eventList).data ?? []).filter((event) => event.phase !== "closed");
  if (!events.length) return null;
  return (
    <section className="group">
      <h2>{words.desk.nextDays}</h2>
      <ul className="rows panel card-panel">
        {events.map((event) => (
          <li key={event.id}>
            <Link className="strong" to="/events/$id" params={{ id: String(event.id) }}>
              {nameIn(code, { vi: event.name_vi, en: event.name_en })}
            </Link>
            <span className="small">
              {day(event.first_day)} · {words.phases[event.phase]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
