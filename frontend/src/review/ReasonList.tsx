import { useSpeech } from "../kit/language";

/** Reasons as people wrote them, or, where they took one of the usual ones, in the reader's language. */
export function ReasonList({ reasons }: { reasons: string[] }) {
  const { words } = useSpeech();
  return (
    <ul className="reason-list">
      {reasons.map((reason) => (
        <li key={reason}>{words.review.usual[reason] ?? words.review.byItself[reason] ?? reason}</li>
      ))}
    </ul>
  );
}
