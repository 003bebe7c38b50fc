import { useSpeech } from "../../kit/language";
import type { AuditEntry } from "../queries";
import { changedFields, kindOfChange } from "./changed";

/** One change: who, when, to what, and its fields before and after. */
export function Entry({ entry }: { entry: AuditEntry }) {
  const { words, instant } = useSpeech();
  const { oversight } = words;
  const fields = changedFields(entry.before, entry.after);
  const kind = kindOfChange(entry.before, entry.after);
  const said = kind === "changed" ? oversight.changed(fields.length) : oversight[kind];
  const part = entry.part === entry.entity ? "" : ` · ${entry.part} ${entry.part_id}`;
  return (
    <li>
      <span className="strong">
        {entry.entity} {entry.entity_id}
        {part}
      </span>
      <span className="small">
        {" "}
        {entry.action} · {instant(entry.at)} · {oversight.by(entry.account_name ?? entry.actor, oversight.doors[entry.door])}
      </span>
      <details>
        <summary>{said}</summary>
        <div className="scroll" tabIndex={0} role="region" aria-label={`${entry.entity} ${entry.entity_id}: ${said}`}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{oversight.field}</th>
                <th scope="col">{oversight.before}</th>
                <th scope="col">{oversight.after}</th>
              </tr>
            </thead>
            <tbody>
              {fields.map((field) => (
                <tr key={field.name}>
                  <th scope="row">{field.name}</th>
                  <td>
                    <Value value={field.before} />
                  </td>
                  <td>
                    <Value value={field.after} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </li>
  );
}

function Value({ value }: { value: unknown }) {
  const { words } = useSpeech();
  if (value === null || value === undefined || value === "") return "–";
  if (typeof value === "boolean") return value ? words.oversight.yes : words.oversight.no;
  return typeof value === "object" ? JSON.stringify(value, null, 1) : String(value);
}
