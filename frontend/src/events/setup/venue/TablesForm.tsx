import type { FormEvent } from "react";
import { useSpeech } from "../../../kit/language";
import { Failure, Select } from "../../../kit/parts";
import { Recalled } from "../../../kit/unsent/Recalled";
import { useUnsent } from "../../../kit/unsent/useUnsent";
import { Check, Input, isOfField, useSaid } from "../fields";
import { useSaving } from "../saving";
import { addTables, type Room } from "./requests";

const MOST_AT_ONCE = 200;

/** Tables by the dozen, numbered after those that are there. */
export function TablesForm({ eventId, rooms, after }: { eventId: number; rooms: Room[]; after: number }) {
  const { words } = useSpeech();
  const start = { room: "", name: words.setup.tableWord, count: "6", seats: "4", link: "", video: false };
  const unsent = useUnsent(`event-${eventId}-tables-new`, start);
  const { value: texts, write } = unsent;
  const { video } = texts;
  // A room that went meanwhile is none to choose.
  const room = rooms.some((one) => String(one.id) === texts.room) ? texts.room : "";
  const set = (name: Exclude<keyof typeof start, "video">) => (value: string) => write({ [name]: value });
  const count = Math.min(Math.max(Number(texts.count) || 1, 1), MOST_AT_ONCE);
  const saving = useSaving(
    eventId,
    () =>
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
    unsent.clear,
  );
  const said = useSaid(saving.error);
  const send = (submitted: FormEvent) => {
    submitted.preventDefault();
    saving.mutate(undefined);
  };
  return (
    <form className="line-form" onSubmit={send} noValidate>
      <Recalled unsent={unsent} />
      <Input label={words.setup.tableName} value={texts.name} set={set("name")} error={said("name")} />
      <Input type="number" label={words.setup.howMany} value={texts.count} least={1} most={MOST_AT_ONCE} set={set("count")} />
      <Input type="number" label={words.setup.seats} value={texts.seats} least={2} set={set("seats")} error={said("seats")} />
      {rooms.length > 0 && (
        <Select
          label={words.room}
          value={room || String(rooms[0]?.id)}
          choices={rooms.map((one) => ({ value: String(one.id), label: one.name }))}
          onChange={set("room")}
        />
      )}
      <Check label={words.setup.isVideo} checked={video} set={(chosen) => write({ video: chosen })} />
      {video && <Input type="url" label={words.setup.videoLink} value={texts.link} set={set("link")} error={said("video_link")} />}
      <button type="submit" className="primary" disabled={saving.isPending}>
        {words.setup.addTables}
      </button>
      {Boolean(saving.error) && !isOfField(saving.error) && <Failure error={saving.error} />}
    </form>
  );
}
