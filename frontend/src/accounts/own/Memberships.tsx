import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { NOTHING_WANTED, OrganisationChoice, type Wanted } from "../../joining/OrganisationChoice";
import { api, ask } from "../../kit/api";
import { nameIn, useSpeech } from "../../kit/language";
import { SendButton, SendForm, SureButton } from "../../kit/SendForm";
import { useUnsent } from "../../kit/unsent/useUnsent";
import { becomes, useMe } from "../me";
import { organisations } from "../queries";

const joinRequests = queryOptions({ queryKey: ["own-join-requests"], queryFn: () => ask(api.GET("/api/me/join-requests")) });

export function Memberships() {
  const { words, code } = useSpeech();
  const { ownAccount } = words;
  const client = useQueryClient();
  const me = useMe();
  const asked = useQuery(joinRequests).data ?? [];
  const leave = async (organisation_id: number) => {
    await ask(api.DELETE("/api/me/memberships/{organisation_id}", { params: { path: { organisation_id } } }));
    becomes(client, await ask(api.GET("/api/me")));
  };
  const memberships = me?.memberships ?? [];
  return (
    <section className="panel card-panel">
      <h2>{ownAccount.organisations}</h2>
      {!memberships.length && !asked.length && <p className="hint">{ownAccount.noOrganisation}</p>}
      <ul className="rows">
        {memberships.map((one) => (
          <li key={one.organisation_id}>
            <span>
              <Link className="strong" to="/organisations/$id" params={{ id: String(one.organisation_id) }}>
                {nameIn(code, { vi: one.name_vi, en: one.name_en })}
              </Link>
              <span className="small">{words.organisationPage.roles[one.role]}</span>
            </span>
            <SureButton label={ownAccount.leave} sure={ownAccount.leaveSure} work={() => leave(one.organisation_id)} />
          </li>
        ))}
        {asked.map((one) => (
          <Asked key={one.organisation_id} id={one.organisation_id} at={one.created_at} />
        ))}
      </ul>
      <AddOrganisation known={[...memberships, ...asked].map((one) => one.organisation_id)} />
    </section>
  );
}

function Asked({ id, at }: { id: number; at: string }) {
  const { words, code, instant } = useSpeech();
  const client = useQueryClient();
  const organisation = useQuery(organisations).data?.find((one) => one.id === id);
  const takeBack = async () => {
    await ask(api.DELETE("/api/me/join-requests/{organisation_id}", { params: { path: { organisation_id: id } } }));
    await client.invalidateQueries({ queryKey: joinRequests.queryKey });
  };
  return (
    <li>
      <span>
        <span className="strong">
          {nameIn(code, { vi: organisation?.name_vi, en: organisation?.name_en })}
        </span>
        <span className="small">{words.ownAccount.asked(instant(at))}</span>
      </span>
      <SendButton label={words.ownAccount.takeBack} work={takeBack} />
    </li>
  );
}

function AddOrganisation({ known }: { known: number[] }) {
  const { words } = useSpeech();
  const client = useQueryClient();
  const unsent = useUnsent<Wanted>("own-organisation", { ...NOTHING_WANTED, wish: "join" });
  const wanted = unsent.value;
  const bringIn = async () => {
    await ask(api.POST("/api/me/organisations", { body: wanted.own }));
    becomes(client, await ask(api.GET("/api/me")));
  };
  const askToJoin = async (organisation_id: number) => {
    await ask(api.POST("/api/me/join-requests", { body: { organisation_id } }));
    await client.invalidateQueries({ queryKey: joinRequests.queryKey });
  };
  const work = async () => {
    if (wanted.wish === "own") await bringIn();
    else if (wanted.joined !== null) await askToJoin(wanted.joined);
  };
  return (
    <details>
      <summary>{words.ownAccount.addOrganisation}</summary>
      <SendForm submit={words.ownAccount.add} work={work} done={words.ownAccount.added} unsent={unsent}>
        <OrganisationChoice value={wanted} onChange={unsent.write} wishes={["join", "own"]} known={known} />
      </SendForm>
    </details>
  );
}
