import { queryOptions, useQuery } from "@tanstack/react-query";
import { api, ask } from "../kit/api";
import { useSpeech } from "../kit/language";
import { Failure, Loading } from "../kit/parts";
import { Learning } from "./learning/Learning";
import { LongWork } from "./LongWork";

interface Readiness {
  ready: boolean;
  database: string;
  model: string;
  weights: string | null;
  problem: { code: string } | null;
}

const readiness = queryOptions({
  queryKey: ["ready"],
  // Not ready is an answer as well, with another status.
  queryFn: async (): Promise<Readiness> => (await fetch("/ready")).json(),
  refetchInterval: (query) => (query.state.data?.ready ? false : 3_000),
});

/** Which model reads, whether it is ready, and the index made from it. */
export function ModelState() {
  const { words } = useSpeech();
  const { administration } = words;
  const found = useQuery(readiness);
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  const { ready, model, weights, database, problem } = found.data;
  return (
    <div className="two alike">
      <section className="facts">
        <h2>
          <span className={`badge ${ready ? "yes" : "state-returned"}`}>
            {ready ? administration.ready : administration.notReady}
          </span>
        </h2>
        <dl>
          <div>
            <dt>{administration.model}</dt>
            <dd>{model}</dd>
          </div>
          <div>
            <dt>{administration.weights}</dt>
            <dd>{weights === "shipped" ? administration.shipped : weights}</dd>
          </div>
          <div>
            <dt>{administration.database}</dt>
            <dd>{administration.databases[database] ?? database}</dd>
          </div>
        </dl>
        {problem && <p className="problem">{words.errors[problem.code] ?? problem.code}</p>}
      </section>
      <section className="panel card-panel">
        <LongWork
          kind="matching.rebuild"
          name={administration.rebuild}
          text={administration.rebuildText}
          start={() => ask(api.POST("/api/matching/rebuild"))}
        />
        <LongWork
          kind="matching.rank_all"
          name={administration.rankAll}
          text={administration.rankAllText}
          start={() => ask(api.POST("/api/matching/rank-all"))}
        />
      </section>
      <Learning serving={weights} />
    </div>
  );
}
