import { useSectorName } from "../../catalogue/PostingCard";
import { useSpeech } from "../../kit/language";
import type { AuditEntry } from "../queries";
import { changedFields, kindOfChange } from "./changed";
import { said as sayName, sayActor, sayValue } from "./saying";

/** One change: who, when, to what, and its fields before and after. */
export function Entry({ entry }: { entry: AuditEntry }) {
  const speech = useSpeech();
  const sectorName = useSectorName();
  const { words, instant } = speech;
  const { oversight, audit } = words;
  const fields = changedFields(entry.before, entry.after);
  const kind = kindOfChange(entry.before, entry.after);
  const said = kind === "changed" ? oversight.changed(fields.length) : oversight[kind];
  const part = entry.part === entry.entity ? "" : ` · ${sayName(audit.entities, entry.part)} ${entry.part_id}`;
  const thing = `${sayName(audit.entities, entry.entity)} ${entry.entity_id}`;
  return (
    <li>
      <span className="strong">
        {thing}
        {part}
      </span>
      <span className="small">
        {" "}
        {sayName(audit.actions, entry.action)} · {instant(entry.at)} · {oversight.by(entry.account_name ?? sayActor(words, entry.actor), oversight.doors[entry.door])}
      </span>
      <details>
        <summary>{said}</summary>
        <div className="scroll" tabIndex={0} role="region" aria-label={`${thing}: ${said}`}>
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
                  <th scope="row">{sayName(audit.fields, field.name)}</th>
                  <td>
                    {sayValue(speech, entry.part, field.name, field.before, sectorName)}
                  </td>
                  <td>
                    {sayValue(speech, entry.part, field.name, field.after, sectorName)}
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
