import type { ReactNode } from "react";
import { useSpeech } from "../kit/language";

export interface Bar {
  key: string;
  name: string;
  value: number;
}

/** A table whose rows draw their numbers: what the bars show stands beside them. */
export function Bars(given: { title: ReactNode; head: string; bars: Bar[]; drawn?: boolean }) {
  const { words, count } = useSpeech();
  const longest = Math.max(0, ...given.bars.map((bar) => bar.value));
  if (!given.bars.length) {
    return (
      <div className="bars">
        <p className="label">{given.title}</p>
        <p className="hint">{words.figures.none}</p>
      </div>
    );
  }
  return (
    <table className="bars">
      <caption>{given.title}</caption>
      <thead className="unseen">
        <tr>
          <th scope="col">{given.head}</th>
          <th scope="col">{words.figures.number}</th>
        </tr>
      </thead>
      <tbody>
        {given.bars.map((bar) => (
          <tr key={bar.key}>
            <th scope="row">{bar.name}</th>
            <td>
              {given.drawn !== false && (
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect width={longest ? Math.max(0.4, (100 * bar.value) / longest) : 0.4} height="10" />
                </svg>
              )}
              <span>{count(bar.value)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
