import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Posting } from "../catalogue/queries";
import { textFor } from "../catalogue/texts";
import { useSpeech } from "../kit/language";
import { Criteria, criteriaSummary } from "./Criteria";
import { markShared } from "./marked";
import type { Candidate, Reason } from "./queries";
import "./matching.css";

interface Given {
  posting: Posting;
  candidate: Candidate;
  threshold: number;
  children?: ReactNode;
}

/** A candidate with its probability, criteria and quoted reasons; `children` stand below its title. */
export function CandidateCard({ posting, candidate, threshold, children }: Given) {
  const speech = useSpeech();
  const { words, code } = speech;
  const text = textFor(candidate.posting, code);
  const [need, technology] =
    posting.kind === "need" ? [posting, candidate.posting] : [candidate.posting, posting];
  return (
    <li className={`candidate ${candidate.good ? "good" : "weak"}`}>
      <div className="candidate-head">
        <Probability candidate={candidate} threshold={threshold} />
        <div>
          <p className="badges">
            <span className={`badge ${candidate.good ? "yes" : ""}`}>{words.inWords[inWords(candidate, threshold)]}</span>
            <span className="badge">{speech.languageName(candidate.posting.language ?? "vi")}</span>
          </p>
          <h3>
            <span className="unseen">{words.rank(candidate.rank)}: </span>
            <Link to="/postings/$id" params={{ id: String(candidate.posting.id) }} lang={text.language}>
              {text.title}
            </Link>
          </h3>
          {children}
        </div>
      </div>
      <details open={candidate.good || candidate.rank === 1}>
        <summary>{criteriaSummary(candidate.criteria, words)}</summary>
        <Criteria criteria={candidate.criteria} />
        <h4>{words.reasonsTitle}</h4>
        {candidate.reasons.length ? (
          <ul className="reasons">
            {candidate.reasons.map((reason) => (
              <ReasonPair
                key={reason.need + reason.technology}
                reason={reason}
                languages={{ need: need.language ?? "vi", technology: technology.language ?? "vi" }}
              />
            ))}
          </ul>
        ) : (
          <p className="hint">{words.noReasons}</p>
        )}
      </details>
    </li>
  );
}

function inWords({ probability, good }: Candidate, threshold: number): "high" | "good" | "low" | "least" {
  if (good) return probability >= (1 + threshold) / 2 ? "high" : "good";
  return probability >= threshold / 2 ? "low" : "least";
}

function Probability({ candidate, threshold }: { candidate: Candidate; threshold: number }) {
  const { words, percent } = useSpeech();
  return (
    <p className="probability">
      <span className="figure-text">{percent(candidate.probability)}</span>
      <span className="small">{words.probability}</span>
      <span className="bar-track" aria-hidden="true">
        <span className="bar-fill" style={{ inlineSize: `${Math.round(candidate.probability * 100)}%` }} />
        <span className="bar-mark" style={{ insetInlineStart: `${Math.round(threshold * 100)}%` }} />
      </span>
    </p>
  );
}

function ReasonPair({ reason, languages }: { reason: Reason; languages: { need: string; technology: string } }) {
  const { words } = useSpeech();
  const sides = [
    ["need", words.needSays],
    ["technology", words.technologySays],
  ] as const;
  return (
    <li>
      {sides.map(([side, caption]) => (
        <figure key={side} className={side}>
          <figcaption>{caption}</figcaption>
          <blockquote lang={languages[side]}>
            {markShared(reason[side], languages[side], reason.shared).map((part, place) =>
              part.shared ? <mark key={place}>{part.text}</mark> : part.text,
            )}
          </blockquote>
        </figure>
      ))}
    </li>
  );
}
