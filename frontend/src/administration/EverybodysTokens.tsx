import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { organisations } from "../accounts/queries";
import { api, ask, type Schemas } from "../kit/api";
import { nameIn, useSpeech } from "../kit/language";
import { Failure, Loading, TextField } from "../kit/parts";
import { SureButton } from "../kit/SendForm";
import { useSettled } from "../kit/useSettled";
import { everybodysTokens } from "./queries";

const PAGE = 50;

/** Keys that people made for programs: whose they are and what they may do; the keys themselves nobody can read. */
export function EverybodysTokens() {
  const { words } = useSpeech();
  const { administering, organisationPage } = words;
  const [typed, setTyped] = useState("");
  const [offset, setOffset] = useState(0);
  const sought = useSettled(typed, 300);
  const found = useQuery(everybodysTokens(sought, offset));
  const total = found.data?.total ?? 0;
  const search = (text: string) => {
    setTyped(text);
    setOffset(0);
  };
  return (
    <>
      <p className="hint">{administering.tokensLead}</p>
      <div className="chooser">
        <TextField label={administering.findToken} type="search" maxLength={100} value={typed} onChange={search} />
      </div>
      {found.error && <Failure error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <Loading />}
      {found.data && (
        <>
          <p role="status" className="hint">
            {total || sought ? administering.tokensFound(total) : administering.noTokens}
          </p>
          {total > 0 && (
            <ul className="rows panel card-panel">
              {found.data.items.map((one) => (
                <Token key={one.id} token={one} />
              ))}
            </ul>
          )}
        </>
      )}
      {total > PAGE && (
        <div className="links pages">
          <button type="button" disabled={!offset} onClick={() => setOffset(offset - PAGE)}>
            {organisationPage.newer}
          </button>
          <button type="button" disabled={offset + PAGE >= total} onClick={() => setOffset(offset + PAGE)}>
            {organisationPage.older}
          </button>
        </div>
      )}
    </>
  );
}

function Token({ token }: { token: Schemas["TokenOfSomebody"] }) {
  const { words, code, instant, list } = useSpeech();
  const { administering, ownAccount } = words;
  const client = useQueryClient();
  const whose = useQuery(organisations).data?.find((one) => one.id === token.organisation_id);
  const revoke = async () => {
    await ask(api.DELETE("/api/tokens/{token_id}", { params: { path: { token_id: token.id } } }));
    await client.invalidateQueries({ queryKey: ["everybodys-tokens"] });
  };
  const ended = new Date(token.expires_at) < new Date();
  const acts = whose && administering.forOrganisation(nameIn(code, { vi: whose.name_vi, en: whose.name_en }));
  return (
    <li>
      <span>
        <span className="strong">{token.name}</span>
        <span className="small">
          {token.person} · {token.email}
          {acts && ` · ${acts}`}
        </span>
        <span className="small">{list(token.scopes.map((scope) => ownAccount.scopeNames[scope]))}</span>
        <span className="small">
          {(ended ? ownAccount.expired : ownAccount.expires)(instant(token.expires_at))} ·{" "}
          {token.used_at ? ownAccount.used(instant(token.used_at)) : ownAccount.neverUsed}
        </span>
      </span>
      <SureButton label={ownAccount.revoke} sure={ownAccount.revokeSure} work={revoke} />
    </li>
  );
}
