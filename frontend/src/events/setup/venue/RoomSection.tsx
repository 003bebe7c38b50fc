import { useState } from "react";
import { useSpeech } from "../../../kit/language";
import { Failure } from "../../../kit/parts";
import type { Event } from "../../queries";
import { RemoveButton } from "../RemoveButton";
import { useSaving } from "../saving";
import { oneDay } from "./hours";
import { RoomForm } from "./RoomForm";
import { deleteRoom, deleteTable, type Room, type Table } from "./requests";
import { TableForm } from "./TableForm";

interface Given {
  event: Event;
  /** Null holds what stands in no room. */
  room: Room | null;
  rooms: Room[];
  tables: Table[];
}

/** A room with its tables, each a tap away from what is said of it. */
export function RoomSection({ event, room, rooms, tables }: Given) {
  const { words } = useSpeech();
  const [open, setOpen] = useState<number | "room" | null>(null);
  const dropRoom = useSaving(event.id, (id: number) => deleteRoom(event.id, id));
  const dropTable = useSaving(event.id, (id: number) => deleteTable(event.id, id));
  const error = dropRoom.error ?? dropTable.error;
  const close = () => setOpen(null);
  const opened = tables.find((table) => table.id === open);
  const name = room?.name ?? words.day.noRoom;
  return (
    <section className="room-setup">
      <div className="person-line">
        <h2>
          {name} <span className="hint">{[room?.note, words.day.tablesIn(tables.length)].filter(Boolean).join(" · ")}</span>
        </h2>
        {room && (
          <span className="person-tools">
            <button
              type="button"
              className="quiet"
              aria-expanded={open === "room"}
              aria-label={words.setup.changeNamed(name)}
              onClick={() => setOpen(open === "room" ? null : "room")}
            >
              {words.registration.change}
            </button>
            {!tables.length && <RemoveButton name={name} remove={() => dropRoom.mutate(room.id)} />}
          </span>
        )}
      </div>
      {room && open === "room" && <RoomForm eventId={event.id} room={room} done={close} />}
      <ul className="chips">
        {tables.map((table) => (
          <li key={table.id} className={table.id === open ? "chosen" : undefined}>
            <button
              type="button"
              className="chip-name"
              aria-expanded={table.id === open}
              onClick={() => setOpen(table.id === open ? null : table.id)}
            >
              {table.name} <TableNote event={event} table={table} />
            </button>
            <RemoveButton name={table.name} remove={() => dropTable.mutate(table.id)} />
          </li>
        ))}
      </ul>
      {Boolean(error) && <Failure error={error} />}
      {opened && (
        <TableForm
          key={opened.id}
          event={event}
          table={opened}
          rooms={rooms}
          beside={tables.filter((one) => one.id !== opened.id)}
          done={close}
        />
      )}
    </section>
  );
}

function TableNote({ event, table }: { event: Event; table: Table }) {
  const { words, clock, moment } = useSpeech();
  const at = (when: string) => (oneDay(event) ? clock(when) : moment(when));
  const told = [
    table.mode === "video" ? words.day.video : words.day.seats(table.seats),
    table.used_from && table.used_until
      ? `${at(table.used_from)}–${at(table.used_until)}`
      : (table.used_from && words.venue.onlyFrom(at(table.used_from))) ||
        (table.used_until && words.venue.onlyUntil(at(table.used_until))),
    table.away.length > 0 && words.venue.awayIn(table.away.length),
  ];
  return <span className="small">{told.filter(Boolean).join(" · ")}</span>;
}
