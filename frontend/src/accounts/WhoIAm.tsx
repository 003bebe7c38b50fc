import { useQueryClient } from "@tanstack/react-query";
import { Link, useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { api, ask } from "../kit/api";
import { nameIn, useSpeech } from "../kit/language";
import { Select } from "../kit/parts";
import { becomes, type Me, useMe, useSignOut } from "./me";

/** In the header: the way in, or who is signed in with what belongs to them. */
export function WhoIAm() {
  const { words } = useSpeech();
  const me = useMe();
  const here = useRouterState({ select: (state) => state.location.href });
  if (!me) return null;
  if (me.account) return <Menu me={me} name={me.account.name} />;
  const back = here.startsWith("/sign-in") ? undefined : here;
  return (
    <Link className="button sign-in" to="/sign-in" search={{ return: back }}>
      {words.accounts.signIn}
    </Link>
  );
}

function Menu({ me, name }: { me: Me; name: string }) {
  const { words } = useSpeech();
  const signOut = useSignOut();
  const menu = useRef<HTMLDetailsElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const close = () => {
    if (menu.current) menu.current.open = false;
  };
  useEffect(close, [path]);
  useEffect(() => {
    const outside = (event: Event) => {
      if (!menu.current?.contains(event.target as Node)) close();
    };
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  }, []);
  return (
    <details
      className="menu"
      ref={menu}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !menu.current?.open) return;
        close();
        menu.current.querySelector("summary")?.focus();
      }}
    >
      <summary aria-label={words.accounts.menu(name)}>
        <span className="initial" aria-hidden="true">
          {(name.trim().split(/\s+/).at(-1) ?? "?").charAt(0).toUpperCase()}
        </span>
      </summary>
      <div className="menu-panel">
        <p className="strong">{name}</p>
        <ActingFor me={me} />
        {me.organisation_id !== null && (
          <Link to="/organisations/$id" params={{ id: String(me.organisation_id) }}>
            {words.joining.organisation}
          </Link>
        )}
        <Link to="/account">{words.accounts.myAccount}</Link>
        <button type="button" className="quiet" onClick={() => void signOut()}>
          {words.accounts.signOut}
        </button>
      </div>
    </details>
  );
}

function ActingFor({ me }: { me: Me }) {
  const { words, code } = useSpeech();
  const client = useQueryClient();
  const choose = async (id: string) =>
    becomes(client, await ask(api.PUT("/api/me/organisation", { body: { organisation_id: Number(id) } })));
  const named = me.memberships.map((one) => ({
    value: String(one.organisation_id),
    label: nameIn(code, { vi: one.name_vi, en: one.name_en }),
  }));
  if (named.length > 1) {
    const value = String(me.organisation_id ?? "");
    return <Select label={words.accounts.actFor} value={value} choices={named} onChange={(id) => void choose(id)} />;
  }
  const { administrator, organiser } = me.account ?? {};
  const role = administrator ? words.accounts.asAdministrator : organiser ? words.accounts.asOrganiser : null;
  return <p className="hint">{named[0]?.label ?? role ?? me.account?.email}</p>;
}
