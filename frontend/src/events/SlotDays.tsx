import type { Schemas } from "../kit/api";
import { useSpeech } from "../kit/language";

/** Slots under their days, in the order given; `nameOf` says a day in the reader's language. */
export function SlotDays({ slots, nameOf }: { slots: Schemas["SlotPublic"][]; nameOf: (day: string) => string }) {
  const { clock } = useSpeech();
  const days = [...new Set(slots.map((slot) => slot.day))];
  return days.map((date) => (
    <div key={date}>
      <p className="strong">{nameOf(date)}</p>
      <ul className="slots">
        {slots
          .filter((slot) => slot.day === date)
          .map((slot) => (
            <li key={slot.starts_at}>
              {clock(slot.starts_at)}–{clock(slot.ends_at)}
            </li>
          ))}
      </ul>
    </div>
  ));
}
