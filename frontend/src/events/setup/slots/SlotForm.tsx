import { type FormEvent, useState } from "react";
import { useSpeech } from "../../../kit/language";
import type { Event } from "../../queries";
import { FormEnd } from "../FormEnd";
import { Check, useSaid } from "../fields";
import { useSaving } from "../saving";
import { moved } from "./moved";
import { moveSlots, type Slot } from "./requests";
import { SlotHours } from "./SlotHours";

interface Given {
  event: Event;
  slot: Slot;
  slots: Slot[];
  done: () => void;
}

/** Other hours for a slot, and for those after it if wanted; what stands in them moves along. */
export function SlotForm({ event, slot, slots, done }: Given) {
  const { words } = useSpeech();
  const [hours, setHours] = useState({ starts: slot.starts_at.slice(11, 16), ends: slot.ends_at.slice(11, 16) });
  const [others, setOthers] = useState(false);
  const later = slots.filter((one) => one.day === slot.day && one.starts_at > slot.starts_at).length;
  const saving = useSaving(event.id, () => moveSlots(event.id, moved(slots, slot, event.zone, { ...hours, others })), done);
  const said = useSaid(saving.error);
  const send = (submitted: FormEvent) => {
    submitted.preventDefault();
    saving.mutate(undefined);
  };
  return (
    <form className="line-form" onSubmit={send} noValidate>
      <SlotHours value={hours} write={(changed) => setHours({ ...hours, ...changed })} said={said} />
      {later > 0 && <Check label={words.slotsOf.others(later)} checked={others} set={setOthers} />}
      <p className="hint">{words.slotsOf.movesAlong}</p>
      <FormEnd submit={words.slotsOf.move} saving={saving} leave={done} />
    </form>
  );
}
