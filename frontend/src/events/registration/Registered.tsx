import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Schemas } from "../../kit/api";
import { useSpeech } from "../../kit/language";
import { Failure } from "../../kit/parts";
import { SureButton } from "../../kit/SendForm";
import { PersonForm } from "../people/PersonForm";
import { PersonLine } from "../people/PersonLine";
import { addPerson, ownPeople, updateRegistration, withdraw } from "../people/requests";
import type { Event } from "../queries";
import { Check } from "../setup/fields";
import { useSaving } from "../setup/saving";

interface Given {
  event: Event;
  registration: Schemas["RegistrationPublic"];
}

/** The delegates of a registered organisation, what it wants, and the way out. */
export function Registered({ event, registration }: Given) {
  const { words } = useSpeech();
  const { organisation_id } = registration;
  const people = useQuery(ownPeople(event.id, organisation_id));
  const leave = useSaving(event.id, () => withdraw(event.id, organisation_id));
  const open = !event.refused.register;
  return (
    <>
      {people.error && <Failure error={people.error} again={() => void people.refetch()} />}
      <ul className="people-list">
        {people.data?.map((person) => (
          <li key={person.id}>
            <PersonLine event={event} person={person} />
          </li>
        ))}
      </ul>
      {open && (
        <>
          <AddDelegate event={event} organisationId={organisation_id} />
          <Wishes event={event} registration={registration} />
          <SureButton
            label={words.registration.withdraw}
            sure={words.registration.withdrawSure}
            work={() => leave.mutateAsync(undefined)}
          />
        </>
      )}
    </>
  );
}

function AddDelegate({ event, organisationId }: { event: Event; organisationId: number }) {
  const { words } = useSpeech();
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <p className="links">
        <button type="button" onClick={() => setOpen(true)}>
          {words.registration.another}
        </button>
      </p>
    );
  }
  return (
    <PersonForm
      eventId={event.id}
      form={`delegate-${organisationId}`}
      title={words.registration.another}
      submit={words.registration.add}
      send={(filled) => addPerson(event.id, { ...filled, role: "delegate", organisation_id: organisationId })}
      done={() => setOpen(false)}
    />
  );
}

/** Each tick is saved at once. */
function Wishes({ event, registration }: Given) {
  const { words } = useSpeech();
  const save = useSaving(event.id, (body: Schemas["RegistrationUpdate"]) =>
    updateRegistration(event.id, registration.organisation_id, body),
  );
  return (
    <fieldset className="many wishes" disabled={save.isPending}>
      <legend>{words.registration.wishes}</legend>
      {(["stand_in", "repeat_meetings"] as const).map((wish) => (
        <Check
          key={wish}
          label={words.registration.wish[wish]}
          checked={registration[wish]}
          set={(checked) => save.mutate({ [wish]: checked })}
        />
      ))}
      {save.error && <Failure error={save.error} />}
    </fieldset>
  );
}
