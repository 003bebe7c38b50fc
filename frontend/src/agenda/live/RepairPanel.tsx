import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { beginning } from "../../kit/plain";
import { useSpeech } from "../../kit/language";
import { Select } from "../../kit/parts";
import { people as peopleQuery } from "../queries";
import type { MishapSent } from "./queries";
import { type Repaired, RepairOf } from "./RepairOf";

const OF_TABLES = ["table_failed", "video_failed"];

/** Somebody late or absent, a table that failed: first what would change, then publishing it. */
export function RepairPanel({ eventId, published, slots, tables }: Repaired) {
  const { words } = useSpeech();
  const [asked, setAsked] = useState<{ mishap: MishapSent; times: number } | null>(null);
  const [pending, setPending] = useState(false);
  const given = { eventId, published, slots, tables };
  return (
    <section className="repair">
      <h2>{words.day.repair}</h2>
      {published ? (
        <>
          <p className="hint">{words.day.repairText}</p>
          <MishapForm
            {...given}
            pending={pending}
            ask={(mishap) => setAsked({ mishap, times: (asked?.times ?? 0) + 1 })}
          />
          {asked && <RepairOf key={asked.times} {...given} mishap={asked.mishap} pending={setPending} />}
        </>
      ) : (
        <p className="hint">{words.day.repairNeedsPublished}</p>
      )}
    </section>
  );
}

interface FormGiven extends Omit<Repaired, "published"> {
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
          choices={[{ value: "", label: beginning(words.day.toEnd) }, ...times]}
          onChange={setUntil}
        />
      )}
      <button type="submit" disabled={pending || !chosen}>
        {words.day.seeChanges}
      </button>
    </form>
  );
}
