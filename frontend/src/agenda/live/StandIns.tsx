import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { organisations } from "../../accounts/queries";
import { useSpeech } from "../../kit/language";
import { Failure, Loading } from "../../kit/parts";
import { offers } from "../own/queries";
import { organisationName } from "./names";
import { makeOffer, type StandIn, standIns } from "./queries";

const SHOWN = 6;

/** Whom somebody left waiting could meet in a slot without anybody else moving. */
export function StandIns({ eventId, personId, slotId }: { eventId: number; personId: number; slotId: number }) {
  const { words, code } = useSpeech();
  const client = useQueryClient();
  const known = useQuery(organisations).data ?? [];
  const found = useQuery(standIns(eventId, personId, slotId));
  const offer = useMutation({
    mutationFn: (one: StandIn) => makeOffer(eventId, { person_id: personId, slot_id: slotId, key: one.key, minutes: 10 }),
    onSettled: () => client.invalidateQueries({ queryKey: ["offers", eventId] }),
  });
  if (found.error) return <Failure error={found.error} />;
  if (!found.data) return <Loading />;
  if (!found.data.length) return <p className="hint">{words.day.noStandIns}</p>;
  return (
    <>
      <ul className="stand-ins" aria-label={words.day.standIns}>
        {found.data.slice(0, SHOWN).map((one) => (
          <li key={one.key}>
            <span>
              {organisationName(code, known, one.need_organisation_id)} ·{" "}
              {organisationName(code, known, one.technology_organisation_id)}
              <span className="small"> {one.accepted ? words.day.alreadyWanted : words.day.proposed}</span>
            </span>
            <button type="button" disabled={offer.isPending} onClick={() => offer.mutate(one)}>
              {offer.data?.key === one.key ? words.day.offered : words.day.offer}
            </button>
          </li>
        ))}
      </ul>
      {offer.error && <Failure error={offer.error} />}
    </>
  );
}

/** Offers that were made, and what became of them. */
export function Offers({ eventId }: { eventId: number }) {
  const { words, code, clock } = useSpeech();
  const known = useQuery(organisations).data ?? [];
  const found = useQuery(offers(eventId)).data ?? [];
  if (!found.length) return null;
  return (
    <section>
      <h2>{words.day.offers}</h2>
      <ul className="stand-ins">
        {found.map((one) => (
          <li key={one.id}>
            <span>
              {organisationName(code, known, one.need_organisation_id)} ·{" "}
              {organisationName(code, known, one.technology_organisation_id)}
              <span className="small">
                {" "}
                {words.day.offerStates[one.state]}
                {one.state === "open" ? `, ${words.day.offerUntil(clock(one.expires_at))}` : ""}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
