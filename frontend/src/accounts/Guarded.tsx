import { Link, useRouterState } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useSpeech } from "../kit/language";
import { Loading } from "../kit/parts";
import { useMay, useMe } from "./me";

/** A page for those whom the service lets do something; others are told, and shown the way in. */
export function Guarded({ action, children }: { action: string; children: ReactNode }) {
  const { words } = useSpeech();
  const me = useMe();
  const may = useMay();
  const here = useRouterState({ select: (state) => state.location.href });
  if (!me) return <Loading />;
  if (may(action)) return children;
  return (
    <div className="notice page-notice">
      <p>{me.account ? words.accounts.notForYou : words.accounts.signInFirst}</p>
      {!me.account && (
        <Link className="button primary" to="/sign-in" search={{ return: here }}>
          {words.accounts.signIn}
        </Link>
      )}
    </div>
  );
}
