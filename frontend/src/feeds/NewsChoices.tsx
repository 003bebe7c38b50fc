import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, ask, type Schemas } from "../kit/api";
import { useSpeech } from "../kit/language";
import { Failure, Loading } from "../kit/parts";
import { SendButton } from "../kit/SendForm";

const news = queryOptions({ queryKey: ["news"], queryFn: () => ask(api.GET("/api/me/news")) });

/** What letters of the week tell of, each with its switch. */
export function NewsChoices() {
  const { feeds } = useSpeech().words;
  const client = useQueryClient();
  const found = useQuery(news);
  const choose = ({ kind, wanted }: Schemas["NewsChoice"]) => async () => {
    const params = { path: { kind } };
    client.setQueryData(news.queryKey, await ask(api.PUT("/api/me/news/{kind}", { params, body: { wanted: !wanted } })));
  };
  return (
    <section className="panel card-panel">
      <h2>{feeds.news}</h2>
      <p className="hint">{feeds.newsLead}</p>
      {found.error && <Failure error={found.error} />}
      {!found.data && !found.error && <Loading />}
      <ul className="rows switches">
        {found.data?.map((one) => (
          <li key={one.kind}>
            <span>
              <span className="strong">{feeds.newsKinds[one.kind]}</span>
              <span className="small">{one.wanted ? feeds.newsOn : feeds.newsOff}</span>
            </span>
            <SendButton label={one.wanted ? feeds.switchOff : feeds.switchOn} work={choose(one)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
