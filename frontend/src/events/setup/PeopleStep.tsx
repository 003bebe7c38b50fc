import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { organisations } from "../../accounts/queries";
import { people as peopleQuery } from "../../agenda/queries";
import { nameIn, useSpeech } from "../../kit/language";
import { Select } from "../../kit/parts";
import { beginning } from "../../kit/plain";
import { type Filled, PersonForm } from "../people/PersonForm";
import { PersonLine } from "../people/PersonLine";
import { addPerson, register } from "../people/requests";
import { type Event, registrations } from "../queries";

const HELPERS = ["interpreter", "expert", "support"] as const;

/** Who comes, what they speak, and when they are away. */
export function PeopleStep({ event }: { event: Event }) {
  const { words, code } = useSpeech();
  const coming = useQuery(registrations(event.id)).data ?? [];
  const people = useQuery(peopleQuery(event.id)).data ?? [];
  const helpers = people.filter((person) => person.role !== "delegate");
  return (
    <div className="step">
      <RegistrationForm event={event} known={new Set(coming.map((one) => one.organisation_id))} />
      <section>
        <h2>{words.setup.registrations(coming.length)}</h2>
        <ul className="people-list">
          {coming.map((one) => (
            <li key={one.organisation_id}>
              <p className="strong">{nameIn(code, { vi: one.organisation_vi, en: one.organisation_en })}</p>
              {people
                .filter((person) => person.organisation_id === one.organisation_id)
                .map((person) => (
                  <PersonLine key={person.id} event={event} person={person} />
                ))}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{words.setup.helpers}</h2>
        <HelperForm event={event} />
        {helpers.length > 0 && (
          <div className="helper-list">
            {helpers.map((person) => (
              <PersonLine key={person.id} event={event} person={person} />
            ))}
          </div>
        )}
      </section>
    </div>
  );
}

function RegistrationForm({ event, known }: { event: Event; known: ReadonlySet<number> }) {
  const { words, code } = useSpeech();
  const all = useQuery(organisations).data ?? [];
  const [organisation, setOrganisation] = useState("");
  const chosen = Number(organisation);
  const send = (delegate: Filled) =>
    known.has(chosen)
      ? addPerson(event.id, { ...delegate, role: "delegate", organisation_id: chosen })
      : register(event.id, chosen || null, delegate);
  const names = all.map((one) => ({ value: String(one.id), label: nameIn(code, { vi: one.name_vi, en: one.name_en }) }));
  return (
    <PersonForm
      eventId={event.id}
      form="delegate"
      title={words.setup.register}
      submit={words.setup.addDelegate}
      send={send}
      unsaid="organisation_id"
    >
      <Select
        label={words.setup.organisation}
        value={organisation}
        choices={[{ value: "", label: words.chooseOne }, ...names]}
        onChange={setOrganisation}
      />
    </PersonForm>
  );
}

function HelperForm({ event }: { event: Event }) {
  const { words } = useSpeech();
  const [role, setRole] = useState<(typeof HELPERS)[number]>("interpreter");
  return (
    <PersonForm eventId={event.id} form="helper" submit={words.setup.addHelper} send={(filled) => addPerson(event.id, { role, ...filled })}>
      <Select
        label={words.setup.role}
        value={role}
        choices={HELPERS.map((value) => ({ value, label: beginning(words.setup.roles[value] ?? value) }))}
        onChange={(value) => setRole(HELPERS.find((one) => one === value) ?? "interpreter")}
      />
    </PersonForm>
  );
}
