import { useSpeech } from "../kit/language";
import { keysOf } from "./broken";
import type { Meeting } from "./board";
import type { Broken } from "./queries";

interface Given {
  broken: Broken[];
  meetings: Meeting[];
  nameOf: (meeting: Meeting) => string;
  /** Shows a meeting on the board. */
  show: (key: string) => void;
}

/** What is wrong as things are now, each with the way to the meetings it is about. */
export function Violations({ broken, meetings, nameOf, show }: Given) {
  const { words } = useSpeech();
  if (!broken.length) return null;
  return (
    <section className="wrongs">
      <h2>{words.onBoard.wrong(broken.length)}</h2>
      <p className="hint">{words.onBoard.wrongHint}</p>
      <ul>
        {broken.map((one, place) => {
          const about = meetings.filter((meeting) => keysOf(one).includes(meeting.key));
          return (
            // Two rules may be broken alike; their order is their name.
            <li key={place}>
              <span className="strong">{words.rules[one.code] ?? one.code}</span>
              {about.map((meeting) => (
                <button key={meeting.key} type="button" className="link" onClick={() => show(meeting.key)}>
                  {nameOf(meeting)}
                </button>
              ))}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
