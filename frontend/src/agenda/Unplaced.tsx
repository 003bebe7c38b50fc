import { useQuery } from "@tanstack/react-query";
import { organisations } from "../accounts/queries";
import { nameIn, useSpeech } from "../kit/language";
import { Failure } from "../kit/parts";
import { type Broken, type Change, unplaced } from "./queries";

interface Given {
  eventId: number;
  version: number;
  editable: boolean;
  change: (change: Change) => void;
}

/** Pairs without a place: what stands in the way, what would have to change, and one click to try. */
export function Unplaced({ eventId, version, editable, change }: Given) {
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
            {editable && (
              <button type="button" onClick={() => change({ doing: "place", key: item.key })}>
                {words.tryPlace}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Rules({ broken }: { broken: Broken[] }) {
  const { words, list } = useSpeech();
  return <>{list([...new Set(broken.map((one) => words.rules[one.code] ?? one.code))])}</>;
}
