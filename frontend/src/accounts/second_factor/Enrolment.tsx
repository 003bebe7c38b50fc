import { useState } from "react";
import { api, ask, type Schemas } from "../../kit/api";
import { useSpeech } from "../../kit/language";
import { TextField } from "../../kit/parts";
import { SendForm } from "../../kit/SendForm";
import { useMe } from "../me";
import { CodeField } from "./CodeField";
import { RecoveryCodes } from "./RecoveryCodes";
import "./second_factor.css";

/** Turning the second step on: password, picture for the app, a code of it, recovery codes. */
export function Enrolment({ done }: { done: () => void }) {
  const { words } = useSpeech();
  const [enrolment, setEnrolment] = useState<Schemas["Enrolment"] | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const [password, setPassword] = useState("");
  if (codes) return <RecoveryCodes codes={codes} kept={done} />;
  if (enrolment) return <ConfirmApp enrolment={enrolment} confirmed={setCodes} />;
  const work = async () => setEnrolment(await ask(api.POST("/api/me/second-factor", { body: { password } })));
  return (
    <SendForm submit={words.ownAccount.turnOn} work={work}>
      <PasswordField value={password} onChange={setPassword} />
    </SendForm>
  );
}

function ConfirmApp({ enrolment, confirmed }: { enrolment: Schemas["Enrolment"]; confirmed: (codes: string[]) => void }) {
  const { words } = useSpeech();
  const { ownAccount } = words;
  const [code, setCode] = useState("");
  const work = async () =>
    confirmed((await ask(api.POST("/api/me/second-factor/confirm", { body: { code: code.trim() } }))).codes);
  return (
    <SendForm submit={ownAccount.confirmCode} work={work}>
      <p>{ownAccount.scan}</p>
      <img className="qr" src={enrolment.qr} alt={ownAccount.qrAlt} width="220" height="220" />
      <p>
        {ownAccount.orType} <code className="secret">{enrolment.secret}</code>
      </p>
      <CodeField value={code} onChange={setCode} />
    </SendForm>
  );
}

/** The password of whoever is signed in, asked once more. */
export function PasswordField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { words } = useSpeech();
  const email = useMe()?.account?.email ?? "";
  return (
    <>
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <TextField
        label={words.accounts.currentPassword}
        type="password"
        autoComplete="current-password"
        required
        value={value}
        onChange={onChange}
      />
    </>
  );
}
