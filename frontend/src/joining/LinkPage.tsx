import { type ReactNode, useState } from "react";
import { useSpeech } from "../kit/language";
import { Title } from "../kit/parts";
import { linkToken } from "./linkToken";

/** The page of a link from a letter; without its token it says so, or what is `missing`. */
export function LinkPage(given: {
  title: string;
  lead: string;
  missing?: string;
  children: (token: string) => ReactNode;
}) {
  const { words } = useSpeech();
  // Kept, because signing in or moving on may take the hash from the address.
  const [token] = useState(() => linkToken());
  return (
    <div className="narrow">
      <div className="page-head">
        <Title>{given.title}</Title>
        <p className="lead">{given.lead}</p>
      </div>
      {token ? (
        <div className="panel card-panel">{given.children(token)}</div>
      ) : (
        <p className="notice bad">{given.missing ?? words.joining.linkMissing}</p>
      )}
    </div>
  );
}
