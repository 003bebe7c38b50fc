import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Posting } from "../catalogue/queries";
import { useSpeech } from "../kit/language";
import { Failure } from "../kit/parts";
import { CandidateCard } from "./CandidateCard";
import { type Candidate, candidates } from "./queries";
import "./matching.css";

interface Given {
  posting: Posting;
  limit: number;
  under?: (candidate: Candidate) => ReactNode;
}

/** The ranked candidates of a posting, and whether any of them fits at all. */
export function CandidateList({ posting, limit, under }: Given) {
  const { words, percent } = useSpeech();
  const found = useQuery(candidates(posting.id, limit));
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <p className="wait">{words.ranking}</p>;
  const { items, considered, threshold, verdict } = found.data;
  if (!items.length) return <p className="notice">{words.nothingToCompare}</p>;
  const good = items.filter((item) => item.good).length;
  const fits = verdict === "good_matches";
  return (
    <>
      <div className={`verdict ${fits ? "yes" : "no"}`}>
        <h3>{fits ? words.goodMatches(good, considered, good === items.length) : words.noGoodMatch(considered)}</h3>
        {!fits && <p>{words.noGoodText}</p>}
        <p className="hint">{words.threshold(percent(threshold))}</p>
      </div>
      <ol className="candidates">
        {items.map((candidate) => (
          <CandidateCard key={candidate.posting.id} posting={posting} candidate={candidate} threshold={threshold}>
            {under?.(candidate)}
          </CandidateCard>
        ))}
      </ol>
    </>
  );
}
