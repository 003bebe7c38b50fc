"""Stand-ins for whoever is left waiting, and offers that both sides accept before anything is placed."""

from dataclasses import replace
from datetime import timedelta

from sqlmodel import Session

from matchmaker.accounts.acting import ORGANISER, Actor
from matchmaker.agenda import queries
from matchmaker.agenda.adjusting.repair import StandIn, stand_ins
from matchmaker.agenda.changes import Seat
from matchmaker.agenda.draft_rules import seat_of
from matchmaker.agenda.from_event import key_of, problem_of
from matchmaker.agenda.live import Live, publish_live, read_live
from matchmaker.agenda.live_models import AgendaOffer, OfferPublic, OfferSent, OfferState, SaysSent, StandInPublic
from matchmaker.agenda.models import PlacementSent, SeatPublic
from matchmaker.events.people_models import PersonRole
from matchmaker.interest.models import PairRuleKind, PairRuleSent
from matchmaker.interest.mutual import WORTH, worth
from matchmaker.interest.pairs import AcceptedPair, set_rule
from matchmaker.interest.showing import reader
from matchmaker.kit import clock
from matchmaker.kit.errors import ConflictError, InvalidError, NotFoundError

LEAST = max(WORTH)


def list_stand_ins(session: Session, event_id: int, person_id: int, slot_id: int, actor: Actor) -> list[StandInPublic]:
    """Meetings that somebody could have in a slot, the best first (organisers).

    Accepted ones that have no place, and pairs that the ranking proposes and nobody declined.
    """
    live = read_live(session, event_id, actor)
    return [_shown(found, meeting, pair) for found, meeting, pair in _found(session, live, person_id, slot_id)]


def make_offer(session: Session, event_id: int, sent: OfferSent, actor: Actor) -> AgendaOffer:
    """Offer both sides a stand-in (organisers). Raises ConflictError ``not_a_stand_in`` if it cannot be."""
    live = read_live(session, event_id, actor)
    meeting = _stand_in(session, live, sent.person_id, sent.slot_id, sent.key)
    if meeting is None:
        raise ConflictError("not_a_stand_in", key=sent.key)
    ends_at = live.desk.planning.slots[live.desk.slot(sent.slot_id)].ends_at
    offer = AgendaOffer(
        event_id=event_id,
        key=sent.key,
        need_organisation_id=meeting.need_organisation_id,
        technology_organisation_id=meeting.technology_organisation_id,
        slot_id=sent.slot_id,
        meeting=meeting.model_dump(mode="json"),
        actor=actor.name,
        expires_at=min(clock.now() + timedelta(minutes=sent.minutes), ends_at),
    )
    session.add(offer)
    session.flush()
    return offer


def answer_offer(session: Session, event_id: int, offer_id: int, sent: SaysSent, actor: Actor) -> AgendaOffer:
    """One side says yes or no; the second yes places the meeting and publishes it, and nobody else moves.

    Raises ConflictError ``offer_closed``, ``offer_expired`` or ``offer_overtaken``; NotFoundError for others' offers.
    """
    # Locked: of two sides that answer at once the second must see what the first said.
    offer = session.get(AgendaOffer, offer_id, with_for_update=True)
    if offer is None or offer.event_id != event_id:
        raise NotFoundError("offer_not_found", id=offer_id)
    side = _side(offer, sent, actor)
    if offer.state is not OfferState.OPEN:
        raise ConflictError("offer_closed", state=offer.state)
    if offer.expires_at <= clock.now():
        raise ConflictError("offer_expired", expires_at=offer.expires_at.isoformat())
    if side == "need":
        offer.need_says = sent.yes
    else:
        offer.technology_says = sent.yes
    if not sent.yes:
        offer.state = OfferState.DECLINED
    else:
        _accept(session, offer, actor)
    session.add(offer)
    session.flush()
    return offer


def list_offers(session: Session, event_id: int, actor: Actor, organisation_id: int | None) -> list[OfferPublic]:
    """One's own offers, the latest first; for organisers all."""
    return [
        show_offer(session, offer) for offer in queries.offers_of(session, event_id, reader(actor, organisation_id))
    ]


def show_offer(session: Session, offer: AgendaOffer) -> OfferPublic:
    """An offer with what has become of it by now."""
    meeting = PlacementSent.model_validate(offer.meeting)
    return OfferPublic(
        id=offer.id or 0,
        need_id=meeting.need_id,
        technology_id=meeting.technology_id,
        seat=SeatPublic(**vars(seat_of(meeting))),
        state=_state(session, offer, seat_of(meeting)),
        **offer.model_dump(
            include={
                "key",
                "need_organisation_id",
                "technology_organisation_id",
                "need_says",
                "technology_says",
                "expires_at",
            }
        ),
    )


def _state(session: Session, offer: AgendaOffer, seat: Seat) -> OfferState:
    if offer.state is not OfferState.OPEN:
        return offer.state
    if offer.expires_at <= clock.now():
        return OfferState.EXPIRED
    seats = queries.seats_of(session, queries.last_published(session, offer.event_id))
    both = {seat.need_person_id, seat.technology_person_id}
    busy = any(other.slot_id == seat.slot_id and both & other.people for other in seats.values())
    return OfferState.OVERTAKEN if busy or offer.key in seats else OfferState.OPEN


def _side(offer: AgendaOffer, sent: SaysSent, actor: Actor) -> str:
    if actor.organiser:
        if sent.side is None:
            raise InvalidError("side_missing", field="side")
        return sent.side
    sides = {offer.need_organisation_id: "need", offer.technology_organisation_id: "technology"}
    side = sides.get(actor.organisation_id or 0)
    if side is None:
        raise NotFoundError("offer_not_found", id=offer.id)
    if sent.side not in (None, side):
        raise InvalidError("side_of_others", field="side")
    return side


def _accept(session: Session, offer: AgendaOffer, actor: Actor) -> None:
    """Make sure that the meeting can still be, and place it when both have said yes."""
    live = read_live(session, offer.event_id, ORGANISER)
    offered = PlacementSent.model_validate(offer.meeting)
    meeting = _stand_in(session, live, offered.need_person_id, offer.slot_id, offer.key)
    if meeting is None:
        raise ConflictError("offer_overtaken", id=offer.id)
    if not (offer.need_says and offer.technology_says):
        return
    if offer.key not in {key_of(pair) for pair in live.desk.interest.pairs}:
        # Both sides want it now: for all that follows it is a pair like any that the organisers added.
        rule = PairRuleSent(rule=PairRuleKind.ADD, need_id=meeting.need_id, technology_id=meeting.technology_id)
        pair = (meeting.need_organisation_id, meeting.technology_organisation_id)
        set_rule(session, offer.event_id, *pair, rule, ORGANISER)
    publish_live(session, live, {**live.meetings, offer.key: meeting}, {"offer": offer.id}, actor)
    offer.state, offer.meeting = OfferState.PLACED, meeting.model_dump(mode="json")


def _stand_in(session: Session, live: Live, person_id: int, slot_id: int, key: str) -> PlacementSent | None:
    found = (meeting for _, meeting, _ in _found(session, live, person_id, slot_id) if meeting.key == key)
    return next(found, None)


def _found(
    session: Session, live: Live, person_id: int, slot_id: int
) -> list[tuple[StandIn, PlacementSent, AcceptedPair]]:
    """Stand-ins with the meetings they would be; none in a slot that is over."""
    desk = live.desk
    person, slot = desk.planning.people.get(person_id), desk.slot(slot_id)
    if person is None or person.role is not PersonRole.DELEGATE or person.organisation_id is None:
        raise InvalidError("person_unknown", person_id=person_id)
    if slot < live.first:
        return []
    proposed = _proposed(session, live, person.organisation_id)
    fresh = problem_of(desk.planning, replace(desk.interest, pairs=tuple(proposed)))
    pairs = {key_of(pair): pair for pair in (*proposed, *desk.interest.pairs)}
    plan = desk.plan(live.meetings)
    found = stand_ins(desk.problem, plan, f"p{person_id}", slot, fresh.requests)
    return [(one, _meeting(live, one, pairs[one.request.id]), pairs[one.request.id]) for one in found]


def _proposed(session: Session, live: Live, organisation_id: int) -> list[AcceptedPair]:
    """The best candidate with each other organisation that comes, of those that neither side declined or vetoed."""
    planning, interest = live.desk.planning, live.desk.interest
    declined = queries.declined_pairs(session, planning.event_id) | interest.vetoed
    known = {pair.organisations for pair in interest.pairs} | interest.forbidden
    found: dict[tuple[int, int], AcceptedPair] = {}
    for candidate, need_owner, technology_owner in queries.candidates_of(session, organisation_id):
        pair = AcceptedPair(
            need_organisation_id=need_owner,
            technology_organisation_id=technology_owner,
            need_id=candidate.need_id,
            technology_id=candidate.technology_id,
            priority=LEAST,
            value=worth(LEAST, candidate.probability) - WORTH[LEAST],
            must=False,
        )
        coming = {need_owner, technology_owner} <= set(planning.organisations) and need_owner != technology_owner
        if coming and (candidate.need_id, candidate.technology_id) not in declined and pair.organisations not in known:
            found.setdefault(pair.organisations, pair)
    return list(found.values())


def _meeting(live: Live, found: StandIn, pair: AcceptedPair) -> PlacementSent:
    base = PlacementSent(
        key=found.request.id,
        need_id=pair.need_id,
        technology_id=pair.technology_id,
        need_organisation_id=pair.need_organisation_id,
        technology_organisation_id=pair.technology_organisation_id,
        need_person_id=1,
        technology_person_id=1,
        slot_id=1,
        table_id=1,
        expert_id=pair.expert_id,
    )
    return live.desk.seated(base, found.seating)


def _shown(found: StandIn, meeting: PlacementSent, pair: AcceptedPair) -> StandInPublic:
    return StandInPublic(
        key=found.request.id,
        need_id=pair.need_id,
        technology_id=pair.technology_id,
        need_organisation_id=pair.need_organisation_id,
        technology_organisation_id=pair.technology_organisation_id,
        value=pair.value,
        must=pair.must,
        accepted=pair.value >= WORTH[LEAST],
        seat=SeatPublic(**vars(seat_of(meeting))),
    )
