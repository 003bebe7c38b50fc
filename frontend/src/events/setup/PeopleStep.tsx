import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { organisations } from "../../accounts/queries";
import { people as peopleQuery } from "../../agenda/queries";
import { nameIn, useSpeech } from "../../kit/language";
import { Failure, Select } from "../../kit/parts";
import { type Event, registrations, slots as slotsQuery } from "../queries";
import { LANGUAGES } from "./EventForm";
import { Check, Input, isOfField, Many, type Said, useSaid } from "./fields";
import { addPerson, availability, deletePerson, type Person, register, setAvailability, useSaving } from "./saving";
import { RemoveButton } from "./VenueStep";

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
                  <PersonLine key={person.id} eventId={event.id} person={person} />
                ))}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{words.setup.helpers}</h2>
        <HelperForm event={event} />
        {helpers.map((person) => (
          <PersonLine key={person.id} eventId={event.id} person={person} />
        ))}
      </section>
    </div>
  );
}

function PersonLine({ eventId, person }: { eventId: number; person: Person }) {
  const { words, list, languageName } = useSpeech();
  const [open, setOpen] = useState(false);
  const drop = useSaving(eventId, () => deletePerson(eventId, person.id));
  const told = [
    person.role === "delegate" ? "" : words.setup.roles[person.role],
    list(person.languages.map(languageName)),
    person.remote ? words.remote : "",
  ];
  return (
    <div className="person-line">
      <span>
        {person.name} <span className="small">{told.filter(Boolean).join(" · ")}</span>
      </span>
      <span className="person-tools">
        <button
          type="button"
          className="quiet"
          aria-expanded={open}
          aria-label={words.setup.absenceOf(person.name)}
          onClick={() => setOpen(!open)}
        >
          {words.setup.absence}
        </button>
        <RemoveButton name={person.name} remove={() => drop.mutate(undefined)} />
      </span>
      {drop.error && <Failure error={drop.error} />}
      {open && <Absence eventId={eventId} person={person} />}
    </div>
  );
}

/** The slots of the day as toggles; each tap is saved. */
function Absence({ eventId, person }: { eventId: number; person: Person }) {
  const { words, clock, day } = useSpeech();
  const slots = useQuery(slotsQuery(eventId)).data ?? [];
  const found = useQuery(availability(eventId, person.id));
  const save = useSaving(eventId, (away: number[]) => setAvailability(eventId, person.id, away));
  const away = save.variables && save.isPending ? save.variables : (found.data?.away ?? []);
  if (!found.data) return null;
  const severalDays = new Set(slots.map((slot) => slot.day)).size > 1;
  return (
    <fieldset className="absence">
      <legend className="hint">{words.setup.absenceHint}</legend>
      {slots.map((slot) => {
        const id = slot.id ?? 0;
        const gone = away.includes(id);
        return (
          <button
            key={id}
            type="button"
            aria-pressed={gone}
            disabled={found.data.blocked.includes(id) || save.isPending}
            onClick={() => save.mutate(gone ? away.filter((one) => one !== id) : [...away, id])}
          >
            {severalDays ? `${day(slot.day)} ` : ""}
            {clock(slot.starts_at)}
          </button>
        );
      })}
      {save.error && <Failure error={save.error} />}
    </fieldset>
  );
}

function usePersonFields() {
  const { words, languageName } = useSpeech();
  const [name, setName] = useState("");
  const [languages, setLanguages] = useState(["vi"]);
  const [remote, setRemote] = useState(false);
  const fields = (said: Said) => (
    <>
      <Input label={words.setup.personName} value={name} set={setName} error={said("name")} />
      <Many
        label={words.setup.speaks}
        choices={LANGUAGES.map((value) => ({ value, label: languageName(value) }))}
        chosen={languages}
        set={setLanguages}
        error={said("languages")}
      />
      <Check label={words.remote} checked={remote} set={setRemote} />
    </>
  );
  return { filled: { name, languages, remote }, fields, clear: () => setName("") };
}

function RegistrationForm({ event, known }: { event: Event; known: ReadonlySet<number> }) {
  const { words, code } = useSpeech();
  const all = useQuery(organisations).data ?? [];
  const [organisation, setOrganisation] = useState("");
  const person = usePersonFields();
  const chosen = Number(organisation);
  const saving = useSaving(
    event.id,
    async () => {
      const delegate = person.filled;
      if (known.has(chosen)) await addPerson(event.id, { ...delegate, role: "delegate", organisation_id: chosen });
      else await register(event.id, { organisation_id: chosen || null, delegates: [delegate], stand_in: true, repeat_meetings: false });
    },
    person.clear,
  );
  const said = useSaid(saving.error);
  const send = (submitted: FormEvent) => {
    submitted.preventDefault();
    saving.mutate(undefined);
  };
  const names = all.map((one) => ({ value: String(one.id), label: nameIn(code, { vi: one.name_vi, en: one.name_en }) }));
  return (
    <form className="line-form" onSubmit={send} noValidate>
      <h2>{words.setup.register}</h2>
      <Select
        label={words.setup.organisation}
        value={organisation}
        choices={[{ value: "", label: words.chooseOne }, ...names]}
        onChange={setOrganisation}
      />
      {person.fields(said)}
      <button type="submit" className="primary" disabled={saving.isPending}>
        {words.setup.addDelegate}
      </button>
      {Boolean(saving.error) && (!isOfField(saving.error) || said("organisation_id")) && <Failure error={saving.error} />}
    </form>
  );
}

function HelperForm({ event }: { event: Event }) {
  const { words } = useSpeech();
  const [role, setRole] = useState<(typeof HELPERS)[number]>("interpreter");
  const person = usePersonFields();
  const saving = useSaving(
    event.id,
    () => addPerson(event.id, { role, ...person.filled }),
    person.clear,
  );
  const said = useSaid(saving.error);
  const send = (submitted: FormEvent) => {
    submitted.preventDefault();
    saving.mutate(undefined);
  };
  return (
    <form className="line-form" onSubmit={send} noValidate>
      <Select
        label={words.setup.role}
        value={role}
        choices={HELPERS.map((value) => ({ value, label: words.setup.roles[value] ?? value }))}
        onChange={(value) => setRole(HELPERS.find((one) => one === value) ?? "interpreter")}
      />
      {person.fields(said)}
      <button type="submit" disabled={saving.isPending}>
        {words.setup.addHelper}
      </button>
      {Boolean(saving.error) && !isOfField(saving.error) && <Failure error={saving.error} />}
    </form>
  );
}
