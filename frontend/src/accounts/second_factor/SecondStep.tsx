import { useState } from "react";
import { api, ask } from "../../kit/api";
import { useSpeech } from "../../kit/language";
import { SendForm } from "../../kit/SendForm";
import type { Me } from "../me";
import { CodeField } from "./CodeField";

/** After the password: a code of the app, or a recovery code. */
export function SecondStep({ done, back }: { done: (now: Me) => void; back: () => void }) {
  const { words } = useSpeech();
  const [code, setCode] = useState("");
  const work = async () => done(await ask(api.POST("/api/sign-in/second-step", { body: { code: code.trim() } })));
  return (
    <>
      <SendForm submit={words.ownAccount.sendCode} work={work}>
        <p role="status">{words.ownAccount.secondStep}</p>
        <CodeField value={code} onChange={setCode} recovery focused />
      </SendForm>
      <button type="button" className="quiet" onClick={back}>
        {words.ownAccount.otherAccount}
      </button>
    </>
  );
}
