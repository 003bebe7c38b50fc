import { type Speech, useSpeech } from "../kit/language";
import type { Words } from "../languages/vi";
import type { Criterion } from "./queries";
import "./matching.css";

export const SIGNS: Record<string, string> = { met: "✓", not_met: "✕", not_stated: "–" };

/** What came of a criterion; where the need asks for nothing, nothing is missing either. */
export function verdictOf(found: Criterion, words: Words): string {
  const asksNothing = found.name === "intellectual_property" && !found.need && found.verdict === "not_stated";
  return asksNothing ? words.notAsked : (words.verdicts[found.verdict] ?? found.verdict);
}

/** How many criteria are met, not met and not stated, in one line, and how many are not asked. */
export function criteriaSummary(criteria: Criterion[], words: Words): string {
  const told = [...Object.values(words.verdicts), words.notAsked].flatMap((name) => {
    const number = criteria.filter((found) => verdictOf(found, words) === name).length;
    return number ? [`${number} ${name}`] : [];
  });
  return `${words.criteriaTitle}: ${told.join(" · ")}`;
}

export function Criteria({ criteria }: { criteria: Criterion[] }) {
  const speech = useSpeech();
  const { words } = speech;
  return (
    <ul className="criteria">
      {criteria.map((found) => (
        <li key={found.name} className={found.verdict}>
          <span className="sign" aria-hidden="true">
            {SIGNS[found.verdict]}
          </span>
          <span>
            <span className="strong">{words.criteria[found.name] ?? found.name}</span>{" "}
            {verdictOf(found, words)}
            <span className="said">
              {words.asks}: {said(found, "need", speech)} · {words.has}: {said(found, "technology", speech)}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

interface Amounts {
  min?: number | null;
  max?: number | null;
  currency?: string | null;
}

/** What one side said about a criterion, for people. */
export function said(found: Criterion, side: "need" | "technology", speech: Speech): string {
  const { words } = speech;
  const value: unknown = found[side];
  if (found.name === "intellectual_property" && side === "need") {
    return value ? words.rightNeeded : words.noRightNeeded;
  }
  if (found.name === "deadline" && side === "technology" && value == null) return words.noEnd;
  if (value == null || (Array.isArray(value) && !value.length)) return words.nothingSaid;
  const amounts = value as Amounts;
  switch (found.name) {
    case "readiness":
      return `TRL ${side === "need" ? "≥ " : ""}${String(value)}`;
    case "budget":
      return speech.moneyRange(amounts.min, amounts.max, amounts.currency);
    case "deadline":
      return speech.day(String(value));
    case "cooperation":
      return speech.list((value as string[]).map((code) => words.cooperations[code] ?? code));
    case "intellectual_property":
      return words.ipStatuses[String(value)] ?? String(value);
    case "region":
      return words.regions[String(value)] ?? String(value);
    default:
      return String(value);
  }
}
