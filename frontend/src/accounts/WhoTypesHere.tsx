import { type ReactNode, useEffect } from "react";
import { forgetOld } from "../kit/unsent/keeping";
import { WhoTypes } from "../kit/unsent/useUnsent";
import { useMe } from "./me";

/** Whatever is typed below is kept for whoever is signed in, and the organisation for which they act. */
export function WhoTypesHere({ children }: { children: ReactNode }) {
  const me = useMe();
  useEffect(forgetOld, []);
  const whose = me?.account ? `${me.account.id}-${me.organisation_id ?? 0}` : null;
  return <WhoTypes value={whose}>{children}</WhoTypes>;
}
