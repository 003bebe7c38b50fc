import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, ask } from "../../kit/api";
import { useSpeech } from "../../kit/language";
import { Failure, Loading } from "../../kit/parts";
import { SendForm } from "../../kit/SendForm";
import { becomes, useMe } from "../me";
import { CodeField } from "../second_factor/CodeField";
import { Enrolment, PasswordField } from "../second_factor/Enrolment";
import { RecoveryCodes } from "../second_factor/RecoveryCodes";

const secondFactor = queryOptions({
  queryKey: ["second-factor"],
  queryFn: () => ask(api.GET("/api/me/second-factor")),
});

export function SecondFactor() {
  const { words, instant } = useSpeech();
  const { ownAccount } = words;
  const client = useQueryClient();
  const demonstrated = useMe()?.account?.email.endsWith("@demonstration.invalid");
  const found = useQuery(secondFactor);
  const again = () => client.invalidateQueries({ queryKey: secondFactor.queryKey });
  const since = found.data?.confirmed_at;
  return (
    <section className="panel card-panel">
      <h2>{ownAccount.secondFactor}</h2>
      {found.error && <Failure error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <Loading />}
      {found.data && since && (
        <>
          <p>{ownAccount.factorOn(instant(since), found.data.recovery_codes_left)}</p>
          <NewCodes done={again} />
          <TurnOff />
        </>
      )}
      {found.data && !since && (
        <>
          <p>{ownAccount.factorOff}</p>
          {demonstrated ? <p className="hint">{ownAccount.factorDemonstration}</p> : <Enrolment done={() => void again()} />}
        </>
      )}
    </section>
  );
}

function useProof() {
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const fields = (
    <>
      <PasswordField value={password} onChange={setPassword} />
      <CodeField value={code} onChange={setCode} recovery />
    </>
  );
  const forget = () => {
    setPassword("");
    setCode("");
  };
  return { proof: { password, code: code.trim() }, fields, forget };
}

function NewCodes({ done }: { done: () => Promise<void> }) {
  const { words } = useSpeech();
  const { proof, fields, forget } = useProof();
  const [codes, setCodes] = useState<string[] | null>(null);
  const kept = () => {
    setCodes(null);
    void done();
  };
  if (codes) return <RecoveryCodes codes={codes} kept={kept} />;
  const work = async () => {
    setCodes((await ask(api.POST("/api/me/second-factor/recovery-codes", { body: proof }))).codes);
    forget();
  };
  return (
    <details>
      <summary>{words.ownAccount.newCodes}</summary>
      <SendForm submit={words.ownAccount.newCodes} work={work}>
        <p className="hint">{words.ownAccount.newCodesLead}</p>
        {fields}
      </SendForm>
    </details>
  );
}

function TurnOff() {
  const { words } = useSpeech();
  const client = useQueryClient();
  const { proof, fields } = useProof();
  // Of an administrator it changes what they may do.
  const work = async () => {
    await ask(api.POST("/api/me/second-factor/remove", { body: proof }));
    becomes(client, await ask(api.GET("/api/me")));
  };
  return (
    <details>
      <summary>{words.ownAccount.turnOff}</summary>
      <SendForm submit={words.ownAccount.turnOff} work={work} danger>
        {fields}
      </SendForm>
    </details>
  );
}
