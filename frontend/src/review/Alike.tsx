import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type Posting } from "../catalogue/queries";
import { textFor } from "../catalogue/texts";
import { useSpeech } from "../kit/language";
import { alike } from "./queries";
import { StateBadge } from "./StateBadge";

/** From here on two postings say nearly the same, and below only perhaps. */
const NEARLY_SAME = 0.7;

/** Postings that may be the same as the one in review; nothing where there are none, or no model yet. */
export function Alike({ posting }: { posting: Posting }) {
  const { words, code } = useSpeech();
  const found = useQuery(alike(posting.id, posting.version)).data ?? [];
  if (!found.length) return null;
  return (
    <section className="panel card-panel alike">
      <h2>{words.review.alike}</h2>
      <p className="hint">{words.review.alikeLead}</p>
      <ul className="rows">
        {found.map(({ posting: other, similarity }) => {
          const text = textFor(other, code);
          return (
            <li key={other.id}>
              <span>
                <Link to="/postings/$id" params={{ id: String(other.id) }} target="_blank" lang={text.language}>
                  {text.title}
                </Link>{" "}
                <StateBadge state={other.state} />
                <span className="small">{other.source?.catalogue}</span>
              </span>
              <span className={`badge ${similarity >= NEARLY_SAME ? "nearly-same" : ""}`}>
                {similarity >= NEARLY_SAME ? words.review.nearlySame : words.review.maybeSame}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
