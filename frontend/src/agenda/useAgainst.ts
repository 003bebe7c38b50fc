import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import type { Schemas } from "../kit/api";
import { compared, people } from "./queries";

type Change = Schemas["ChangePublic"];
const NONE: ReadonlyMap<string, string> = new Map();

/** A draft beside what was published last, where there is such a version; asked for only while it is looked at. */
export function useAgainst(eventId: number, published: number, draft: number) {
  const [wanted, setWanted] = useState(false);
  const possible = published > 0;
  const on = possible && wanted;
  const changes = useQuery({ ...compared(eventId, published, draft), enabled: on }).data;
  const everybody = useQuery({ ...people(eventId), enabled: on }).data;
  const kinds = useMemo(
    () => (on && changes ? new Map(changes.map((one) => [one.key, one.kind as string])) : NONE),
    [on, changes],
  );
  const nameOf = useCallback(
    ({ before, after }: Change) => {
      const seat = after ?? before;
      const who = [seat?.need_person_id, seat?.technology_person_id];
      return who.map((id) => everybody?.find((one) => one.id === id)?.name ?? "").join(" · ");
    },
    [everybody],
  );
  return { possible, on, toggle: () => setWanted(!wanted), changes: on ? changes : undefined, kinds, nameOf };
}
