import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { organisations } from "../../accounts/queries";
import { slots as slotsQuery } from "../../events/queries";
import { nameIn, useSpeech } from "../../kit/language";
import { Failure } from "../../kit/parts";
import { answerOffer, type Offer, offers } from "./queries";

/** Meetings offered at short notice that wait for one's own yes or no. */
export function OwnOffers({ eventId, organisationId }: { eventId: number; organisationId: number }) {
  const { words } = useSpeech();
  const found = useQuery(offers(eventId)).data ?? [];
  const said = (offer: Offer) =>
    offer.need_organisation_id === organisationId ? offer.need_says : offer.technology_says;
  const waiting = found.filter((offer) => offer.state === "open" && said(offer) === null);
  if (!waiting.length) return null;
  return (
    <section className="notice" aria-live="polite">
      <h2>{words.day.offersForUs}</h2>
      {waiting.map((offer) => (
        <OwnOffer key={offer.id} eventId={eventId} offer={offer} organisationId={organisationId} />
      ))}
    </section>
  );
}

function OwnOffer({ eventId, offer, organisationId }: { eventId: number; offer: Offer; organisationId: number }) {
  const { words, code, clock } = useSpeech();
  const client = useQueryClient();
  const slot = (useQuery(slotsQuery(eventId)).data ?? []).find((one) => one.id === offer.seat.slot_id);
  const asksUs = offer.need_organisation_id === organisationId;
  const otherId = asksUs ? offer.technology_organisation_id : offer.need_organisation_id;
  const other = (useQuery(organisations).data ?? []).find((one) => one.id === otherId);
  const answer = useMutation({
    mutationFn: (yes: boolean) => answerOffer(eventId, offer.id, yes),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ["offers", eventId] });
      await client.invalidateQueries({ queryKey: ["own-agendas", eventId] });
    },
  });
  const name = nameIn(code, { vi: other?.name_vi, en: other?.name_en });
  return (
    <div className="offer-line">
      <p className="strong">{words.day.offerText(name, slot ? clock(slot.starts_at) : "")}</p>
      <p className="hint">{words.day.offerUntil(clock(offer.expires_at))}</p>
      <p className="links">
        <button type="button" className="primary" disabled={answer.isPending} onClick={() => answer.mutate(true)}>
          {words.day.offerYes}
        </button>
        <button type="button" disabled={answer.isPending} onClick={() => answer.mutate(false)}>
          {words.day.offerNo}
        </button>
      </p>
      {answer.error && <Failure error={answer.error} />}
    </div>
  );
}
