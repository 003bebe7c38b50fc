import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { becomes } from "../accounts/me";
import { api, ask } from "../kit/api";
import { useSpeech } from "../kit/language";
import { TextField } from "../kit/parts";
import { SendForm } from "../kit/SendForm";
import { LinkPage } from "./LinkPage";

/** Only with the password that was chosen: nobody confirms an account that somebody else began in their name. */
export function ConfirmSignUp() {
  const { words } = useSpeech();
  return (
    <LinkPage title={words.joining.confirmTitle} lead={words.joining.confirmLead}>
      {(token) => <ConfirmForm token={token} />}
    </LinkPage>
  );
}

function ConfirmForm({ token }: { token: string }) {
  const { words } = useSpeech();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [password, setPassword] = useState("");
  const work = async () => {
    becomes(client, await ask(api.POST("/api/sign-up/confirm", { body: { token, password } })));
    await navigate({ to: "/account" });
  };
  return (
    <SendForm submit={words.joining.confirm} work={work}>
      <TextField
        label={words.joining.chosenPassword}
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={setPassword}
      />
    </SendForm>
  );
}
