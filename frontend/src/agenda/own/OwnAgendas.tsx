import { useQuery } from "@tanstack/react-query";
import type { Event } from "../../events/queries";
import { useSpeech } from "../../kit/language";
import { Failure, Loading } from "../../kit/parts";
import { useOffline } from "../../offline/register";
import { OwnAgenda } from "./OwnAgenda";
import { OwnOffers } from "./OwnOffers";
import { ownAgendas } from "./queries";
import "./own.css";

/** The published agendas of one's own people. */
export function OwnAgendas({ event, organisationId }: { event: Event; organisationId: number }) {
  const { words } = useSpeech();
  const found = useQuery(ownAgendas(event.id));
  useOffline();
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  return (
    <section className="own-agendas" aria-label={words.ownAgenda}>
      {event.phase !== "closed" && <OwnOffers eventId={event.id} organisationId={organisationId} />}
      {!found.data.length && <p className="notice">{words.noAgenda}</p>}
      {found.data.map((agenda) => (
        <OwnAgenda key={agenda.person?.person_id} agenda={agenda} />
      ))}
    </section>
  );
}
