import type { FormEvent } from "react";
import { useSpeech } from "../../../kit/language";
import { Recalled } from "../../../kit/unsent/Recalled";
import { useUnsent } from "../../../kit/unsent/useUnsent";
import { FormEnd } from "../FormEnd";
import { Input, useSaid } from "../fields";
import { useSaving } from "../saving";
import { type Room, saveRoom } from "./requests";

interface Given {
  eventId: number;
  room?: Room;
  done?: () => void;
}

/** The name of a room and how to find it; a new one, or one that is there. */
export function RoomForm({ eventId, room, done }: Given) {
  const { words } = useSpeech();
  const unsent = useUnsent(`event-${eventId}-room-${room?.id ?? "new"}`, { name: room?.name ?? "", note: room?.note ?? "" });
  const { value, write } = unsent;
  const close = () => {
    unsent.clear();
    done?.();
  };
  const saving = useSaving(eventId, () => saveRoom(eventId, room?.id, value), close);
  const said = useSaid(saving.error);
  const send = (submitted: FormEvent) => {
    submitted.preventDefault();
    saving.mutate(undefined);
  };
  return (
    <form className="line-form" onSubmit={send} noValidate>
      <Recalled unsent={unsent} />
      <Input label={words.setup.roomName} value={value.name} set={(name) => write({ name })} error={said("name")} />
      <Input label={words.setup.roomNote} value={value.note} set={(note) => write({ note })} error={said("note")} />
      <FormEnd submit={room ? words.setup.save : words.setup.addRoom} saving={saving} leave={done && close} primary={Boolean(room)} />
    </form>
  );
}
