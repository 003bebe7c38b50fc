import { useQuery } from "@tanstack/react-query";
import { RepairOf } from "../agenda/live/RepairOf";
import { slots as slotsQuery, tables as tablesQuery } from "../events/queries";
import type { Day } from "./queries";
import "../agenda/board.css";

/** What becomes of the agenda when somebody does not come; published, stand-ins are offered here. */
export function Without({ day, personId }: { day: Day; personId: number }) {
  const slots = useQuery(slotsQuery(day.event_id)).data ?? [];
  const tables = useQuery(tablesQuery(day.event_id)).data ?? [];
  return (
    <div className="repair without">
      <RepairOf
        eventId={day.event_id}
        published={day.version ?? 0}
        slots={slots.flatMap((slot) => (slot.id === null ? [] : [{ ...slot, id: slot.id }]))}
        tables={tables}
        mishap={{ what: "absent", person_id: personId, table_id: null, from_slot_id: null, until_slot_id: null }}
      />
    </div>
  );
}
