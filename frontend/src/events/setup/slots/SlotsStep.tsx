import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Refusal, type Schemas } from "../../../kit/api";
import { useSpeech } from "../../../kit/language";
import { Failure } from "../../../kit/parts";
import { type Event, slots as slotsQuery } from "../../queries";
import { SlotDays } from "../../SlotDays";
import { Input, isOfField, useSaid } from "../fields";
import { daysBetween } from "../moments";
import { useSaving } from "../saving";
import { GoingBlocks } from "./GoingBlocks";
import { generateSlots, proposeSlots, type Slot, type Timetable } from "./requests";
import { NewSlot } from "./NewSlot";
import { SlotsInUse } from "./SlotsInUse";
import "./slots.css";

interface Hours {
  day: string;
  starts: string;
  ends: string;
  from: string;
  until: string;
}

const usual = (day: string): Hours => ({ day, starts: "08:30", ends: "16:30", from: "11:30", until: "13:30" });

/** Hours of each day in, slots out: first proposed, then used; and the slots that there are. */
export function SlotsStep({ event }: { event: Event }) {
  const now = useQuery(slotsQuery(event.id)).data ?? [];
  return (
    <div className="step">
      {/* Days that went leave its fields, too. */}
      <TimetableForm key={`${event.first_day} ${event.last_day}`} event={event} />
      <SlotsInUse event={event} slots={now.filter((slot): slot is Slot => slot.id !== null)} />
      <NewSlot key={`new ${event.first_day} ${event.last_day}`} event={event} />
    </div>
  );
}

function TimetableForm({ event }: { event: Event }) {
  const { words, weekday } = useSpeech();
  const [hours, setHours] = useState(() => daysBetween(event.first_day, event.last_day).map(usual));
  const [minutes, setMinutes] = useState({ meeting: "25", changeover: "5" });
  const propose = useMutation({ mutationFn: (sent: Timetable) => proposeSlots(event.id, sent) });
  const save = useSaving(event.id, (force: boolean) => generateSlots(event.id, timetable(), force));
  const error = save.error ?? propose.error;
  const said = useSaid(error);
  const inUse = save.error instanceof Refusal && save.error.code === "slots_in_use";
  const timetable = (): Timetable => ({
    days: hours.map(({ day, starts, ends, from, until }) => ({
      day,
      starts,
      ends,
      breaks: from && until ? [{ starts: from, ends: until }] : [],
    })),
    meeting_minutes: Number(minutes.meeting),
    changeover_minutes: Number(minutes.changeover),
    afternoon_from: "12:00",
  });
  const change = (place: number, name: keyof Hours, value: string) =>
    setHours((before) => before.map((one, at) => (at === place ? { ...one, [name]: value } : one)));
  const ask = (submitted: FormEvent) => {
    submitted.preventDefault();
    save.reset();
    propose.mutate(timetable());
  };
  return (
    <form className="step" onSubmit={ask} noValidate>
      {hours.map((one, place) => (
        <fieldset key={one.day} className="hours-of-day">
          <legend>{weekday(one.day)}</legend>
          {(["starts", "ends", "from", "until"] as const).map((name) => (
            <Input
              key={name}
              type="time"
              label={{ starts: words.setup.dayStarts, ends: words.setup.dayEnds, from: words.setup.breakStarts, until: words.setup.breakEnds }[name]}
              value={one[name]}
              set={(value) => change(place, name, value)}
            />
          ))}
        </fieldset>
      ))}
      <div className="pair">
        <Input
          type="number"
          label={words.setup.meetingMinutes}
          value={minutes.meeting}
          error={said("meeting_minutes")}
          set={(meeting) => setMinutes({ ...minutes, meeting })}
        />
        <Input
          type="number"
          label={words.setup.changeoverMinutes}
          value={minutes.changeover}
          error={said("changeover_minutes")}
          set={(changeover) => setMinutes({ ...minutes, changeover })}
        />
      </div>
      {Boolean(error) && !isOfField(error) && <Failure error={error} />}
      <GoingBlocks error={save.error} />
      <p className="links">
        <button type="submit" className={propose.data ? "" : "primary"} disabled={propose.isPending}>
          {words.setup.propose}
        </button>
        {propose.data && (
          <button type="button" className="primary" disabled={save.isPending} onClick={() => save.mutate(false)}>
            {words.setup.useThese}
          </button>
        )}
        {inUse && (
          <button type="button" onClick={() => save.mutate(true)}>
            {words.setup.replaceAnyway}
          </button>
        )}
      </p>
      {propose.data && !save.isSuccess && <SlotList title={words.setup.proposed(propose.data.length)} slots={propose.data} />}
    </form>
  );
}

function SlotList({ title, slots }: { title: string; slots: Schemas["SlotPublic"][] }) {
  const { day } = useSpeech();
  return (
    <section>
      <h2 role="status">{title}</h2>
      <SlotDays slots={slots} nameOf={day} />
    </section>
  );
}
