import { type FormEvent, useState } from "react";
import { useSpeech } from "../../../kit/language";
import { Failure, Select } from "../../../kit/parts";
import { Check, Input, isOfField, useSaid } from "../fields";
import { useSaving } from "../saving";
import { addTables, type Room } from "./requests";

const MOST_AT_ONCE = 200;

/** Tables by the dozen, numbered after those that are there. */
export function TablesForm({ eventId, rooms, after }: { eventId: number; rooms: Room[]; after: number }) {
  const { words } = useSpeech();
  const [room, setRoom] = useState("");
  const [texts, setTexts] = useState({ name: words.setup.tableWord, count: "6", seats: "4", link: "" });
  const [video, setVideo] = useState(false);
  const set = (name: keyof typeof texts) => (value: string) => setTexts((before) => ({ ...before, [name]: value }));
  const count = Math.min(Math.max(Number(texts.count) || 1, 1), MOST_AT_ONCE);
  const saving = useSaving(eventId, () =>
    addTables(
      eventId,
      Array.from({ length: count }, (_, place) => ({
        name: `${texts.name} ${after + place + 1}`.trim(),
        room_id: Number(room) || rooms[0]?.id || null,
        seats: Number(texts.seats),
        mode: video ? ("video" as const) : ("in_person" as const),
        video_link: texts.link || null,
      })),
    ),
  );
  const said = useSaid(saving.error);
  const send = (submitted: FormEvent) => {
    submitted.preventDefault();
    saving.mutate(undefined);
  };
  return (
    <form className="line-form" onSubmit={send} noValidate>
      <Input label={words.setup.tableName} value={texts.name} set={set("name")} error={said("name")} />
      <Input type="number" label={words.setup.howMany} value={texts.count} least={1} most={MOST_AT_ONCE} set={set("count")} />
      <Input type="number" label={words.setup.seats} value={texts.seats} least={2} set={set("seats")} error={said("seats")} />
      {rooms.length > 0 && (
        <Select
          label={words.room}
          value={room || String(rooms[0]?.id)}
          choices={rooms.map((one) => ({ value: String(one.id), label: one.name }))}
          onChange={setRoom}
        />
      )}
      <Check label={words.setup.isVideo} checked={video} set={setVideo} />
      {video && <Input type="url" label={words.setup.videoLink} value={texts.link} set={set("link")} error={said("video_link")} />}
      <button type="submit" className="primary" disabled={saving.isPending}>
        {words.setup.addTables}
      </button>
      {Boolean(saving.error) && !isOfField(saving.error) && <Failure error={saving.error} />}
    </form>
  );
}
