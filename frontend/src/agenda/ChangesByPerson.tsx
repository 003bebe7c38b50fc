import type { Schemas } from "../kit/api";
import { useSpeech } from "../kit/language";
import type { Slot } from "./board";

type Change = Schemas["ChangePublic"];

interface Places {
  slots: Slot[];
  tables: Schemas["TablePublic"][];
}

interface Given extends Places {
  changes: ReadonlyMap<number, Change[]>;
  nameOf: (person: number) => string;
  /** What else there is to say of somebody. */
  noteOf?: (person: number) => string;
}

/** What each person is told, folded under their name. */
export function ChangesByPerson({ changes, nameOf, noteOf, ...places }: Given) {
  const { words } = useSpeech();
  return (
    <ul className="told">
      {[...changes].map(([person, own]) => (
        <li key={person}>
          <details>
            <summary>
              {[nameOf(person), words.meetings(own.length), noteOf?.(person)].filter(Boolean).join(" · ")}
            </summary>
            <ul>
              {own.map((change) => (
                <li key={change.key}>
                  {words.changeKinds[change.kind] ?? change.kind}: <Where change={change} {...places} />
                </li>
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  );
}

export function Where({ change, slots, tables }: Places & { change: Change }) {
  const { words, clock } = useSpeech();
  const told = (seat: Change["before"]) => {
    const slot = slots.find((one) => one.id === seat?.slot_id);
    const table = tables.find((one) => one.id === seat?.table_id);
    return slot ? words.at(clock(slot.starts_at), table?.name ?? "") : "";
  };
  return <>{[told(change.before), told(change.after)].filter(Boolean).join(" → ")}</>;
}
