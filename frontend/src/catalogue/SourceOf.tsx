import type { ReactNode } from "react";
import { useSpeech } from "../kit/language";
import type { Posting } from "./queries";

/** Where a posting was taken over from, whose it is there, and under which licence it is shown. */
export function SourceOf({ posting }: { posting: Posting }) {
  const { words } = useSpeech();
  const { source } = posting;
  if (!source) return null;
  return (
    <>
      <div>
        <dt>{words.source}</dt>
        <dd>
          <Outside address={source.address}>{source.catalogue}</Outside>
          {source.holder && <span className="small">{source.holder}</span>}
        </dd>
      </div>
      <div>
        <dt>{words.licence}</dt>
        <dd>
          <Outside address={source.licence_address}>{source.licence}</Outside>
        </dd>
      </div>
    </>
  );
}

function Outside({ address, children }: { address?: string; children: ReactNode }) {
  if (!address) return children;
  return (
    <a href={address} rel="noopener noreferrer nofollow" target="_blank">
      {children}
    </a>
  );
}
