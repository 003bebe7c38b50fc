import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { organisations } from "../accounts/queries";
import { nameIn, useSpeech } from "../kit/language";
import { TextField } from "../kit/parts";
import { said, useNote } from "./outbox/useOutbox";

/** Somebody at the door whom nobody registered: a name and an organisation, known or new. */
export function WalkIn({ eventId, noted }: { eventId: number; noted: (name: string) => void }) {
  const { words, code } = useSpeech();
  const note = useNote();
  const list = useId();
  const known = useQuery(organisations).data ?? [];
  const [person, setPerson] = useState("");
  const [organisation, setOrganisation] = useState("");
  const nameOf = (one: (typeof known)[number]) => nameIn(code, { vi: one.name_vi, en: one.name_en });
  const send = (submitted: FormEvent) => {
    submitted.preventDefault();
    const chosen = known.find((one) => [one.name_vi, one.name_en].includes(organisation.trim()));
    const whose = chosen ? { organisation_id: chosen.id } : { organisation: organisation.trim() };
    const name = person.trim();
    void note({
      what: "walkIn",
      about: name,
      eventId,
      subject: name,
      method: "POST",
      path: `/api/events/${eventId}/day/walk-ins`,
      body: { ...said(), ...whose, person: name },
    });
    noted([name, organisation.trim()].join(" · "));
    setPerson("");
    setOrganisation("");
  };
  return (
    <details className="walk-in">
      <summary>{words.onDay.walkIn}</summary>
      <form className="form" onSubmit={send}>
        <p className="hint">{words.onDay.walkInText}</p>
        <TextField label={words.setup.personName} value={person} onChange={setPerson} required maxLength={300} />
        <TextField label={words.setup.organisation} value={organisation} onChange={setOrganisation} required maxLength={300} list={list} />
        <datalist id={list}>
          {known.map((one) => (
            <option key={one.id} value={nameOf(one)} />
          ))}
        </datalist>
        <button type="submit" className="primary">
          {words.onDay.walkInSend}
        </button>
      </form>
    </details>
  );
}
