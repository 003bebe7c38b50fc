import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { hasEnded, type Job } from "../importing/requests";
import { api, ask } from "../kit/api";
import { useSpeech } from "../kit/language";
import { Failure, Loading } from "../kit/parts";

const SHOWN = 50;
const LOOK_AGAIN_MS = 1_500;

export const jobs = queryOptions({
  queryKey: ["jobs"],
  queryFn: () => ask(api.GET("/api/jobs", { params: { query: { limit: SHOWN } } })),
  refetchInterval: (query) => (query.state.data?.items.every(hasEnded) ? false : LOOK_AGAIN_MS),
});

export function Jobs() {
  const { words } = useSpeech();
  const { administration } = words;
  const found = useQuery(jobs);
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  if (!found.data.items.length) return <p className="notice">{administration.noJobs}</p>;
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={administration.sections.jobs}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{administration.job}</th>
            <th scope="col">{administration.state}</th>
            <th scope="col">{administration.progress}</th>
            <th scope="col">{administration.started}</th>
          </tr>
        </thead>
        <tbody>
          {found.data.items.map((job) => (
            <JobRow key={job.id} job={job} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function JobRow({ job }: { job: Job }) {
  const { words, instant } = useSpeech();
  const { administration } = words;
  const { code } = job.problem as { code?: string };
  return (
    <tr>
      <th scope="row">
        {administration.jobKinds[job.kind] ?? job.kind} <span className="small">#{job.id}</span>
      </th>
      <td>
        <span className={`badge job-${job.state}`}>{administration.jobStates[job.state]}</span>
        {code && <span className="small"> {words.errors[code] ?? code}</span>}
      </td>
      <td>
        <JobProgress job={job} />
      </td>
      <td>{instant(job.started_at ?? job.created_at)}</td>
    </tr>
  );
}

/** How far a job is, with a way to stop it. */
export function JobProgress({ job }: { job: Job }) {
  const { words, count } = useSpeech();
  const client = useQueryClient();
  const stop = useMutation({
    mutationFn: () => ask(api.POST("/api/jobs/{job_id}/cancel", { params: { path: { job_id: job.id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: jobs.queryKey }),
  });
  if (hasEnded(job)) return job.total ? <span>{`${count(job.done)} / ${count(job.total)}`}</span> : null;
  return (
    <div className="job-progress">
      <progress aria-label={words.administration.progress} max={job.total || 1} value={job.total ? job.done : undefined} />
      <span className="small">{job.total ? `${count(job.done)} / ${count(job.total)}` : ""}</span>
      <button type="button" className="small-button" disabled={job.cancel_requested} onClick={() => stop.mutate()}>
        {words.administration.cancelJob}
      </button>
    </div>
  );
}
