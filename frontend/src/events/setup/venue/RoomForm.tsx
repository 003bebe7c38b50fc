import { type FormEvent, useState } from "react";
import { useSpeech } from "../../../kit/language";
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
  const [name, setName] = useState(room?.name ?? "");
  const [note, setNote] = useState(room?.note ?? "");
  const saving = useSaving(eventId, () => saveRoom(eventId, room?.id, { name, note }), () => {
    setName("");
    setNote("");
    done?.();
  });
  const said = useSaid(saving.error);
  const send = (submitted: FormEvent) => {
    submitted.preventDefault();
    saving.mutate(undefined);
  };
  return (
    <form className="line-form" onSubmit={send} noValidate>
      <Input label={words.setup.roomName} value={name} set={setName} error={said("name")} />
      <Input label={words.setup.roomNote} value={note} set={setNote} error={said("note")} />
      <FormEnd submit={room ? words.setup.save : words.setup.addRoom} saving={saving} leave={done} primary={Boolean(room)} />
    </form>
  );
}
