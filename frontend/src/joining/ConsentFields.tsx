import { useSpeech } from "../kit/language";
import type { Schemas } from "../kit/api";
import type { Purpose } from "./queries";
import "./consents.css";

/** One box for each purpose; none is ticked beforehand. */
export function ConsentFields(given: {
  terms: Schemas["SignUpTerms"];
  chosen: Purpose[];
  choose: (purposes: Purpose[]) => void;
}) {
  const { words } = useSpeech();
  const { joining } = words;
  const toggle = (purpose: Purpose, on: boolean) =>
    given.choose(given.terms.purposes.filter((one) => (one === purpose ? on : given.chosen.includes(one))));
  return (
    <fieldset className="consents">
      <legend>{joining.consents}</legend>
      {given.terms.purposes.map((purpose) => {
        const needed = given.terms.needed.includes(purpose);
        return (
          <label key={purpose} className="consent">
            <input
              type="checkbox"
              required={needed}
              checked={given.chosen.includes(purpose)}
              onChange={(event) => toggle(purpose, event.target.checked)}
            />
            <span>
              <span className="strong">
                {joining.purposes[purpose].title} {needed && <span className="small">({joining.needed})</span>}
              </span>
              <span className="consent-text">{joining.purposes[purpose].text}</span>
            </span>
          </label>
        );
      })}
      <p className="hint">{joining.consentsHint}</p>
    </fieldset>
  );
}
