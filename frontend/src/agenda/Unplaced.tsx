import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { organisations } from "../accounts/queries";
import type { Schemas } from "../kit/api";
import { nameIn, useSpeech } from "../kit/language";
import { Failure } from "../kit/parts";
import { type Broken, type Change, unplaced } from "./queries";

type Item = Schemas["UnplacedPublic"];
type Conflict = Schemas["PinConflictPublic"];

interface Given {
  eventId: number;
  version: number;
  editable: boolean;
  change: (change: Change) => void;
  /** What a meeting of the board is called. */
  meetingName: (key: string) => string;
}

/** Pairs without a place: what stands in the way, the least that would have to change, and one click that does it. */
export function Unplaced({ eventId, version, editable, change, meetingName }: Given) {
  const { words, code, list } = useSpeech();
  const { data: found, error } = useQuery(unplaced(eventId, version));
  const known = new Map((useQuery(organisations).data ?? []).map((one) => [one.id, one]));
  const nameOf = (id: number) => nameIn(code, { vi: known.get(id)?.name_vi, en: known.get(id)?.name_en }) || String(id);
  if (error) return <Failure error={error} />;
  if (!found) return null;
  const { items } = found;
  return (
    <section>
      <h2>{words.unplaced(items.length)}</h2>
      {found.pin_conflict && (
        <PinsConflict conflict={found.pin_conflict} editable={editable} change={change} meetingName={meetingName} />
      )}
      {!items.length && <p className="hint">{words.allPlaced}</p>}
      <ul className="unplaced">
        {items.map((item) => (
          <li key={item.key}>
            <p className="strong">
              {nameOf(item.need_organisation_id)} · {nameOf(item.technology_organisation_id)}
              {item.must && <> <span className="badge">{words.must}</span></>}
            </p>
            <p className="hint">
              {words.blockedBy}:{" "}
              {Object.entries(item.blocked_by)
                .map(([rule, slots]) => `${words.day.hindrances[rule] ?? rule} (${words.inSlots(slots)})`)
                .join(", ")}
            </p>
            {item.change.length > 0 && (
              <p className="hint">
                {words.wouldNeed}: {list([...new Set(item.change.map(({ code: what }) => words.day.remedies[what] ?? what))])}
              </p>
            )}
            {editable && <Remedy eventId={eventId} item={item} change={change} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What moving other meetings can help; the rest is put right where it lies. */
const BY_MOVING = ["busy", "rival"];
const OF_TABLES = ["table", "no_table"];

function Remedy({ eventId, item, change }: { eventId: number; item: Item; change: Given["change"] }) {
  const { words } = useSpeech();
  const needed = item.change.map((one) => one.code);
  const params = { id: String(eventId) };
  const place = (make_room: boolean) => () => change({ doing: "place", key: item.key, make_room });
  return (
    <p className="links">
      {!needed.length && (
        <button type="button" className="primary" onClick={place(false)}>
          {words.tryPlace}
        </button>
      )}
      {needed.length > 0 && needed.every((code) => BY_MOVING.includes(code)) && (
        <button type="button" className="primary" onClick={place(true)}>
          {needed.includes("rival") ? words.onBoard.replace : words.onBoard.makeRoom}
        </button>
      )}
      {needed.some((code) => OF_TABLES.includes(code)) && (
        <Link className="button" to="/events/$id/setup" params={params} search={{ step: "venue" }}>
          {words.onBoard.moreTables}
        </Link>
      )}
      {needed.some((code) => ![...BY_MOVING, ...OF_TABLES, "veto"].includes(code)) && (
        <Link className="button" to="/events/$id/setup" params={params} search={{ step: "people" }}>
          {words.onBoard.people}
        </Link>
      )}
    </p>
  );
}

function PinsConflict(given: { conflict: Conflict } & Pick<Given, "editable" | "change" | "meetingName">) {
  const { words } = useSpeech();
  const { conflict, editable, change, meetingName } = given;
  return (
    <div className="notice bad">
      <p>{words.onBoard.pinsConflict}</p>
      <p className="small">
        <Rules broken={[conflict.broken]} />
      </p>
      <ul className="stand-ins">
        {conflict.keys.map((key) => (
          <li key={key}>
            <span>{meetingName(key)}</span>
            {editable && (
              <button type="button" onClick={() => change({ doing: "unpin", key })}>
                {words.unpin}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

export function Rules({ broken }: { broken: Broken[] }) {
  const { words, list } = useSpeech();
  return <>{list([...new Set(broken.map((one) => words.rules[one.code] ?? one.code))])}</>;
}
