import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { type Purpose, terms } from "../../joining/queries";
import { api, ask, type Schemas } from "../../kit/api";
import { useSpeech } from "../../kit/language";
import { Failure, Loading } from "../../kit/parts";
import { SendButton } from "../../kit/SendForm";
import "../../joining/consents.css";

const consents = queryOptions({ queryKey: ["consents"], queryFn: () => ask(api.GET("/api/me/consents")) });

/** Each purpose with what was agreed last; the needed one goes only with the account. */
export function Consents() {
  const { words } = useSpeech();
  const found = useQuery(consents);
  const asked = useQuery(terms);
  const error = found.error ?? asked.error;
  return (
    <section className="panel card-panel">
      <h2>{words.ownAccount.consents}</h2>
      {error && <Failure error={error} />}
      {found.data && asked.data ? (
        <ul className="rows">
          {asked.data.purposes.map((purpose) => (
            <Row
              key={purpose}
              purpose={purpose}
              terms={asked.data}
              last={found.data.filter((one) => one.purpose === purpose).at(-1)}
            />
          ))}
        </ul>
      ) : (
        !error && <Loading />
      )}
    </section>
  );
}

function Row(given: { purpose: Purpose; terms: Schemas["SignUpTerms"]; last?: Schemas["ConsentPublic"] }) {
  const { words, instant } = useSpeech();
  const { ownAccount, joining } = words;
  const client = useQueryClient();
  const { purpose, terms: asked, last } = given;
  const standing = Boolean(last && !last.withdrawn_at);
  const change = async () => {
    const body = standing ? { given: false } : { given: true, version: asked.version };
    const now = await ask(api.PUT("/api/me/consents/{purpose}", { params: { path: { purpose } }, body }));
    client.setQueryData(consents.queryKey, now);
  };
  const state = !last
    ? ownAccount.neverGiven
    : last.withdrawn_at
      ? ownAccount.withdrawnAt(instant(last.withdrawn_at))
      : ownAccount.givenAt(instant(last.given_at));
  return (
    <li className="consent-row">
      <div>
        <span className="strong">{joining.purposes[purpose].title}</span>
        <span className="consent-text">{joining.purposes[purpose].text}</span>
        <span className="small">{state}</span>
      </div>
      {standing && asked.needed.includes(purpose) ? (
        <p className="hint">{ownAccount.needsAccount}</p>
      ) : (
        <SendButton label={standing ? ownAccount.withdraw : ownAccount.agree} work={change} />
      )}
    </li>
  );
}
