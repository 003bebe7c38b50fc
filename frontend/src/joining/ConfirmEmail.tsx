import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { me } from "../accounts/me";
import { api, ask } from "../kit/api";
import { useSpeech } from "../kit/language";
import { SendForm } from "../kit/SendForm";
import { LinkPage } from "./LinkPage";

/** A button and not the mere opening: readers of mail open links by themselves. */
export function ConfirmEmail() {
  const { words } = useSpeech();
  return (
    <LinkPage title={words.joining.emailTitle} lead={words.joining.emailLead}>
      {(token) => <TakeChange token={token} />}
    </LinkPage>
  );
}

function TakeChange({ token }: { token: string }) {
  const { words } = useSpeech();
  const client = useQueryClient();
  const [changed, setChanged] = useState(false);
  const work = async () => {
    await ask(api.POST("/api/email-changes/take", { body: { token } }));
    setChanged(true);
    await client.invalidateQueries({ queryKey: me.queryKey });
  };
  if (changed) return <p role="status">{words.joining.emailDone}</p>;
  return (
    <SendForm submit={words.joining.emailConfirm} work={work}>
      <p>{words.joining.emailOnce}</p>
    </SendForm>
  );
}
