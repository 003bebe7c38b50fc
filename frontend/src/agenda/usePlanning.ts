import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { agendaKey, getJob, type Job, solving, startSolving } from "./queries";

const POLL_MS = 600;
export const ENDED = ["done", "failed", "cancelled"];
const NO_POINTS: Point[] = [];

export interface Point {
  seconds: number;
  value: number;
  bound: number;
  level: string;
}

/** The planning of an event: the one started here, or one that runs already. Its curve outlives leaving the page. */
export function usePlanning(eventId: number) {
  const client = useQueryClient();
  const running = useQuery({ ...solving(eventId), staleTime: 0 }).data;
  const start = useMutation({
    mutationFn: (seconds: number) => startSolving(eventId, seconds),
    onSuccess: (job) => client.setQueryData(solving(eventId).queryKey, job),
  });
  // One that was over before this page was opened is nothing to tell of.
  const id = start.data?.id ?? (running && !ENDED.includes(running.state) ? running.id : undefined);
  const followed = useRef(id);
  if (id !== undefined) followed.current = id;
  const job = useQuery({
    queryKey: ["job", followed.current],
    queryFn: () => getJob(followed.current ?? 0),
    enabled: followed.current !== undefined,
    staleTime: 0,
    refetchInterval: (query) => (query.state.data && ENDED.includes(query.state.data.state) ? false : POLL_MS),
  }).data;
  const curve = ["curve", job?.id];
  const points = useQuery<Point[]>({ queryKey: curve, enabled: false, initialData: NO_POINTS }).data;
  const told = useRef(0);
  useEffect(() => {
    if (!job) return;
    const point = pointOf(job);
    if (point)
      client.setQueryData<Point[]>(["curve", job.id], (before = []) =>
        before.at(-1)?.seconds === point.seconds ? before : [...before, point],
      );
    if (ENDED.includes(job.state) && told.current !== job.id) {
      told.current = job.id;
      void client.invalidateQueries({ queryKey: agendaKey(eventId) });
      void client.invalidateQueries({ queryKey: solving(eventId).queryKey });
    }
  }, [job, client, eventId]);
  return { start, job, points };
}

function pointOf(job: Job): Point | null {
  const { value, bound, seconds, level } = job.detail as Partial<Point>;
  if (value === undefined || bound === undefined || seconds === undefined) return null;
  return { value, bound, seconds, level: level ?? "" };
}
