import type { Schemas } from "../kit/api";
import { useSpeech } from "../kit/language";
import "./slot-toggles.css";

interface Given {
  legend: string;
  slots: Schemas["SlotPublic"][];
  pressed: number[];
  set: (pressed: number[]) => void;
  /** Whether pressing takes something away, as absences do. */
  away?: boolean;
  disabled?: (slot: number) => boolean;
  error?: string | undefined;
}

/** The slots of a day, or of several, as buttons that stay pressed. */
export function SlotToggles({ legend, slots, pressed, set, away, disabled, error }: Given) {
  const { words, clock, day } = useSpeech();
  const days = [...new Set(slots.map((slot) => slot.day))];
  return (
    <fieldset className={away ? "slot-toggles away" : "slot-toggles"}>
      <legend className="hint">{slots.length ? legend : words.day.noSlots}</legend>
      {days.map((one) => (
        <div key={one} className="toggles-of-day">
          {days.length > 1 && <span className="small">{day(one)}</span>}
          {slots
            .filter((slot) => slot.day === one)
            .map((slot) => {
              const id = slot.id ?? 0;
              const on = pressed.includes(id);
              const time = away ? clock(slot.starts_at) : `${clock(slot.starts_at)}–${clock(slot.ends_at)}`;
              return (
                <button
                  key={id}
                  type="button"
                  aria-pressed={on}
                  aria-label={days.length > 1 ? `${day(one)} ${time}` : undefined}
                  disabled={disabled?.(id)}
                  onClick={() => set(on ? pressed.filter((other) => other !== id) : [...pressed, id])}
                >
                  {time}
                </button>
              );
            })}
        </div>
      ))}
      {error && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
