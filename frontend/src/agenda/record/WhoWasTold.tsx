import { useQuery } from "@tanstack/react-query";
import { nameIn, useSpeech } from "../../kit/language";
import { Failure } from "../../kit/parts";
import { type Notice, notices as noticesQuery, useTold } from "./requests";
import "./record.css";

/** Whom a letter reached, or may still reach. */
const byLetter = ({ channel, letter }: Notice) => channel === "letter" && letter !== "failed";

/** Who was told of a published version, by what, and whom somebody still has to tell. */
export function WhoWasTold({ eventId, number }: { eventId: number; number: number }) {
  const { words, code } = useSpeech();
  const found = useQuery(noticesQuery(eventId, number)).data;
  const told = useTold(eventId, number);
  if (!found) return null;
  const left = found.filter((one) => !byLetter(one) && !one.told);
  const how = (one: Notice) => (one.channel === "letter" ? words.record.letters[one.letter ?? "sent"] : words.onBoard.noAddress);
  return (
    <section className="record">
      <details>
        <summary>
          <h2>{words.record.told(number)}</h2>{" "}
          <span className="small">
            {found.length ? words.record.counts(found.filter(byLetter).length, left.length) : words.record.nobody}
          </span>
        </summary>
        <ul>
          {found.map((one) => (
            <li key={one.person_id}>
              <span>
                <span className="strong">{one.person}</span>{" "}
                <span className="small">{nameIn(code, { vi: one.organisation_vi, en: one.organisation_en })}</span>
                <br />
                <span className="small">
                  {[how(one), one.calendar && words.record.calendar, words.meetings(one.changes)].filter(Boolean).join(" · ")}
                </span>
              </span>
              {one.told ? (
                <span className="badge">{words.record.knows}</span>
              ) : (
                !byLetter(one) && (
                  <button
                    type="button"
                    className="small-button"
                    aria-label={`${words.record.markTold}: ${one.person}`}
                    disabled={told.isPending}
                    onClick={() => told.mutate(one.person_id)}
                  >
                    {words.record.markTold}
                  </button>
                )
              )}
            </li>
          ))}
        </ul>
        {told.error && <Failure error={told.error} />}
      </details>
    </section>
  );
}
