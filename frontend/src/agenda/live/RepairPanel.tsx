import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { Schemas } from "../../kit/api";
import { useSpeech } from "../../kit/language";
import { Failure, Select } from "../../kit/parts";
import type { Slot } from "../board";
import { ChangesByPerson } from "../ChangesByPerson";
import { agendaKey, people as peopleQuery } from "../queries";
import { type MishapSent, repair, type Repair } from "./queries";
import { StandIns } from "./StandIns";

const OF_TABLES = ["table_failed", "video_failed"];

interface Given {
  eventId: number;
  published: number;
  slots: Slot[];
  tables: Schemas["TablePublic"][];
}

/** Somebody late or absent, a table that failed: first what would change, then publishing it. */
export function RepairPanel({ eventId, published, slots, tables }: Given) {
  const { words } = useSpeech();
  const client = useQueryClient();
  const [mishap, setMishap] = useState<MishapSent | null>(null);
  const look = useMutation({ mutationFn: (sent: MishapSent) => repair(eventId, published, [sent], false) });
  const apply = useMutation({
    mutationFn: (sent: MishapSent) => repair(eventId, published, [sent], true),
    onSettled: () => client.invalidateQueries({ queryKey: agendaKey(eventId) }),
  });
  const ask = (sent: MishapSent) => {
    setMishap(sent);
    apply.reset();
    look.mutate(sent);
  };
  const found = apply.data ?? look.data;
  return (
    <section className="repair">
      <h2>{words.day.repair}</h2>
      {published ? (
        <>
          <p className="hint">{words.day.repairText}</p>
          <MishapForm eventId={eventId} slots={slots} tables={tables} pending={look.isPending} ask={ask} />
          {(look.error ?? apply.error) && <Failure error={look.error ?? apply.error} />}
          {found && <Result found={found} eventId={eventId} slots={slots} tables={tables} />}
          {found && mishap && !found.applied && (
            <button type="button" className="primary" disabled={apply.isPending} onClick={() => apply.mutate(mishap)}>
              {words.day.repairApply}
            </button>
          )}
        </>
      ) : (
        <p className="hint">{words.day.repairNeedsPublished}</p>
      )}
    </section>
  );
}

interface FormGiven extends Omit<Given, "published"> {
  pending: boolean;
  ask: (sent: MishapSent) => void;
}

function MishapForm({ eventId, slots, tables, pending, ask }: FormGiven) {
  const { words, clock, day } = useSpeech();
  const people = useQuery(peopleQuery(eventId)).data ?? [];
  const [what, setWhat] = useState<MishapSent["what"]>("late");
  const [who, setWho] = useState("");
  const [from, setFrom] = useState("");
  const [until, setUntil] = useState("");
  const ofTable = OF_TABLES.includes(what);
  const several = new Set(slots.map((slot) => slot.day)).size > 1;
  const times = slots.map((slot) => ({
    value: String(slot.id),
    label: `${several ? `${day(slot.day)} ` : ""}${clock(slot.starts_at)}`,
  }));
  const those = ofTable ? tables : what === "interpreter_missing" ? people.filter((one) => one.role === "interpreter") : people;
  const chosen = those.find((one) => String(one.id) === who) ?? those[0];
  const send = (submitted: FormEvent) => {
    submitted.preventDefault();
    const one = chosen?.id ?? null;
    ask({
      what,
      person_id: ofTable ? null : one,
      table_id: ofTable ? one : null,
      from_slot_id: from ? Number(from) : null,
      until_slot_id: until ? Number(until) : null,
    });
  };
  return (
    <form onSubmit={send} className="solve-line">
      <Select
        label={words.day.mishap}
        value={what}
        choices={Object.entries(words.day.mishaps).map(([value, label]) => ({ value, label }))}
        onChange={(value) => setWhat(value as MishapSent["what"])}
      />
      <Select
        label={ofTable ? words.day.whichTable : words.day.who}
        value={String(chosen?.id ?? "")}
        choices={those.map((one) => ({ value: String(one.id), label: one.name }))}
        onChange={setWho}
      />
      {what !== "late" && (
        <Select
          label={words.day.fromSlot}
          value={from}
          choices={[{ value: "", label: words.day.fromStart }, ...times]}
          onChange={setFrom}
        />
      )}
      {what !== "leaves" && (
        <Select
          label={words.day.untilSlot}
          value={until}
          choices={[{ value: "", label: words.day.toEnd }, ...times]}
          onChange={setUntil}
        />
      )}
      <button type="submit" disabled={pending || !chosen}>
        {words.day.seeChanges}
      </button>
    </form>
  );
}

interface ResultGiven extends Omit<Given, "published"> {
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
