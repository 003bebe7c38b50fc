import { useMe } from "./me";

/** The party for which somebody acts. */
export type Acting = "public" | "organiser" | number;

export function useActing(): Acting {
  const me = useMe();
  if (me?.acting_as === "organiser") return "organiser";
  return me?.organisation_id ?? "public";
}
