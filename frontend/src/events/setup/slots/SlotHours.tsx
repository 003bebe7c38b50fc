import { useSpeech } from "../../../kit/language";
import { Input, type Said } from "../fields";

interface Hours {
  starts: string;
  ends: string;
}

/** When a slot begins and ends, with what was refused of either. */
export function SlotHours(given: { value: Hours; write: (changed: Partial<Hours>) => void; said: Said }) {
  const { slotsOf } = useSpeech().words;
  const { value, write, said } = given;
  return (
    <>
      <Input type="time" label={slotsOf.starts} value={value.starts} set={(starts) => write({ starts })} error={said("starts_at")} />
      <Input type="time" label={slotsOf.ends} value={value.ends} set={(ends) => write({ ends })} error={said("ends_at")} />
    </>
  );
}
