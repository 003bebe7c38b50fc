import { useMe } from "../../accounts/me";
import { useSpeech } from "../../kit/language";
import { PersonForm } from "../people/PersonForm";
import { register } from "../people/requests";
import type { Event } from "../queries";

/** The organisation is registered with its first delegate, who is whoever fills it in unless they say another. */
export function FirstRegistration({ event, organisationId }: { event: Event; organisationId: number }) {
  const { words } = useSpeech();
  const account = useMe()?.account;
  return (
    <PersonForm
      eventId={event.id}
      form={`register-${organisationId}`}
      title={words.registration.first}
      submit={words.registration.register}
      known={{ name: account?.name, email: account?.email }}
      send={(delegate) => register(event.id, organisationId, delegate)}
    />
  );
}
