import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Schemas } from "../../kit/api";
import { useSpeech } from "../../kit/language";
import { Failure } from "../../kit/parts";
import type { Slot } from "../board";
import { ChangesByPerson } from "../ChangesByPerson";
import { agendaKey, people as peopleQuery } from "../queries";
import { type MishapSent, repair, type Repair } from "./queries";
import { StandIns } from "./StandIns";

export interface Repaired {
  eventId: number;
  published: number;
  slots: Slot[];
  tables: Schemas["TablePublic"][];
}

interface Given extends Repaired {
  mishap: MishapSent;
  pending?: (looking: boolean) => void;
}

/** What one mishap makes of the published agenda: shown at once, published with one more tap, then stand-ins. */
export function RepairOf({ eventId, published, slots, tables, mishap, pending }: Given) {
  const { words } = useSpeech();
  const client = useQueryClient();
  const [number] = useState(published);
  const look = useMutation({ mutationFn: () => repair(eventId, number, [mishap], false) });
  const apply = useMutation({
    mutationFn: () => repair(eventId, number, [mishap], true),
    onSettled: () =>
      Promise.all([agendaKey(eventId), ["day", eventId]].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
  const { mutate } = look;
  useEffect(() => mutate(), [mutate]);
  useEffect(() => pending?.(look.isPending), [pending, look.isPending]);
  const found = apply.data ?? look.data;
  return (
    <>
      {(look.error ?? apply.error) && <Failure error={look.error ?? apply.error} />}
      {found && <Result found={found} eventId={eventId} slots={slots} tables={tables} />}
      {found && !found.applied && (
        <button type="button" className="primary" disabled={apply.isPending} onClick={() => apply.mutate()}>
          {words.day.repairApply}
        </button>
      )}
    </>
  );
}

interface ResultGiven extends Omit<Repaired, "published"> {
  found: Repair;
}

function Result({ found, eventId, slots, tables }: ResultGiven) {
  const { words, clock } = useSpeech();
  const [waiting, setWaiting] = useState<string | null>(null);
  const people = useQuery(peopleQuery(eventId)).data ?? [];
  const nameOf = (id: number) => people.find((one) => one.id === id)?.name ?? String(id);
  const timeOf = (id: number) => clock(slots.find((one) => one.id === id)?.starts_at ?? "");
  return (
    <div className="repair-result">
      <p role="status" className="strong">
        {found.applied ? words.day.repairApplied(found.version) : words.day.repairResult(found.kept, found.moved.length, found.cancelled.length)}
      </p>
      {!found.changes.length && <p className="hint">{words.day.nothingChanges}</p>}
      <ChangesByPerson
        changes={new Map(found.people.map((one) => [one.person_id, one.changes]))}
        nameOf={nameOf}
        slots={slots}
        tables={tables}
      />
      {found.waiting.length > 0 && (
        <>
          <h3>{words.day.waiting}</h3>
          <ul className="waiting">
            {found.waiting.map((one) => {
              const id = `${one.person_id} ${one.slot_id}`;
              return (
                <li key={id}>
                  <span>
                    {nameOf(one.person_id)}, {timeOf(one.slot_id)}
                  </span>
                  {found.applied && (
                    <button type="button" aria-expanded={waiting === id} onClick={() => setWaiting(waiting === id ? null : id)}>
                      {words.day.findStandIn}
                    </button>
                  )}
                  {waiting === id && <StandIns eventId={eventId} personId={one.person_id} slotId={one.slot_id} />}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </div>
  );
}
