import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { api, ask } from "../kit/api";
import { useSpeech } from "../kit/language";
import { Failure, TextField, Title } from "../kit/parts";
import { becomes } from "./me";

/** The token stands behind the hash, which no server and no log ever sees. */
const tokenHere = () => decodeURIComponent(location.hash.slice(1));

export function FirstAdministrator() {
  const { words } = useSpeech();
  return (
    <div className="narrow">
      <div className="page-head">
        <Title>{words.accounts.firstAdministrator}</Title>
        <p className="lead">{words.accounts.firstAdministratorLead}</p>
      </div>
      {tokenHere() ? <PersonForm token={tokenHere()} /> : <p className="notice bad">{words.accounts.linkMissing}</p>}
    </div>
  );
}

function PersonForm({ token }: { token: string }) {
  const { words, code } = useSpeech();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [person, setPerson] = useState({ name: "", email: "", password: "" });
  const [error, setError] = useState<unknown>(null);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setError(null);
    try {
      const body = { ...person, token, language: code === "en" ? ("en" as const) : ("vi" as const) };
      becomes(client, await ask(api.POST("/api/first-administrator", { body })));
      await navigate({ to: "/" });
    } catch (refused) {
      setError(refused);
    }
  };
  const field = (name: keyof typeof person) => ({
    required: true,
    value: person[name],
    onChange: (value: string) => setPerson((before) => ({ ...before, [name]: value })),
  });
  return (
    <form className="form panel card-panel" onSubmit={send}>
      <TextField label={words.accounts.name} autoComplete="name" {...field("name")} />
      <TextField label={words.accounts.email} type="email" autoComplete="username" {...field("email")} />
      <TextField
        label={words.accounts.password}
        hint={words.accounts.passwordHint}
        type="password"
        autoComplete="new-password"
        minLength={10}
        {...field("password")}
      />
      {error !== null && <Failure error={error} />}
      <button type="submit" className="primary">
        {words.accounts.create}
      </button>
    </form>
  );
}
