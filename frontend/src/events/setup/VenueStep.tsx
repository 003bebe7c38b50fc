import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useSpeech } from "../../kit/language";
import { Failure, Select } from "../../kit/parts";
import { Recalled } from "../../kit/unsent/Recalled";
import { useUnsent } from "../../kit/unsent/useUnsent";
import { type Event, rooms as roomsQuery, tables as tablesQuery } from "../queries";
import { Check, Input, isOfField, useSaid } from "./fields";
import { RemoveButton } from "./RemoveButton";
import { addRoom, addTables, deleteRoom, deleteTable, useSaving } from "./saving";

const MOST_AT_ONCE = 200;

/** Rooms, and tables in them by the dozen. */
export function VenueStep({ event }: { event: Event }) {
  const { words } = useSpeech();
  const rooms = useQuery(roomsQuery(event.id)).data ?? [];
  const tables = useQuery(tablesQuery(event.id)).data ?? [];
  const dropRoom = useSaving(event.id, (id: number) => deleteRoom(event.id, id));
  const dropTable = useSaving(event.id, (id: number) => deleteTable(event.id, id));
  const error = dropRoom.error ?? dropTable.error;
  const places = [...rooms, { id: null, name: words.day.noRoom, note: "" }];
  return (
    <div className="step">
      <RoomForm eventId={event.id} />
      <TableForm eventId={event.id} rooms={rooms} after={tables.length} />
      {Boolean(error) && <Failure error={error} />}
      {places.map((room) => {
        const inside = tables.filter((table) => table.room_id === room.id);
        if (room.id === null && !inside.length) return null;
        return (
          <section key={room.id}>
            <h2>
              {room.name} <span className="hint">{[room.note, words.day.tablesIn(inside.length)].filter(Boolean).join(" · ")}</span>
            </h2>
            <ul className="chips">
              {inside.map((table) => (
                <li key={table.id}>
                  {table.name} <span className="small">{table.mode === "video" ? words.day.video : words.day.seats(table.seats)}</span>
                  <RemoveButton name={table.name} remove={() => dropTable.mutate(table.id)} />
                </li>
              ))}
            </ul>
            {room.id !== null && !inside.length && (
              <button type="button" onClick={() => dropRoom.mutate(room.id)}>
                {words.setup.removeNamed(room.name)}
              </button>
            )}
          </section>
        );
      })}
    </div>
  );
}

function RoomForm({ eventId }: { eventId: number }) {
  const { words } = useSpeech();
  const unsent = useUnsent(`event-${eventId}-room`, { name: "", note: "" });
  const saving = useSaving(eventId, () => addRoom(eventId, unsent.value), unsent.clear);
  const said = useSaid(saving.error);
  const send = (submitted: FormEvent) => {
    submitted.preventDefault();
    saving.mutate(undefined);
  };
  return (
    <form className="line-form" onSubmit={send} noValidate>
      <Recalled unsent={unsent} />
      <Input label={words.setup.roomName} value={unsent.value.name} set={unsent.field("name").onChange} error={said("name")} />
      <Input label={words.setup.roomNote} value={unsent.value.note} set={unsent.field("note").onChange} error={said("note")} />
      <button type="submit" disabled={saving.isPending}>
        {words.setup.addRoom}
      </button>
      {Boolean(saving.error) && !isOfField(saving.error) && <Failure error={saving.error} />}
    </form>
  );
}

function TableForm({ eventId, rooms, after }: { eventId: number; rooms: { id: number; name: string }[]; after: number }) {
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
