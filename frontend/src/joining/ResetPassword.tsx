import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { api, ask } from "../kit/api";
import { useSpeech } from "../kit/language";
import { TextField, Title } from "../kit/parts";
import { SendForm } from "../kit/SendForm";
import { LinkPage } from "./LinkPage";
import { useLinkToken } from "./linkToken";
import { NewPasswordField } from "./PersonFields";

/** Without a token it asks for the letter; with one it sets the password. */
export function ResetPassword() {
  const { words } = useSpeech();
  if (!useLinkToken()) return <AskForReset />;
  return (
    <LinkPage title={words.joining.resetTitle} lead={words.joining.resetTakeLead}>
      {(token) => <TakeReset token={token} />}
    </LinkPage>
  );
}

function AskForReset() {
  const { words } = useSpeech();
  const [email, setEmail] = useState("");
  const work = () => ask(api.POST("/api/password-resets", { body: { email } }));
  return (
    <div className="narrow">
      <div className="page-head">
        <Title>{words.joining.forgotten}</Title>
        <p className="lead">{words.joining.resetLead}</p>
      </div>
      <div className="panel card-panel">
        <SendForm submit={words.joining.sendLink} work={work} done={words.joining.resetSent}>
          <TextField
            label={words.accounts.email}
            type="email"
            autoComplete="username"
            required
            value={email}
            onChange={setEmail}
          />
        </SendForm>
      </div>
    </div>
  );
}

function TakeReset({ token }: { token: string }) {
  const { words } = useSpeech();
  const [password, setPassword] = useState("");
  const [changed, setChanged] = useState(false);
  if (changed) {
    return (
      <>
        <p role="status">{words.joining.resetDone}</p>
        <Link className="button primary" to="/sign-in">
          {words.accounts.signIn}
        </Link>
      </>
    );
  }
  const work = async () => {
    await ask(api.POST("/api/password-resets/take", { body: { token, password } }));
    setChanged(true);
  };
  return (
    <SendForm submit={words.joining.setPassword} work={work}>
      <NewPasswordField value={password} onChange={setPassword} />
    </SendForm>
  );
}
