import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Schemas } from "../../kit/api";
import { useSpeech } from "../../kit/language";
import { Failure, Loading } from "../../kit/parts";
import { jobs } from "../Jobs";
import { LongWork } from "../LongWork";
import { goBack, learningState, refit } from "./queries";
import { ReliabilityChart } from "./ReliabilityChart";
import "./learning.css";

/** What people answered and what came of it as new weights: what they do, and the way back. */
export function Learning({ serving }: { serving: string | null }) {
  const { words, count } = useSpeech();
  const { learning } = words;
  const client = useQueryClient();
  const found = useQuery(learningState(serving));
  const ended = useQuery(jobs).data?.items.find((job) => job.kind === "outcomes.refit")?.ended_at;
  const renew = () => client.invalidateQueries({ queryKey: ["learning"] });
  // The last refit may have ended while somebody looks on.
  useEffect(() => {
    if (ended) void client.invalidateQueries({ queryKey: ["learning"] });
  }, [client, ended]);
  const back = useMutation({ mutationFn: goBack, onSettled: renew });
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  const { known, versions, former } = found.data;
  return (
    <section className="learning">
      <h2>{learning.title}</h2>
      <p className="lead">{learning.lead}</p>
      <p>
        {learning.known(count(known.needs), count(known.fits), count(known.misfits))}{" "}
        {!known.enough && learning.least(count(known.least_needs), count(known.least_of_a_kind))}
      </p>
      <LongWork kind="outcomes.refit" name={learning.refit} text={learning.refitText} start={refit} />
      {versions.map((version) => (
        <Version key={version.version} version={version} />
      ))}
      {former && (
        <p className="links">
          <button type="button" disabled={back.isPending} onClick={() => back.mutate()}>
            {learning.goBack(former === "shipped" ? words.administration.shipped : former)}
          </button>
        </p>
      )}
      {back.error && <Failure error={back.error} />}
    </section>
  );
}

function Version({ version }: { version: Schemas["LearnedPublic"] }) {
  const { words, count, instant } = useSpeech();
  const { learning } = words;
  const { before, after } = version;
  if (!before || !after) return null;
  const state = version.in_use ? learning.inUse : version.better ? learning.notInUse : learning.notBetter;
  const rows: [string, number, number][] = [
    [learning.order, before.ndcg, after.ndcg],
    [learning.error, before.brier, after.brier],
    [learning.distance, before.calibration_error, after.calibration_error],
  ];
  return (
    <details className="version" open={version.in_use}>
      <summary>
        {version.at ? instant(version.at) : version.version} <span className="badge">{state}</span>
      </summary>
      <p className="hint">{learning.measured(count(version.learned_from), count(version.measured_on))}</p>
      <div className="effect">
        <table>
          <thead>
            <tr>
              <td />
              <th scope="col">{learning.before}</th>
              <th scope="col">{learning.after}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, first, second]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{count(first)}</td>
                <td>{count(second)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <ReliabilityChart before={before.reliability} after={after.reliability} />
      </div>
    </details>
  );
}
