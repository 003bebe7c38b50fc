import { useQuery } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { useSpeech } from "../../../kit/language";
import { Select } from "../../../kit/parts";
import { Recalled } from "../../../kit/unsent/Recalled";
import { useUnsent } from "../../../kit/unsent/useUnsent";
import { type Event, slots as slotsQuery } from "../../queries";
import { SlotToggles } from "../../SlotToggles";
import { FormEnd } from "../FormEnd";
import { Check, Input, useSaid } from "../fields";
import { useSaving } from "../saving";
import { hourSent, isWithin, oneDay, shownHour } from "./hours";
import { type Room, saveTable, type Table } from "./requests";

interface Given {
  event: Event;
  table: Table;
  rooms: Room[];
  /** The other tables of its room, which may have the same hours. */
  beside: Table[];
  done: () => void;
}

/** All that is said of a table: its name and place, its video link, and when it is in use. */
export function TableForm({ event, table, rooms, beside, done }: Given) {
  const { words } = useSpeech();
  const slots = useQuery(slotsQuery(event.id)).data ?? [];
  const unsent = useUnsent(`event-${event.id}-table-${table.id}`, {
    name: table.name,
    room: String(table.room_id ?? ""),
    seats: String(table.seats),
    link: table.video_link ?? "",
    from: shownHour(event, table.used_from),
    until: shownHour(event, table.used_until),
    video: table.mode === "video",
    away: table.away,
    alike: false,
  });
  const { value: texts, write } = unsent;
  const { video, away, alike } = texts;
  const set = (name: "name" | "room" | "seats" | "link" | "from" | "until") => (value: string) => write({ [name]: value });
  const close = () => {
    unsent.clear();
    done();
  };
  const used = { used_from: hourSent(event, texts.from), used_until: hourSent(event, texts.until) };
  const saving = useSaving(
    event.id,
    () => {
      const what = {
        name: texts.name,
        room_id: Number(texts.room) || null,
        seats: Number(texts.seats),
        mode: video ? ("video" as const) : ("in_person" as const),
        video_link: (video && texts.link) || null,
      };
      return saveTable(event.id, table, what, { ...used, away }, alike ? beside : []);
    },
    close,
  );
  const said = useSaid(saving.error);
  const send = (submitted: FormEvent) => {
    submitted.preventDefault();
    saving.mutate(undefined);
  };
  const outside = new Set(slots.filter((slot) => !isWithin(slot, used.used_from, used.used_until)).map((slot) => slot.id));
  const hour = (name: "from" | "until", label: string, field: string) => (
    <Input
      type={oneDay(event) && !texts[name].includes("T") ? "time" : "datetime-local"}
      label={label}
      value={texts[name]}
      set={set(name)}
      error={said(field)}
    />
  );
  return (
    <form className="line-form" onSubmit={send} noValidate>
      <h3>{words.setup.changeNamed(table.name)}</h3>
      <Recalled unsent={unsent} />
      <Input label={words.venue.name} value={texts.name} set={set("name")} error={said("name")} />
      <Select
        label={words.room}
        value={texts.room}
        choices={[
          { value: "", label: words.day.noRoom },
          ...rooms.map((one) => ({ value: String(one.id), label: one.name })),
        ]}
        onChange={set("room")}
      />
      <Input type="number" label={words.venue.seats} value={texts.seats} least={2} set={set("seats")} error={said("seats")} />
      <div className="by-video">
        <Check label={words.setup.isVideo} checked={video} set={(chosen) => write({ video: chosen })} />
        {video && (
          <Input
            type="url"
            label={words.setup.videoLink}
            hint={words.venue.linkHint}
            value={texts.link}
            set={set("link")}
            error={said("video_link")}
          />
        )}
      </div>
      <fieldset className="hours-of-table">
        <legend>{words.venue.hours}</legend>
        <p className="hint">{words.venue.hoursHint}</p>
        {hour("from", words.venue.from, "used_from")}
        {hour("until", words.venue.until, "used_until")}
        <SlotToggles
          away
          legend={words.venue.awayHint}
          slots={slots}
          pressed={[...away, ...[...outside].filter((id) => id !== null)]}
          set={(pressed) => write({ away: pressed.filter((id) => !outside.has(id) || away.includes(id)) })}
          disabled={(slot) => outside.has(slot)}
        />
        {beside.length > 0 && <Check label={words.venue.alike(beside.length)} checked={alike} set={(chosen) => write({ alike: chosen })} />}
      </fieldset>
      <FormEnd submit={words.setup.save} saving={saving} leave={close} />
    </form>
  );
}
