import { useState } from "react";
import { useSpeech } from "../kit/language";
import { TextField } from "../kit/parts";
import { SendForm } from "../kit/SendForm";
import { type Me, signIn } from "./me";
import { SecondStep } from "./second_factor/SecondStep";

/** Address and password, and a code where there is a second step. With a given address only the password is asked. */
export function SignInForm({ email: given, done }: { email?: string; done: (now: Me) => void }) {
  const { words } = useSpeech();
  const [email, setEmail] = useState(given ?? "");
  const [password, setPassword] = useState("");
  const [asked, setAsked] = useState(false);
  const work = async () => {
    const now = await signIn(email, password);
    setPassword("");
    if (now.second_factor === "asked") setAsked(true);
    else done(now);
  };
  if (asked) return <SecondStep done={done} back={() => setAsked(false)} />;
  return (
    <SendForm submit={words.accounts.signIn} work={work}>
      <TextField
        label={words.accounts.email}
        type="email"
        autoComplete="username"
        required
        readOnly={Boolean(given)}
        value={email}
        onChange={setEmail}
      />
      <TextField
        label={words.accounts.password}
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={setPassword}
      />
    </SendForm>
  );
}
