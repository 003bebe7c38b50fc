import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMay } from "../accounts/me";
import { jobs } from "../administration/Jobs";
import { hasEnded, type Job } from "../importing/requests";
import { api, ask } from "../kit/api";
import { useSpeech } from "../kit/language";
import { SendButton } from "../kit/SendForm";
import { failedLast } from "./failedLast";
import { Task } from "./Task";

/** What can be started again without anything to be chosen first. */
const AGAIN: Record<string, () => Promise<Job>> = {
  "matching.rebuild": () => ask(api.POST("/api/matching/rebuild")),
  "matching.rank_all": () => ask(api.POST("/api/matching/rank-all")),
};

/** Long work that failed and was not made good since; whoever looks after the service can start some of it again. */
export function FailedJobs() {
  const { words } = useSpeech();
  const may = useMay();
  const client = useQueryClient();
  const found = useQuery(jobs).data?.items ?? [];
  const failed = failedLast(found);
  const looksAfter = may("matching.rebuild");
  const retry = (start: () => Promise<Job>) => async () => {
    await start();
    await client.invalidateQueries({ queryKey: jobs.queryKey });
  };
  return failed.map((job) => {
    const again = looksAfter ? AGAIN[job.kind] : undefined;
    const running = found.some((one) => one.kind === job.kind && !hasEnded(one));
    const link = looksAfter ? (
      <Link to="/administration" search={{ section: "jobs" }}>
        {words.desk.open}
      </Link>
    ) : (
      <Link to="/import" search={{ job: job.id }}>
        {words.desk.open}
      </Link>
    );
    return (
      <Task key={job.id} count={1} link={link}>
        {words.desk.failed(words.administration.jobKinds[job.kind] ?? job.kind)}
        {running && <span className="small"> {words.desk.runsAgain}</span>}
        {again && !running && <SendButton label={words.retry} work={retry(again)} />}
      </Task>
    );
  });
}
