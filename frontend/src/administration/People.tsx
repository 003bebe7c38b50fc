import { useQuery, useQueryClient } from "@tanstack/react-query";
import { me } from "../accounts/me";
import { api, ask, type Schemas } from "../kit/api";
import { useSpeech } from "../kit/language";
import { Pages } from "../kit/Pages";
import { Failure, Loading, TextField } from "../kit/parts";
import { SureButton, useSending } from "../kit/SendForm";
import { people } from "./queries";
import { useFinding } from "./useFinding";
import "../kit/small-check.css";

const PAGE = 50;

/** Everybody with an account, and what they are in the service. */
export function People() {
  const { words } = useSpeech();
  const { oversight } = words;
  const { typed, search, sought, offset, setOffset } = useFinding();
  const found = useQuery(people(sought, offset));
  const total = found.data?.total ?? 0;
  return (
    <>
      <div className="chooser">
        <TextField label={oversight.findPerson} type="search" maxLength={100} value={typed} onChange={search} />
      </div>
      {found.error && <Failure error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <Loading />}
      {found.data && (
        <>
          <p role="status" className="hint">
            {oversight.people(total)}
          </p>
          <ul className="rows panel card-panel">
            {found.data.items.map((one) => (
              <Person key={one.id} person={one} />
            ))}
          </ul>
        </>
      )}
      <Pages offset={offset} limit={PAGE} total={total} go={setOffset} />
    </>
  );
}

function Person({ person }: { person: Schemas["AccountWithRights"] }) {
  const { words } = useSpeech();
  const { oversight } = words;
  const client = useQueryClient();
  const { busy, error, send } = useSending();
  const change = async (rights: Schemas["RightsSent"]) => {
    const params = { path: { account_id: person.id } };
    await ask(api.PUT("/api/people/{account_id}/rights", { params, body: rights }));
    await client.invalidateQueries({ queryKey: ["people"] });
    await client.invalidateQueries({ queryKey: me.queryKey });
  };
  const erase = async () => {
    await ask(api.POST("/api/accounts/{account_id}/erasure", { params: { path: { account_id: person.id } } }));
    await client.invalidateQueries({ queryKey: ["people"] });
  };
  const now = { organiser: person.organiser, administrator: person.administrator };
  const factor = person.second_factor ? oversight.factorOn : oversight.factorOff;
  return (
    <li>
      <span>
        <span className="strong">{person.name}</span>
        <span className="small">
          {person.email} · {factor}
          {person.disabled_at && ` · ${oversight.disabled}`}
        </span>
      </span>
      <div className="actions" role="group" aria-label={oversight.rightsOf(person.name)}>
        {(["organiser", "administrator"] as const).map((right) => (
          <label key={right} className="small-check">
            <input
              type="checkbox"
              checked={person[right]}
              disabled={busy}
              onChange={(event) => void send(() => change({ ...now, [right]: event.target.checked }))}
            />
            <span>{oversight[right]}</span>
          </label>
        ))}
        {!person.disabled_at && <SureButton label={oversight.erase} sure={oversight.eraseSure} work={erase} />}
      </div>
      {error !== null && <Failure error={error} />}
    </li>
  );
}
