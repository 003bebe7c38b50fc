import { Link } from "@tanstack/react-router";
import { useMay, useMe } from "../accounts/me";
import { useSpeech } from "../kit/language";
import type { Event } from "./queries";

/** What whoever is looking does next in this phase. */
export function NextStep({ event }: { event: Event }) {
  const { words } = useSpeech();
  const may = useMay();
  const belongs = Boolean(useMe()?.organisation_id);
  const role = may("events.update_event") ? "organiser" : belongs ? "participant" : "visitor";
  const params = { id: String(event.id) };
  return (
    <section className="next-step" aria-labelledby="next-step">
      <h2 id="next-step">{words.day.nextStep}</h2>
      <p>{words.day.steps[role]?.[event.phase]}</p>
      <p className="links">
        {role === "organiser" && event.phase !== "closed" && (
          <Link className="button" to="/events/$id/setup" params={params}>
            {words.day.setup}
          </Link>
        )}
        {role === "organiser" && !["open", "answering"].includes(event.phase) && (
          <Link className={event.phase === "planning" ? "button primary" : "button"} to="/events/$id/board" params={params}>
            {words.board}
          </Link>
        )}
        {role === "organiser" && ["published", "running"].includes(event.phase) && (
          <Link className="button primary" to="/events/$id/day" params={params}>
            {words.onDay.desk}
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
