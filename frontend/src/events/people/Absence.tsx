import { useQuery } from "@tanstack/react-query";
import { useSpeech } from "../../kit/language";
import { Failure } from "../../kit/parts";
import { slots as slotsQuery } from "../queries";
import { SlotToggles } from "../SlotToggles";
import { useSaving } from "../setup/saving";
import { availability, type Person, setAvailability } from "./requests";

/** The slots of the day as toggles; each tap is saved, unless it is only for looking. */
export function Absence({ eventId, person, fixed }: { eventId: number; person: Person; fixed: boolean }) {
  const { words } = useSpeech();
  const slots = useQuery(slotsQuery(eventId)).data ?? [];
  const found = useQuery(availability(eventId, person.id));
  const save = useSaving(eventId, (away: number[]) => setAvailability(eventId, person.id, away));
  const away = save.variables && save.isPending ? save.variables : (found.data?.away ?? []);
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return null;
  const { blocked } = found.data;
  return (
    <div className="absence">
      <SlotToggles
        away
        legend={words.setup.absenceHint}
        slots={slots}
        pressed={away}
        set={(pressed) => save.mutate(pressed)}
        disabled={(slot) => fixed || blocked.includes(slot) || save.isPending}
      />
      {save.error && <Failure error={save.error} />}
    </div>
  );
}
