import type { Schemas } from "../../kit/api";
import { useSpeech } from "../../kit/language";

/** What a token may do, until when, and when it was last used. */
export function TokenFacts({ token }: { token: Schemas["TokenPublic"] }) {
  const { words, instant, list } = useSpeech();
  const { ownAccount } = words;
  const ended = new Date(token.expires_at) < new Date();
  return (
    <>
      <span className="small">{list(token.scopes.map((scope) => ownAccount.scopeNames[scope]))}</span>
      <span className="small">
        {(ended ? ownAccount.expired : ownAccount.expires)(instant(token.expires_at))} ·{" "}
        {token.used_at ? ownAccount.used(instant(token.used_at)) : ownAccount.neverUsed}
      </span>
    </>
  );
}
