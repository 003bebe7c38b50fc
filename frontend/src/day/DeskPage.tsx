import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Guarded } from "../accounts/Guarded";
import { useMay } from "../accounts/me";
import { nameIn, useSpeech } from "../kit/language";
import { Failure, Loading, Title } from "../kit/parts";
import { useOffline } from "../offline/register";
import { AtRisk } from "./AtRisk";
import { CheckIn } from "./CheckIn";
import { Handouts } from "./Handouts";
import { MeetingsNow } from "./MeetingsNow";
import { Missing } from "./Missing";
import { useKept } from "./outbox/useOutbox";
import { withNoted } from "./presence";
import { type Day, day as dayQuery } from "./queries";
import "./desk.css";

const route = getRouteApi("/events/$id/day");

/** The desk on the day: who is there, who is missing, and what to do about it. */
export function DeskPage() {
  return (
    <Guarded action="outcomes.get_day">
      <Opened />
    </Guarded>
  );
}

function Opened() {
  const id = Number(route.useParams().id);
  const found = useQuery({ ...dayQuery(id), enabled: useMay()("outcomes.get_day") });
  const kept = useKept();
  useOffline();
  if (found.error && !found.data) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  return <Desk day={withNoted(found.data, kept)} />;
}

function Desk({ day }: { day: Day }) {
  const { words, code, clock } = useSpeech();
  const params = { id: String(day.event_id) };
  return (
    <div className="day-desk">
      <div className="page-head">
        <Title>{words.onDay.deskOf(nameIn(code, { vi: day.name_vi, en: day.name_en }))}</Title>
        <p className="links">
          <Link className="button" to="/events/$id" params={params}>
            {words.onDay.toEvent}
          </Link>
          <Link className="button" to="/events/$id/board" params={params}>
            {words.board}
          </Link>
        </p>
      </div>
      <p className="presence">
        <strong>{words.onDay.presence(day.here, day.expected)}</strong>
        <span className="hint">{words.onDay.asOf(clock(day.now))}</span>
      </p>
      <progress max={Math.max(day.expected, 1)} value={day.here} aria-label={words.onDay.presence(day.here, day.expected)} />
      <div className="desk-columns">
        <div>
          <CheckIn eventId={day.event_id} people={day.people} />
          <Handouts day={day} />
        </div>
        <div>
          <AtRisk day={day} />
          <Missing day={day} />
          <MeetingsNow day={day} />
        </div>
      </div>
    </div>
  );
}
