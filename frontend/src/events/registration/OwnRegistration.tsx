import { useQuery } from "@tanstack/react-query";
import { Refusal } from "../../kit/api";
import { useSpeech } from "../../kit/language";
import { Failure, Loading } from "../../kit/parts";
import { ownRegistration } from "../people/requests";
import type { Event } from "../queries";
import { FirstRegistration } from "./FirstRegistration";
import { Registered } from "./Registered";
import "../setup/setup.css";
import "./registration.css";

const isUnknown = (error: unknown) => error instanceof Refusal && error.code === "registration_not_found";

/** Who comes for one's own organisation: register, change and withdraw, as long as the service takes it. */
export function OwnRegistration({ event, organisationId }: { event: Event; organisationId: number }) {
  const { words, moment } = useSpeech();
  const found = useQuery(ownRegistration(event.id, organisationId));
  const refused = event.refused.register;
  if (found.isPending) return <Loading />;
  const unknown = isUnknown(found.error);
  if (found.error && !unknown) return <Failure error={found.error} again={() => void found.refetch()} />;
  const registration = unknown ? undefined : found.data;
  return (
    <section className="step own-registration" aria-labelledby="own-registration">
      <h2 id="own-registration">{words.registration.title}</h2>
      <p role="status">
        {registration ? words.registration.registered(registration.delegates) : words.registration.notRegistered}
      </p>
      {refused && (
        <p className="notice">{words.registration.refusedBy[refused](moment(event.registration_until))}</p>
      )}
      {!refused && <p className="hint">{words.registration.until(moment(event.registration_until))}</p>}
      {registration && <Registered event={event} registration={registration} />}
      {!registration && !refused && <FirstRegistration event={event} organisationId={organisationId} />}
    </section>
  );
}
