import { useState } from "react";
import { useSpeech } from "../kit/language";
import { Failure, Select } from "../kit/parts";
import { type Change, type Job, stopJob } from "./queries";
import { ENDED, type Point, usePlanning } from "./usePlanning";

const SECONDS = ["5", "20", "60", "180"];

/** Start planning, watch value and bound come together, stop when it is good enough; it may be left meanwhile. */
export function SolvePanel({ eventId, change }: { eventId: number; change: (change: Change) => void }) {
  const { words, count } = useSpeech();
  const [seconds, setSeconds] = useState("20");
  const { start, job, points } = usePlanning(eventId);
  const runs = start.isPending || (job !== undefined && !ENDED.includes(job.state));
  return (
    <section className="solve">
      <div className="solve-line">
        <Select
          label={words.solveFor}
          value={seconds}
          choices={SECONDS.map((value) => ({ value, label: words.seconds(Number(value)) }))}
          onChange={setSeconds}
        />
        <button
          type="button"
          className="primary"
          disabled={runs}
          onClick={() => start.mutate(Number(seconds))}
        >
          {runs ? words.solving : words.solve}
        </button>
        {runs && job && (
          <button type="button" onClick={() => void stopJob(job.id)}>
            {words.stop}
          </button>
        )}
      </div>
      {start.error && <Failure error={start.error} />}
      {job?.state === "failed" && <p className="notice bad">{failureOf(job, words.errors) ?? words.solveFailed}</p>}
      {job && <Curve points={points} />}
      {job?.state === "done" && <p role="status">{words.solved}: {words.meetings(Number(job.result.meetings ?? 0))}</p>}
      {job?.result.replaced === false && (
        <p className="notice">
          {words.keptBeside}
          <button type="button" onClick={() => change({ doing: "take", job_id: job.id })}>
            {words.take}
          </button>
        </p>
      )}
      {runs && points.length > 0 && (
        <p className="unseen" role="status">
          {count(points.at(-1)?.value ?? 0)}
        </p>
      )}
    </section>
  );
}

function failureOf(job: Job, errors: Record<string, string>): string | undefined {
  return errors[String(job.problem.code)];
}

const [WIDTH, HEIGHT] = [320, 90];

/** Value from below and bound from above, over time. */
export function Curve({ points }: { points: Point[] }) {
  const { words, count } = useSpeech();
  // Later levels have other bounds; the curve is that of the value.
  const told = points.filter((point) => point.level === "value" || point.value <= point.bound);
  const [first, last] = [told[0], told.at(-1)];
  if (!first || !last) return null;
  const shown = [{ ...first, seconds: 0 }, ...told];
  const most = Math.max(...shown.map((point) => Math.max(point.bound, point.value)), 1);
  const least = Math.min(...shown.map((point) => point.value)) * 0.98;
  const long = Math.max(last.seconds, 0.1);
  const line = (pick: (point: Point) => number) =>
    shown
      .map((point) => {
        const y = HEIGHT - 6 - ((pick(point) - least) / Math.max(most - least, 1)) * (HEIGHT - 12);
        return `${((point.seconds / long) * WIDTH).toFixed(1)},${y.toFixed(1)}`;
      })
      .join(" ");
  const name = words.curve(count(last.value), count(last.bound));
  return (
    <figure className="curve">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={name}>
        <polyline className="bound" points={line((point) => point.bound)} />
        <polyline className="value" points={line((point) => point.value)} />
      </svg>
      <figcaption>{name}</figcaption>
    </figure>
  );
}
