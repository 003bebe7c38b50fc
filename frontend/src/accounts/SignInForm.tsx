import { type FormEvent, useState } from "react";
import { Refusal } from "../kit/api";
import { useSpeech } from "../kit/language";
import { Failure, TextField } from "../kit/parts";
import { type Me, signIn } from "./me";

/** Address and password. With a given address only the password is asked. */
export function SignInForm({ email: given, done }: { email?: string; done: (now: Me) => void }) {
  const { words } = useSpeech();
  const [email, setEmail] = useState(given ?? "");
  const [password, setPassword] = useState("");
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    signIn(email, password)
      .then(done, setError)
      .finally(() => setBusy(false));
  };
  return (
    <form className="form" onSubmit={send}>
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
      {error !== null && <SignInFailure error={error} />}
      <button type="submit" className="primary" disabled={busy}>
        {busy ? words.accounts.signingIn : words.accounts.signIn}
      </button>
    </form>
  );
}

function SignInFailure({ error }: { error: unknown }) {
  const { words } = useSpeech();
  if (error instanceof Refusal && typeof error.params.seconds === "number") {
    return (
      <p className="notice bad" role="alert">
        {words.accounts.wait(error.params.seconds)}
      </p>
    );
  }
  return <Failure error={error} />;
}
