import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { becomes, type Me, me as meQuery, useMe } from "../accounts/me";
import { SignInForm } from "../accounts/SignInForm";
import { api, ask, type Schemas } from "../kit/api";
import { nameIn, useSpeech } from "../kit/language";
import { Failure, Loading, TextField } from "../kit/parts";
import { SendForm } from "../kit/SendForm";
import { ConsentFields } from "./ConsentFields";
import { LinkPage } from "./LinkPage";
import { LetterLanguage, NewPasswordField, type Written } from "./PersonFields";
import { invitationShown, type Purpose, terms } from "./queries";

type Shown = Schemas["InvitationShown"];

export function InvitationPage() {
  const { words } = useSpeech();
  return (
    <LinkPage title={words.joining.invitation} lead={words.joining.invitationLead}>
      {(token) => <Invitation token={token} />}
    </LinkPage>
  );
}

function Invitation({ token }: { token: string }) {
  const { words, code } = useSpeech();
  const me = useMe();
  const found = useQuery({ ...invitationShown(token), retry: false });
  if (found.error) return <Failure error={found.error} />;
  if (!found.data || !me) return <Loading />;
  const shown = found.data;
  const name = nameIn(code, { vi: shown.name_vi, en: shown.name_en });
  return (
    <div className="form">
      <p className="strong">{words.joining.invited(name, words.joining.roles[shown.role])}</p>
      <p className="hint">{words.joining.invitedAddress(shown.email)}</p>
      <WayIn token={token} shown={shown} me={me} />
    </div>
  );
}

/** Somebody signed in accepts; somebody with an account signs in first; somebody new makes one. */
function WayIn({ token, shown, me }: { token: string; shown: Shown; me: Me }) {
  const { words } = useSpeech();
  const client = useQueryClient();
  const navigate = useNavigate();
  const goIn = async (now: Me) => {
    // The invitation is used up: its page is left before everything shown is asked for anew.
    client.setQueryData(meQuery.queryKey, now);
    await navigate({ to: "/desk" });
    becomes(client, now);
  };
  if (me.account) {
    const work = async () => goIn(await ask(api.POST("/api/me/invitations/accept", { body: { token } })));
    return (
      <SendForm submit={words.joining.accept} work={work}>
        <p>{words.joining.acceptAs(me.account.name, me.account.email)}</p>
      </SendForm>
    );
  }
  if (shown.has_account) {
    return (
      <>
        <p>{words.joining.signInToAccept}</p>
        <SignInForm email={shown.email} done={(now) => becomes(client, now)} />
      </>
    );
  }
  return <NewPerson token={token} email={shown.email} first={shown.language} done={goIn} />;
}

function NewPerson(given: { token: string; email: string; first: Written; done: (now: Me) => Promise<void> }) {
  const { words } = useSpeech();
  const asked = useQuery(terms).data;
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [language, setLanguage] = useState<Written>(given.first);
  const [purposes, setPurposes] = useState<Purpose[]>([]);
  if (!asked) return <Loading />;
  const work = async () => {
    const body = { token: given.token, name, password, language, consents: { version: asked.version, purposes } };
    await given.done(await ask(api.POST("/api/invitations/accept", { body })));
  };
  return (
    <SendForm submit={words.joining.acceptAsNew} work={work}>
      <input type="hidden" autoComplete="username" value={given.email} readOnly />
      <TextField label={words.accounts.name} autoComplete="name" required maxLength={300} value={name} onChange={setName} />
      <NewPasswordField value={password} onChange={setPassword} />
      <LetterLanguage value={language} onChange={setLanguage} />
      <ConsentFields terms={asked} chosen={purposes} choose={setPurposes} />
    </SendForm>
  );
}
