import { useState } from "react";
import type { Schemas } from "../kit/api";
import { nameIn, useSpeech } from "../kit/language";
import { Select } from "../kit/parts";
import type { Meeting, Slot } from "./board";
import type { Change } from "./queries";

interface Given {
  meeting: Meeting;
  slots: Slot[];
  tables: Schemas["TablePublic"][];
  editable: boolean;
  change: (change: Change) => void;
  close: () => void;
}

/** One meeting: who, where, and every change also without dragging. */
export function MeetingPanel({ meeting, slots, tables, editable, change, close }: Given) {
  const { words, code, clock, day } = useSpeech();
  const [slot, setSlot] = useState(String(meeting.slotId));
  const [table, setTable] = useState(String(meeting.tableId));
  const { entry, key, pinned } = meeting;
  const move = () => change({ doing: "move", key, slot_id: Number(slot), table_id: Number(table) });
  return (
    <section className="meeting-panel" aria-label={words.selected}>
      <h2>{words.selected}</h2>
      {[entry.need_side, entry.technology_side].map((side, place) => (
        <p key={side.person_id} className={place ? "offer-side" : "need-side"}>
          <span className="strong">{nameIn(code, { vi: side.organisation_vi, en: side.organisation_en })}</span>
          <br />
          {side.person}
          {side.remote ? ` (${words.remote})` : ""}
        </p>
      ))}
      <p>{words.at(`${clock(entry.starts_at)}–${clock(entry.ends_at)}`, entry.table)}</p>
      {entry.interpreter && (
        <p className="hint">
          {words.interpreter}: {entry.interpreter.person}
        </p>
      )}
      {entry.expert && (
        <p className="hint">
          {words.expert}: {entry.expert.person}
        </p>
      )}
      {editable && (
        <div className="solve-line">
          <Select
            label={words.slot}
            value={slot}
            choices={slots.map((one) => ({
              value: String(one.id),
              label: `${day(one.day)} ${clock(one.starts_at)}`,
            }))}
            onChange={setSlot}
          />
          <Select
            label={words.table}
            value={table}
            choices={tables.map((one) => ({ value: String(one.id), label: one.name }))}
            onChange={setTable}
          />
          <button type="button" disabled={pinned} onClick={move}>
            {words.move}
          </button>
        </div>
      )}
      <p className="links">
        {editable && (
          <>
            <button type="button" onClick={() => change({ doing: pinned ? "unpin" : "pin", key })}>
              {pinned ? words.unpin : words.pin}
            </button>
            <button type="button" disabled={pinned} onClick={() => change({ doing: "unplace", key })}>
              {words.unplace}
            </button>
          </>
        )}
        <button type="button" onClick={close}>
          {words.close}
        </button>
      </p>
    </section>
  );
}
