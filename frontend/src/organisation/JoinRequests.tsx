import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api, ask } from "../kit/api";
import { useSpeech } from "../kit/language";
import { Failure, Loading } from "../kit/parts";
import { SendButton } from "../kit/SendForm";
import { joinRequests, members } from "./queries";

export function JoinRequests({ organisationId }: { organisationId: number }) {
  const { words, instant } = useSpeech();
  const { organisationPage } = words;
  const client = useQueryClient();
  const found = useQuery(joinRequests(organisationId));
  const decide = (account_id: number, accepted: boolean) => async () => {
    const params = { path: { organisation_id: organisationId, account_id } };
    const path = "/api/organisations/{organisation_id}/join-requests/{account_id}";
    await ask(accepted ? api.POST(path, { params }) : api.DELETE(path, { params }));
    await client.invalidateQueries({ queryKey: joinRequests(organisationId).queryKey });
    await client.invalidateQueries({ queryKey: members(organisationId).queryKey });
  };
  return (
    <section className="panel card-panel">
      <h2>{organisationPage.joinRequests}</h2>
      {found.error && <Failure error={found.error} />}
      {found.isPending && <Loading />}
      {found.data && <p className="hint">{found.data.length ? organisationPage.joinHint : organisationPage.noJoinRequests}</p>}
      <ul className="rows">
        {found.data?.map((one) => (
          <li key={one.account_id}>
            <span>
              <span className="strong">{one.name}</span>
              <span className="small">
                {one.email} · {instant(one.created_at)}
              </span>
            </span>
            <span className="actions">
              <SendButton className="primary" label={organisationPage.accept} work={decide(one.account_id, true)} />
              <SendButton label={organisationPage.refuse} work={decide(one.account_id, false)} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
