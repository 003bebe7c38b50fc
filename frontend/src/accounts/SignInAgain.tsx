import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { useSpeech } from "../kit/language";
import { TryAs } from "./Demonstration";
import { becomes, type Me, me as meQuery } from "./me";
import { SignInForm } from "./SignInForm";
import { endedSignIn, settle } from "./endedSignIn";

/** Asks to sign in again in front of the page, which keeps everything typed. */
export function SignInAgain() {
  const { words } = useSpeech();
  const client = useQueryClient();
  const dialog = useRef<HTMLDialogElement>(null);
  const person = useSyncExternalStore(endedSignIn.subscribe, endedSignIn.current);
  useEffect(() => {
    if (person) dialog.current?.showModal();
    else dialog.current?.close();
  }, [person]);
  const done = (now: Me) => {
    const same = now.account?.id === person?.account?.id && now.acting_as === person?.acting_as;
    if (same) client.setQueryData(meQuery.queryKey, now);
    else becomes(client, now);
    settle(same);
  };
  const leave = () => {
    void client.invalidateQueries({ queryKey: meQuery.queryKey });
    settle(false);
  };
  const demonstrated = person?.account?.email.endsWith("@demonstration.invalid");
  return (
    <dialog ref={dialog} aria-labelledby="again-title" onCancel={leave}>
      {person && (
        <div className="dialog-body">
          <h2 id="again-title">{words.accounts.again}</h2>
          <p>{words.accounts.againText}</p>
          {demonstrated ? <TryAs done={done} /> : <SignInForm email={person.account?.email} done={done} />}
          <button type="button" className="quiet" onClick={leave}>
            {words.cancel}
          </button>
        </div>
      )}
    </dialog>
  );
}
