import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, ask, type Schemas } from "../../kit/api";
import { CopyButton } from "../../kit/CopyButton";
import { nameIn, useSpeech } from "../../kit/language";
import { Failure, Loading, Select, TextField } from "../../kit/parts";
import { SendForm, SureButton } from "../../kit/SendForm";
import { useMe } from "../me";
import { TokenFacts } from "./TokenFacts";
import "./tokens.css";

type Scope = Schemas["Scope"];
const tokens = queryOptions({ queryKey: ["tokens"], queryFn: () => ask(api.GET("/api/me/tokens")) });

export function Tokens() {
  const { words } = useSpeech();
  const found = useQuery(tokens);
  return (
    <section className="panel card-panel">
      <h2>{words.ownAccount.tokens}</h2>
      <p className="hint">{words.ownAccount.tokensLead}</p>
      {found.error && <Failure error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <Loading />}
      <ul className="rows">
        {found.data?.map((one) => (
          <Token key={one.id} token={one} />
        ))}
      </ul>
      <NewToken />
    </section>
  );
}

function Token({ token }: { token: Schemas["TokenPublic"] }) {
  const { words, code } = useSpeech();
  const { ownAccount } = words;
  const client = useQueryClient();
  const revoke = async () => {
    await ask(api.DELETE("/api/me/tokens/{token_id}", { params: { path: { token_id: token.id } } }));
    await client.invalidateQueries({ queryKey: tokens.queryKey });
  };
  const whose = useMe()?.memberships.find((one) => one.organisation_id === token.organisation_id);
  return (
    <li>
      <span>
        <span className="strong">{token.name}</span>
        {whose && <span className="small">{nameIn(code, { vi: whose.name_vi, en: whose.name_en })}</span>}
        <TokenFacts token={token} />
      </span>
      <SureButton label={ownAccount.revoke} sure={ownAccount.revokeSure} work={revoke} />
    </li>
  );
}

function NewToken() {
  const { words, code } = useSpeech();
  const { ownAccount } = words;
  const client = useQueryClient();
  const me = useMe();
  const organiser = me?.acting_as === "organiser";
  const memberships = me?.memberships ?? [];
  const [organisation, setOrganisation] = useState(me?.organisation_id ?? memberships[0]?.organisation_id ?? null);
  const [name, setName] = useState("");
  const [days, setDays] = useState("90");
  const [scopes, setScopes] = useState<Scope[]>(["read"]);
  const [made, setMade] = useState<string | null>(null);
  if (made) return <ShownOnce token={made} kept={() => setMade(null)} />;
  const work = async () => {
    const body = { name, days: Number(days), scopes, organisation_id: organisation };
    setMade((await ask(api.POST("/api/me/tokens", { body }))).token);
    setName("");
    await client.invalidateQueries({ queryKey: tokens.queryKey });
  };
  const choices: Scope[] = organiser ? ["read", "write", "organise"] : ["read", "write"];
  return (
    <details>
      <summary>{ownAccount.makeToken}</summary>
      <SendForm submit={ownAccount.makeToken} work={work}>
        <TextField
          label={ownAccount.tokenName}
          hint={ownAccount.tokenNameHint}
          required
          maxLength={100}
          value={name}
          onChange={setName}
        />
        {memberships.length > 1 && (
          <Select
            label={ownAccount.tokenFor}
            hint={ownAccount.tokenForHint}
            value={String(organisation ?? "")}
            choices={memberships.map((one) => ({
              value: String(one.organisation_id),
              label: nameIn(code, { vi: one.name_vi, en: one.name_en }),
            }))}
            onChange={(id) => setOrganisation(Number(id))}
          />
        )}
        <fieldset className="choices row">
          <legend>{ownAccount.scopes}</legend>
          {choices.map((scope) => (
            <label key={scope}>
              <input
                type="checkbox"
                required={!scopes.length}
                checked={scopes.includes(scope)}
                onChange={(event) =>
                  setScopes(choices.filter((one) => (one === scope ? event.target.checked : scopes.includes(one))))
                }
              />
              {ownAccount.scopeNames[scope]}
            </label>
          ))}
        </fieldset>
        <TextField label={ownAccount.tokenDays} type="number" min={1} max={365} required value={days} onChange={setDays} />
      </SendForm>
    </details>
  );
}

function ShownOnce({ token, kept }: { token: string; kept: () => void }) {
  const { words } = useSpeech();
  return (
    <div className="form" role="status">
      <p className="strong">{words.ownAccount.tokenOnce}</p>
      <code className="shown-once">{token}</code>
      <div className="links">
        <CopyButton text={token} />
        <button type="button" className="primary" onClick={kept}>
          {words.ownAccount.tokenKept}
        </button>
      </div>
    </div>
  );
}
