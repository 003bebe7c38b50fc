import type { FormEvent } from "react";
import { useSpeech } from "../../../kit/language";
import { Select } from "../../../kit/parts";
import { Recalled } from "../../../kit/unsent/Recalled";
import { useUnsent } from "../../../kit/unsent/useUnsent";
import type { Event } from "../../queries";
import { FormEnd } from "../FormEnd";
import { useSaid } from "../fields";
import { daysBetween, momentIn } from "../moments";
import { useSaving } from "../saving";
import { addSlot } from "./requests";
import { SlotHours } from "./SlotHours";

/** One slot beside those that a timetable gave. */
export function NewSlot({ event }: { event: Event }) {
  const { words, weekday } = useSpeech();
  const days = daysBetween(event.first_day, event.last_day);
  const unsent = useUnsent(`event-${event.id}-slot-new`, { day: event.first_day, starts: "", ends: "" });
  const { value, write } = unsent;
  // What was typed before the event became shorter may name a day that went.
  const day = days.includes(value.day) ? value.day : event.first_day;
  const at = (hour: string) => hour && momentIn(event.zone, `${day}T${hour}`);
  const saving = useSaving(event.id, () => addSlot(event.id, { starts_at: at(value.starts), ends_at: at(value.ends) }), unsent.clear);
  const said = useSaid(saving.error);
  const send = (submitted: FormEvent) => {
    submitted.preventDefault();
    saving.mutate(undefined);
  };
  return (
    <form className="line-form new-slot" onSubmit={send} noValidate>
      <h3>{words.slotsOf.addTitle}</h3>
      <Recalled unsent={unsent} />
      {days.length > 1 && (
        <Select
          label={words.slotsOf.day}
          value={day}
          choices={days.map((one) => ({ value: one, label: weekday(one) }))}
          onChange={(chosen) => write({ day: chosen })}
        />
      )}
      <SlotHours value={value} write={write} said={said} />
      <FormEnd submit={words.slotsOf.add} saving={saving} primary={false} />
    </form>
  );
}
