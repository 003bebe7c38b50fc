import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { api, ask, type Schemas } from "../kit/api";
import { useSpeech } from "../kit/language";
import { Failure, Loading, TextField, Title } from "../kit/parts";
import { SendForm } from "../kit/SendForm";
import { ConsentFields } from "./ConsentFields";
import { NOTHING_WANTED, OrganisationChoice, wantedFields } from "./OrganisationChoice";
import { LetterLanguage, NewPasswordField, type Written } from "./PersonFields";
import { type Purpose, terms } from "./queries";
import "./sign-up.css";

export function SignUpPage() {
  const { words } = useSpeech();
  const { joining } = words;
  const [sentTo, setSentTo] = useState<string | null>(null);
  const found = useQuery(terms);
  if (sentTo !== null) return <Mailbox email={sentTo} again={() => setSentTo(null)} />;
  return (
    <div className="narrow">
      <div className="page-head">
        <Title>{joining.signUp}</Title>
        <p className="lead">{joining.signUpLead}</p>
      </div>
      <div className="panel card-panel">
        {found.error && <Failure error={found.error} again={() => void found.refetch()} />}
        {found.isPending && <Loading />}
        {found.data && <SignUpForm terms={found.data} done={setSentTo} />}
      </div>
      <p className="beneath">
        {joining.haveAccount} <Link to="/sign-in">{words.accounts.signIn}</Link>
      </p>
    </div>
  );
}

function SignUpForm({ terms: asked, done }: { terms: Schemas["SignUpTerms"]; done: (email: string) => void }) {
  const { words, code } = useSpeech();
  const [person, setPerson] = useState({ name: "", email: "", password: "" });
  const [language, setLanguage] = useState<Written>(code === "en" ? "en" : "vi");
  const [wanted, setWanted] = useState(NOTHING_WANTED);
  const [purposes, setPurposes] = useState<Purpose[]>([]);
  const work = async () => {
    const consents = { version: asked.version, purposes };
    await ask(api.POST("/api/sign-up", { body: { ...person, language, consents, ...wantedFields(wanted) } }));
    done(person.email);
  };
  const field = (name: keyof typeof person) => ({
    required: true,
    value: person[name],
    onChange: (value: string) => setPerson((before) => ({ ...before, [name]: value })),
  });
  return (
    <SendForm submit={words.joining.signUp} work={work}>
      <TextField label={words.accounts.name} autoComplete="name" maxLength={300} {...field("name")} />
      <TextField label={words.accounts.email} type="email" autoComplete="username" maxLength={254} {...field("email")} />
      <NewPasswordField {...field("password")} />
      <LetterLanguage value={language} onChange={setLanguage} />
      <h2>{words.joining.organisation}</h2>
      <OrganisationChoice value={wanted} onChange={setWanted} />
      <ConsentFields terms={asked} chosen={purposes} choose={setPurposes} />
    </SendForm>
  );
}

/** The same whether the address has an account or not: only its mailbox is told. */
function Mailbox({ email, again }: { email: string; again: () => void }) {
  const { words } = useSpeech();
  return (
    <div className="narrow">
      <div className="page-head" role="status">
        <Title>{words.joining.lookIntoMailbox}</Title>
        <p className="lead">{words.joining.mailboxLead(email)}</p>
      </div>
      <div className="panel card-panel">
        <p>{words.joining.mailboxHint}</p>
        <button type="button" className="quiet" onClick={again}>
          {words.joining.otherAddress}
        </button>
      </div>
    </div>
  );
}
