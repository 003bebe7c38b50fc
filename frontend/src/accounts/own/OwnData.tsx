import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api, ask } from "../../kit/api";
import { useSpeech } from "../../kit/language";
import { SendForm } from "../../kit/SendForm";
import { TextField } from "../../kit/parts";
import { becomes } from "../me";
import "../../kit/small-check.css";

/** All that is known of oneself, to take along or to erase. */
export function OwnData() {
  const { words } = useSpeech();
  return (
    <section className="panel card-panel">
      <h2>{words.ownAccount.data}</h2>
      <p>{words.ownAccount.dataLead}</p>
      <p>
        <a className="button" href="/api/me/data" download="matchmaker-data.json">
          {words.ownAccount.download}
        </a>
      </p>
      <Erasure />
    </section>
  );
}

function Erasure() {
  const { words } = useSpeech();
  const { ownAccount } = words;
  const client = useQueryClient();
  const navigate = useNavigate();
  const [password, setPassword] = useState("");
  const [sure, setSure] = useState(false);
  const work = async () => {
    await ask(api.POST("/api/me/erasure", { body: { password } }));
    becomes(client, await ask(api.GET("/api/me")));
    await navigate({ to: "/" });
  };
  return (
    <details>
      <summary>{ownAccount.erase}</summary>
      <SendForm submit={ownAccount.eraseNow} work={work} danger>
        <p>{ownAccount.eraseLead}</p>
        <p className="hint">{ownAccount.eraseOwner}</p>
        {/* Not required: who signs in with their organisation has no password here. */}
        <TextField
          label={words.accounts.currentPassword}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
        <label className="small-check">
          <input type="checkbox" required checked={sure} onChange={(event) => setSure(event.target.checked)} />
          <span>{ownAccount.eraseSure}</span>
        </label>
      </SendForm>
    </details>
  );
}
