import { useQuery } from "@tanstack/react-query";
import { useSpeech } from "../../kit/language";
import { Failure } from "../../kit/parts";
import { slots as slotsQuery } from "../queries";
import { useSaving } from "../setup/saving";
import { availability, type Person, setAvailability } from "./requests";

/** The slots of the day as toggles; each tap is saved, unless it is only for looking. */
export function Absence({ eventId, person, fixed }: { eventId: number; person: Person; fixed: boolean }) {
  const { words, clock, day } = useSpeech();
  const slots = useQuery(slotsQuery(eventId)).data ?? [];
  const found = useQuery(availability(eventId, person.id));
  const save = useSaving(eventId, (away: number[]) => setAvailability(eventId, person.id, away));
  const away = save.variables && save.isPending ? save.variables : (found.data?.away ?? []);
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return null;
  const severalDays = new Set(slots.map((slot) => slot.day)).size > 1;
  return (
    <fieldset className="absence">
      <legend className="hint">{slots.length ? words.setup.absenceHint : words.day.noSlots}</legend>
      {slots.map((slot) => {
        const id = slot.id ?? 0;
        const gone = away.includes(id);
        return (
          <button
            key={id}
            type="button"
            aria-pressed={gone}
            disabled={fixed || found.data.blocked.includes(id) || save.isPending}
            onClick={() => save.mutate(gone ? away.filter((one) => one !== id) : [...away, id])}
          >
            {severalDays ? `${day(slot.day)} ` : ""}
            {clock(slot.starts_at)}
          </button>
        );
      })}
      {save.error && <Failure error={save.error} />}
    </fieldset>
  );
}
