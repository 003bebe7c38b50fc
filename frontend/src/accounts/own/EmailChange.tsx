import { useState } from "react";
import { api, ask } from "../../kit/api";
import { useSpeech } from "../../kit/language";
import { TextField } from "../../kit/parts";
import { SendForm } from "../../kit/SendForm";
import { useMe } from "../me";
import { PasswordField } from "../second_factor/Enrolment";

export function EmailChange() {
  const { words } = useSpeech();
  const { ownAccount } = words;
  const me = useMe();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const work = async () => {
    await ask(api.PUT("/api/me/email", { body: { email, password } }));
    setEmail("");
    setPassword("");
  };
  return (
    <section className="panel card-panel">
      <h2>{ownAccount.email}</h2>
      <p className="hint">{ownAccount.emailNow(me?.account?.email ?? "")}</p>
      <SendForm submit={ownAccount.emailChange} work={work} done={ownAccount.emailSent}>
        <TextField
          label={ownAccount.emailNew}
          type="email"
          autoComplete="email"
          required
          maxLength={254}
          value={email}
          onChange={setEmail}
        />
        <PasswordField value={password} onChange={setPassword} />
      </SendForm>
    </section>
  );
}
