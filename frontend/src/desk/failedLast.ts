import { hasEnded, type Job } from "../importing/requests";

/** Of jobs, the newest first: the last of each kind that has ended, where it failed. */
export function failedLast(jobs: Job[]): Job[] {
  const ended = jobs.filter(hasEnded);
  return ended.filter((job) => job.state === "failed" && ended.find((one) => one.kind === job.kind) === job);
}
