import { useQuery, useQueryClient } from "@tanstack/react-query";
import { TokenFacts } from "../accounts/own/TokenFacts";
import { organisations } from "../accounts/queries";
import { api, ask, type Schemas } from "../kit/api";
import { nameIn, useSpeech } from "../kit/language";
import { Pages } from "../kit/Pages";
import { Failure, Loading, TextField } from "../kit/parts";
import { SureButton } from "../kit/SendForm";
import { everybodysTokens } from "./queries";
import { useFinding } from "./useFinding";

const PAGE = 50;

/** Keys that people made for programs: whose they are and what they may do; the keys themselves nobody can read. */
export function EverybodysTokens() {
  const { words } = useSpeech();
  const { administering } = words;
  const { typed, search, sought, offset, setOffset } = useFinding();
  const found = useQuery(everybodysTokens(sought, offset));
  const total = found.data?.total ?? 0;
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
      <Pages offset={offset} limit={PAGE} total={total} go={setOffset} />
    </>
  );
}

function Token({ token }: { token: Schemas["TokenOfSomebody"] }) {
  const { words, code } = useSpeech();
  const { administering, ownAccount } = words;
  const client = useQueryClient();
  const whose = useQuery(organisations).data?.find((one) => one.id === token.organisation_id);
  const revoke = async () => {
    await ask(api.DELETE("/api/tokens/{token_id}", { params: { path: { token_id: token.id } } }));
    await client.invalidateQueries({ queryKey: ["everybodys-tokens"] });
  };
  const acts = whose && administering.forOrganisation(nameIn(code, { vi: whose.name_vi, en: whose.name_en }));
  return (
    <li>
      <span>
        <span className="strong">{token.name}</span>
        <span className="small">
          {token.person} · {token.email}
          {acts && ` · ${acts}`}
        </span>
        <TokenFacts token={token} />
      </span>
      <SureButton label={ownAccount.revoke} sure={ownAccount.revokeSure} work={revoke} />
    </li>
  );
}
