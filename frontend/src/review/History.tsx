import { useQuery } from "@tanstack/react-query";
import { useSpeech } from "../kit/language";
import { history } from "../posting/requests";
import { ReasonList } from "./ReasonList";
import { StateBadge } from "./StateBadge";

/** Who took a posting from state to state, the latest first. */
export function History({ id }: { id: number }) {
  const { words, instant } = useSpeech();
  const found = useQuery(history(id)).data ?? [];
  if (!found.length) return null;
  return (
    <section>
      <h2>{words.review.history}</h2>
      <ol className="history">
        {found.toReversed().map((event) => (
          <li key={event.at + event.to_state}>
            <StateBadge state={event.to_state} />{" "}
            <span className="small">
              {instant(event.at)} · {words.review.by[event.actor] ?? words.review.byOwner}
            </span>
            {event.reasons.length > 0 && <ReasonList reasons={event.reasons} />}
          </li>
        ))}
      </ol>
    </section>
  );
}
