import type { Schemas } from "../kit/api";
import { useSpeech } from "../kit/language";
import type { Slot } from "./board";
import { Where } from "./ChangesByPerson";

type Change = Schemas["ChangePublic"];

interface Given {
  published: number;
  changes: Change[];
  slots: Slot[];
  tables: Schemas["TablePublic"][];
  nameOf: (change: Change) => string;
  show: (key: string) => void;
}

/** The draft against what was published last: what is new, what moved and from where, and what is gone. */
export function AgainstPublished({ published, changes, slots, tables, nameOf, show }: Given) {
  const { words } = useSpeech();
  const many = (kind: Change["kind"]) => changes.filter((one) => one.kind === kind).length;
  return (
    <section className="against">
      <h2>{words.onBoard.against(published)}</h2>
      <p className="hint" role="status">
        {changes.length ? words.onBoard.differs(many("new"), many("moved"), many("cancelled")) : words.onBoard.same}
      </p>
      <ul>
        {changes.map((one) => (
          <li key={one.key}>
            <span className={`badge change-${one.kind}`}>{words.changeKinds[one.kind]}</span>
            {one.after ? (
              <button type="button" className="link" onClick={() => show(one.key)}>
                {nameOf(one)}
              </button>
            ) : (
              <span>{nameOf(one)}</span>
            )}
            <span className="small">
              <Where change={one} slots={slots} tables={tables} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
