import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Refusal } from "../../../kit/api";
import { useSpeech } from "../../../kit/language";
import { Failure } from "../../../kit/parts";
import type { Event } from "../../queries";
import { RemoveButton } from "../RemoveButton";
import { useSaving } from "../saving";
import { GoingBlocks } from "./GoingBlocks";
import { type Gone, remove, type Slot } from "./requests";
import { SlotForm } from "./SlotForm";

/** The slots that a session day has, under their days: each can move or go. */
export function SlotsInUse({ event, slots }: { event: Event; slots: Slot[] }) {
  const { words } = useSpeech();
  const days = [...new Set(slots.map((slot) => slot.day))];
  return (
    <section className="slots-in-use">
      <h2 role="status">{words.setup.current(slots.length)}</h2>
      {slots.length > 0 && <p className="hint">{words.slotsOf.lead}</p>}
      {days.map((date) => (
        <DayOfSlots key={date} event={event} date={date} slots={slots.filter((slot) => slot.day === date)} />
      ))}
    </section>
  );
}

function DayOfSlots({ event, date, slots }: { event: Event; date: string; slots: Slot[] }) {
  const { words, weekday, clock } = useSpeech();
  const [open, setOpen] = useState<number | null>(null);
  const drop = useSaving(event.id, ({ gone, force }: { gone: Gone; force: boolean }) => remove(event.id, gone, force));
  const opened = slots.find((slot) => slot.id === open);
  const take = (gone: Gone) => drop.mutate({ gone, force: false });
  const close = () => setOpen(null);
  return (
    <div className="day-of-slots">
      <div className="person-line">
        <h3>{weekday(date)}</h3>
        {event.first_day !== event.last_day && (
          <button
            type="button"
            className="quiet small-button"
            aria-label={words.setup.removeNamed(weekday(date))}
            disabled={drop.isPending}
            onClick={() => take({ day: date })}
          >
            {words.slotsOf.removeDay}
          </button>
        )}
      </div>
      <ul className="chips">
        {slots.map((slot) => {
          const time = `${clock(slot.starts_at)}–${clock(slot.ends_at)}`;
          return (
            <li key={slot.id} className={slot.id === open ? "chosen" : undefined}>
              <button
                type="button"
                className="chip-name"
                aria-expanded={slot.id === open}
                onClick={() => setOpen(slot.id === open ? null : slot.id)}
              >
                {time}
              </button>
              <RemoveButton name={time} remove={() => take({ slot: slot.id })} />
            </li>
          );
        })}
      </ul>
      {drop.error && (
        <Refused eventId={event.id} error={drop.error} force={() => drop.variables && drop.mutate({ ...drop.variables, force: true })} />
      )}
      {opened && <SlotForm key={opened.id} event={event} slot={opened} slots={slots} done={close} />}
    </div>
  );
}

/** Why something stays, and what to do about it. */
function Refused({ eventId, error, force }: { eventId: number; error: unknown; force: () => void }) {
  const { words } = useSpeech();
  const code = error instanceof Refusal ? error.code : "";
  return (
    <>
      <Failure error={error} />
      <GoingBlocks error={error} />
      <p className="links">
        {code === "slots_in_use" && (
          <button type="button" onClick={force}>
            {words.slotsOf.removeAnyway}
          </button>
        )}
        {code === "slots_in_agenda" && (
          <Link className="button" to="/events/$id/board" params={{ id: String(eventId) }}>
            {words.board}
          </Link>
        )}
      </p>
    </>
  );
}
