import type { Schemas } from "../../../kit/api";
import { momentIn } from "../moments";
import type { Slot } from "./requests";

interface Hours {
  starts: string;
  ends: string;
  /** Whether those that follow on the day begin as much earlier or later. */
  others: boolean;
}

/** What is sent so that a slot gets other hours of its day. */
export function moved(slots: Slot[], slot: Slot, zone: string, { starts, ends, others }: Hours): Schemas["SlotMoved"][] {
  const starts_at = momentIn(zone, `${slot.day}T${starts}`);
  const own = { id: slot.id, starts_at, ends_at: momentIn(zone, `${slot.day}T${ends}`) };
  const by = Date.parse(starts_at) - Date.parse(slot.starts_at);
  if (!others || !by) return [own];
  const shifted = (moment: string) => new Date(Date.parse(moment) + by).toISOString();
  const later = slots.filter((one) => one.day === slot.day && one.starts_at > slot.starts_at);
  return [own, ...later.map((one) => ({ id: one.id, starts_at: shifted(one.starts_at), ends_at: shifted(one.ends_at) }))];
}
