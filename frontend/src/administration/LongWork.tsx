import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { hasEnded, type Job } from "../importing/requests";
import { useSpeech } from "../kit/language";
import { Failure } from "../kit/parts";
import { JobProgress, jobs } from "./Jobs";

interface Given {
  kind: string;
  name: string;
  text: string;
  start: () => Promise<Job>;
}

/** Work that takes a while: what it does, a button, how far the last one is. */
export function LongWork({ kind, name, text, start }: Given) {
  const { words } = useSpeech();
  const client = useQueryClient();
  const last = useQuery(jobs).data?.items.find((job) => job.kind === kind);
  const begin = useMutation({
    mutationFn: start,
    onSettled: () => client.invalidateQueries({ queryKey: jobs.queryKey }),
  });
  const running = last && !hasEnded(last);
  return (
    <div className="long-work">
      <p className="hint">{text}</p>
      <p className="links">
        <button type="button" className="primary" disabled={begin.isPending || running} onClick={() => begin.mutate()}>
          {name}
        </button>
        {last && <span className={`badge job-${last.state}`}>{words.administration.jobStates[last.state]}</span>}
      </p>
      {last?.state === "failed" && <p className="problem">{words.errors[String(last.problem.code)]}</p>}
      {running && <JobProgress job={last} />}
      {begin.error && <Failure error={begin.error} />}
    </div>
  );
}
