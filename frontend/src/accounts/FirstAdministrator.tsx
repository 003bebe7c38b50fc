import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api, ask } from "../kit/api";
import { useSpeech } from "../kit/language";
import { TextField } from "../kit/parts";
import { SendForm } from "../kit/SendForm";
import { LinkPage } from "../joining/LinkPage";
import { NewPasswordField } from "../joining/PersonFields";
import { becomes } from "./me";

export function FirstAdministrator() {
  const { words } = useSpeech();
  return (
    <LinkPage
      title={words.accounts.firstAdministrator}
      lead={words.accounts.firstAdministratorLead}
      missing={words.accounts.linkMissing}
    >
      {(token) => <PersonForm token={token} />}
    </LinkPage>
  );
}

function PersonForm({ token }: { token: string }) {
  const { words, code } = useSpeech();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [person, setPerson] = useState({ name: "", email: "", password: "" });
  const work = async () => {
    const body = { ...person, token, language: code === "en" ? ("en" as const) : ("vi" as const) };
    becomes(client, await ask(api.POST("/api/first-administrator", { body })));
    await navigate({ to: "/" });
  };
  const field = (name: "name" | "email") => ({
    required: true,
    value: person[name],
    onChange: (value: string) => setPerson((before) => ({ ...before, [name]: value })),
  });
  return (
    <SendForm submit={words.accounts.create} work={work}>
      <TextField label={words.accounts.name} autoComplete="name" {...field("name")} />
      <TextField label={words.accounts.email} type="email" autoComplete="username" {...field("email")} />
      <NewPasswordField value={person.password} onChange={(password) => setPerson({ ...person, password })} />
    </SendForm>
  );
}
