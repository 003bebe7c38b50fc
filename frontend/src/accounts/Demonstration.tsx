import { useQueryClient } from "@tanstack/react-query";
import { useRouterState } from "@tanstack/react-router";
import { useState } from "react";
import { useSpeech } from "../kit/language";
import { Failure } from "../kit/parts";
import { becomes, type Me, type Party, signInAs, useMe } from "./me";

const PARTIES: Party[] = ["enterprise", "institute", "organiser"];

/** Said on every page while everybody may be anybody. */
export function DemonstrationNotice() {
  const { words } = useSpeech();
  const client = useQueryClient();
  const me = useMe();
  const path = useRouterState({ select: (state) => state.location.pathname });
  if (!me?.demonstration) return null;
  return (
    <aside className="demonstration" aria-label={words.accounts.demonstration}>
      <p>
        <strong>{words.accounts.demonstration}.</strong> {words.accounts.demonstrationText}
      </p>
      {!me.account && path !== "/sign-in" && <TryAs done={(now) => becomes(client, now)} />}
    </aside>
  );
}

/** One click signs in as a party of the demonstration. */
export function TryAs({ done }: { done: (now: Me) => void }) {
  const { words } = useSpeech();
  const [error, setError] = useState<unknown>(null);
  return (
    <>
      <div className="try-as" role="group" aria-label={words.accounts.tryAs}>
        <span>{words.accounts.tryAs}</span>
        {PARTIES.map((party) => (
          <button key={party} type="button" className="small-button" onClick={() => signInAs(party).then(done, setError)}>
            {words.accounts.parties[party]}
          </button>
        ))}
      </div>
      {error !== null && <Failure error={error} />}
    </>
  );
}
