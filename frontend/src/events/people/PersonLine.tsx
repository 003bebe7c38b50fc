import { useState } from "react";
import { useSpeech } from "../../kit/language";
import { Failure } from "../../kit/parts";
import type { Event } from "../queries";
import { RemoveButton } from "../setup/RemoveButton";
import { useSaving } from "../setup/saving";
import { Absence } from "./Absence";
import { PersonForm } from "./PersonForm";
import { deletePerson, type Person, updatePerson } from "./requests";

/** Somebody who comes, with what may still be changed of them. */
export function PersonLine({ event, person }: { event: Event; person: Person }) {
  const { words, languageList } = useSpeech();
  const [shown, setShown] = useState<"absence" | "form" | null>(null);
  const toggle = (part: "absence" | "form") => setShown(shown === part ? null : part);
  const drop = useSaving(event.id, () => deletePerson(event.id, person.id));
  const fixed = Boolean(event.refused.register);
  const told = [
    person.role === "delegate" ? "" : words.setup.roles[person.role],
    person.email ?? "",
    languageList(person.languages),
    person.remote ? words.remote : "",
  ];
  const tool = (part: "absence" | "form", text: string, label: string) => (
    <button type="button" className="quiet" aria-expanded={shown === part} aria-label={label} onClick={() => toggle(part)}>
      {text}
    </button>
  );
  return (
    <div className="person-line">
      <span>
        {person.name} <span className="small">{told.filter(Boolean).join(" · ")}</span>
      </span>
      <span className="person-tools">
        {tool("absence", words.setup.absence, words.setup.absenceOf(person.name))}
        {!fixed && tool("form", words.registration.change, words.registration.changeOf(person.name))}
        {!fixed && <RemoveButton name={person.name} remove={() => drop.mutate(undefined)} />}
      </span>
      {drop.error && <Failure error={drop.error} />}
      {shown === "absence" && <Absence eventId={event.id} person={person} fixed={Boolean(event.refused.availability)} />}
      {shown === "form" && (
        <PersonForm
          eventId={event.id}
          form={`person-${person.id}`}
          known={person}
          submit={words.registration.save}
          send={(filled) => updatePerson(event.id, person.id, filled)}
          done={() => setShown(null)}
        />
      )}
    </div>
  );
}
