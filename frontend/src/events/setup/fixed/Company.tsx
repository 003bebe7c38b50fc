import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { people as peopleQuery } from "../../../agenda/queries";
import { Finder } from "../../../kit/finder/Finder";
import { matching } from "../../../kit/finder/matching";
import { nameIn, useSpeech } from "../../../kit/language";
import { registrations } from "../../queries";
import { RemoveButton } from "../RemoveButton";

const MOST_SHOWN = 12;

interface Given {
  eventId: number;
  chosen: number[];
  set: (chosen: number[]) => void;
  error?: string | undefined;
}

/** Some of the people of a day, found by their name, or all of an organisation at once. */
export function Company({ eventId, chosen, set, error }: Given) {
  const { words } = useSpeech();
  const [typed, setTyped] = useState("");
  const { people, organisations, nameOf, whoIs } = useCompany(eventId);
  const left = people.filter((person) => !chosen.includes(person.id));
  const membersOf = (organisation: number) => left.filter((one) => one.organisation_id === organisation);
  const options = [
    ...organisations
      .filter((one) => membersOf(one.id).length > 0)
      .map((one) => ({ key: `o${one.id}`, name: one.name, note: words.fixedParts.allOfThem(membersOf(one.id).length) })),
    ...left.map((one) => ({ key: `p${one.id}`, name: one.name, note: whoIs(one.id) })),
  ];
  const take = (key: string) => {
    const id = Number(key.slice(1));
    set([...chosen, ...(key.startsWith("o") ? membersOf(id).map((one) => one.id) : [id])]);
    setTyped("");
  };
  return (
    <div className="company">
      <Finder
        label={words.fixedParts.who}
        hint={words.fixedParts.whoHint}
        error={error}
        typed={typed}
        type={setTyped}
        options={matching(typed, options, MOST_SHOWN)}
        take={take}
      />
      {chosen.length > 0 && (
        <ul className="chips" aria-label={words.fixedParts.people(chosen.length)}>
          {chosen.map((id) => (
            <li key={id}>
              {nameOf(id)}
              <RemoveButton name={nameOf(id)} remove={() => set(chosen.filter((one) => one !== id))} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Everybody at a day, with the names of their organisations. */
export function useCompany(eventId: number) {
  const { words, code } = useSpeech();
  const people = useQuery(peopleQuery(eventId)).data ?? [];
  const coming = useQuery(registrations(eventId)).data ?? [];
  const organisations = coming.map((one) => ({
    id: one.organisation_id,
    name: nameIn(code, { vi: one.organisation_vi, en: one.organisation_en }),
  }));
  const personOf = (id: number) => people.find((one) => one.id === id);
  return {
    people,
    organisations,
    nameOf: (id: number) => personOf(id)?.name ?? String(id),
    whoIs: (id: number) => {
      const person = personOf(id);
      const organisation = organisations.find((one) => one.id === person?.organisation_id)?.name;
      return organisation ?? words.setup.roles[person?.role ?? ""] ?? "";
    },
  };
}
