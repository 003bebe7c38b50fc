import { useQuery, useQueryClient } from "@tanstack/react-query";
import { LetterLanguage, type Written } from "../joining/PersonFields";
import { api, ask, type Schemas } from "../kit/api";
import { useSpeech } from "../kit/language";
import { Failure, Loading, Select, TextField } from "../kit/parts";
import { SendButton, SendForm } from "../kit/SendForm";
import { useUnsent } from "../kit/unsent/useUnsent";
import { invitations } from "./queries";

export function Invitations({ organisationId }: { organisationId: number }) {
  const { words, instant } = useSpeech();
  const { organisationPage } = words;
  const client = useQueryClient();
  const found = useQuery(invitations(organisationId));
  const again = () => client.invalidateQueries({ queryKey: invitations(organisationId).queryKey });
  const takeBack = (invitation_id: number) => async () => {
    await ask(api.DELETE("/api/invitations/{invitation_id}", { params: { path: { invitation_id } } }));
    await again();
  };
  return (
    <section className="panel card-panel">
      <h2>{organisationPage.invitations}</h2>
      {found.error && <Failure error={found.error} />}
      {found.isPending && <Loading />}
      {found.data?.items.length === 0 && <p className="hint">{organisationPage.noInvitations}</p>}
      <ul className="rows">
        {found.data?.items.map((one) => (
          <li key={one.id}>
            <span>
              <span className="strong">{one.email}</span>
              <span className="small">
                {organisationPage.roles[one.role]} · {organisationPage.states[one.state]}
                {one.state === "open" && ` · ${organisationPage.until(instant(one.expires_at))}`}
              </span>
            </span>
            {one.state !== "accepted" && <SendButton label={organisationPage.takeBack} work={takeBack(one.id)} />}
          </li>
        ))}
      </ul>
      <Invite organisationId={organisationId} done={again} />
    </section>
  );
}

function Invite({ organisationId, done }: { organisationId: number; done: () => Promise<void> }) {
  const { words, code } = useSpeech();
  const { organisationPage } = words;
  const start = { email: "", role: "member" as Schemas["MemberRole"], language: (code === "en" ? "en" : "vi") as Written };
  const unsent = useUnsent(`invitation-${organisationId}`, start);
  const { value, field, write } = unsent;
  const work = async () => {
    await ask(api.POST("/api/invitations", { body: { organisation_id: organisationId, ...value } }));
    await done();
  };
  return (
    <SendForm submit={organisationPage.invite} work={work} done={organisationPage.invited} unsent={unsent}>
      <TextField
        label={words.accounts.email}
        hint={organisationPage.inviteLead}
        type="email"
        required
        maxLength={254}
        {...field("email")}
      />
      <Select
        label={organisationPage.role}
        value={value.role}
        choices={(["member", "owner"] as const).map((role) => ({ value: role, label: organisationPage.roles[role] }))}
        onChange={(role) => write({ role: role as Schemas["MemberRole"] })}
      />
      <LetterLanguage {...field("language")} />
    </SendForm>
  );
}
