import { Link } from "@tanstack/react-router";
import type { Acting } from "../accounts/acting";
import { useSpeech } from "../kit/language";
import type { Event } from "./queries";

/** What whoever is looking does next in this phase. */
export function NextStep({ event, acting }: { event: Event; acting: Acting }) {
  const { words } = useSpeech();
  const role = acting === "organiser" ? "organiser" : acting === "public" ? "visitor" : "participant";
  const params = { id: String(event.id) };
  return (
    <section className="next-step" aria-labelledby="next-step">
      <h2 id="next-step">{words.day.nextStep}</h2>
      <p>{words.day.steps[role]?.[event.phase]}</p>
      <p className="links">
        {acting === "organiser" && event.phase !== "closed" && (
          <Link className="button" to="/events/$id/setup" params={params}>
            {words.day.setup}
          </Link>
        )}
        {acting === "organiser" && !["open", "answering"].includes(event.phase) && (
          <Link className="button primary" to="/events/$id/board" params={params}>
            {words.board}
          </Link>
        )}
        {role === "participant" && event.phase === "answering" && (
          <Link className="button primary" to="/matches" search={{ event: event.id }}>
            {words.day.answerNow}
          </Link>
        )}
      </p>
    </section>
  );
}
