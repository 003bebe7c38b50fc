"""Answers, and the requests that come of them.

A veto is never told to the other side. So everything the other side can see of a pair — its request, the limits, the
errors — is made from answers in which a veto counts as no answer at all.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from matchmaker.accounts.acting import Actor
from matchmaker.catalogue import queries as catalogue
from matchmaker.catalogue.models import Kind, Posting, State
from matchmaker.events.models import Event
from matchmaker.events.phases import Doing
from matchmaker.events.service import event_for
from matchmaker.interest import pair_queries, queries
from matchmaker.interest.models import Answer, AnswerRecord, AnswerSent, MeetingRequest, PairRuleKind
from matchmaker.interest.mutual import POSITIVE, Outcome, RequestState, Value, settle
from matchmaker.kit import clock
from matchmaker.kit.errors import ConflictError, ForbiddenError, InvalidError, NotFoundError


@dataclass(frozen=True)
class Pair:
    """A need and a technology at an event, seen from the side that answers."""

    event: Event
    need: Posting
    technology: Posting
    side: Kind

    @property
    def event_id(self) -> int:
        return self.event.id or 0

    @property
    def ids(self) -> tuple[int, int]:
        return self.need.id or 0, self.technology.id or 0

    def posting(self, side: Kind) -> Posting:
        return self.need if side is Kind.NEED else self.technology

    @property
    def own(self) -> int:
        """The organisation that answers."""
        return self.posting(self.side).organisation_id

    @property
    def other(self) -> int:
        return self.posting(self.side.other).organisation_id


def record_answer(
    session: Session, event_id: int, need_id: int, technology_id: int, sent: AnswerSent, actor: Actor
) -> Answer:
    """Save what one side says of a pair, and what that makes of its request.

    Raises ConflictError when the phase, the deadline, a limit of open requests or somebody else's answer is in the
    way.
    """
    _check_reason(sent)
    pair = _pair_for(session, event_id, need_id, technology_id, sent.side, actor)
    known = queries.answers_to(session, event_id, need_id, technology_id)
    answer = known.get(pair.side)
    if sent.version is not None and sent.version != (answer.version if answer else 0):
        raise ConflictError("version_stale", current=answer.version if answer else 0)
    values: dict[Kind, Value | None] = {side: row.value for side, row in known.items()}
    _settle(session, pair, values | {pair.side: sent.value})
    if answer is not None and (answer.value, answer.reason) == (sent.value, sent.reason):
        return answer
    if answer is None:
        answer = Answer(
            event_id=event_id,
            need_id=need_id,
            technology_id=technology_id,
            side=pair.side,
            organisation_id=pair.own,
            value=sent.value,
            actor=actor.name,
        )
    else:
        answer.version += 1
    answer.value, answer.reason, answer.actor, answer.at = sent.value, sent.reason, actor.name, clock.now()
    session.add(answer)
    _write_down(session, pair, actor, answer)
    session.flush()
    return answer


def take_back_answer(
    session: Session, event_id: int, need_id: int, technology_id: int, side: Kind | None, actor: Actor
) -> None:
    """Forget what one side said of a pair. Raises NotFoundError where it said nothing."""
    pair = _pair_for(session, event_id, need_id, technology_id, side, actor)
    known = queries.answers_to(session, event_id, need_id, technology_id)
    answer = known.get(pair.side)
    if answer is None:
        raise NotFoundError("answer_not_found", need_id=need_id, technology_id=technology_id)
    _settle(session, pair, {kind: None if kind is pair.side else row.value for kind, row in known.items()})
    session.delete(answer)
    _write_down(session, pair, actor, None)
    session.flush()


def expire_requests(session: Session, event_id: int | None = None, now: datetime | None = None) -> int:
    """Close open requests whose time is over; returns how many. Safe to run at any time, also twice."""
    due = queries.due_requests(session, now or clock.now(), event_id)
    for request in due:
        request.state = RequestState.EXPIRED
        session.add(request)
    session.flush()
    return len(due)


def effective_state(request: MeetingRequest, now: datetime) -> RequestState:
    """The state of a request now, also when nobody has written down yet that it expired."""
    if request.state is RequestState.OPEN and request.expires_at <= now:
        return RequestState.EXPIRED
    return request.state


def _pair_for(
    session: Session, event_id: int, need_id: int, technology_id: int, side: Kind | None, actor: Actor
) -> Pair:
    """The pair, with both registrations locked, for an answer of this actor."""
    event = event_for(session, event_id, actor, Doing.ANSWER)
    found = catalogue.postings_by_id(session, [need_id, technology_id])
    need, technology = found.get(need_id), found.get(technology_id)
    for posting_id, posting, kind in ((need_id, need, Kind.NEED), (technology_id, technology, Kind.TECHNOLOGY)):
        if posting is None or posting.kind is not kind or posting.state is not State.PUBLISHED:
            raise NotFoundError("posting_not_found", id=posting_id)
    assert need is not None
    assert technology is not None
    pair = Pair(event, need, technology, _side(need, technology, side, actor))
    _check_participants(session, pair)
    return pair


def _side(need: Posting, technology: Posting, side: Kind | None, actor: Actor) -> Kind:
    """The side for which the actor speaks."""
    if need.organisation_id == technology.organisation_id:
        raise InvalidError("pair_of_one_organisation", organisation_id=need.organisation_id)
    if actor.organiser:
        if side is None:
            raise InvalidError("side_missing", field="side")
        return side
    for own in (need, technology):
        if own.organisation_id == actor.organisation_id:
            if side is not None and side is not own.kind:
                raise ForbiddenError("not_your_side", side=side)
            return own.kind
    raise ForbiddenError("not_your_organisation", organisation_id=need.organisation_id)


def _check_participants(session: Session, pair: Pair) -> None:
    """Both take part and nobody keeps them apart. Their registrations stay locked: limits are counted under them."""
    locked = queries.lock_registrations(session, pair.event_id, [pair.own, pair.other])
    there = {registration.organisation_id for registration in locked}
    if pair.own not in there:
        raise ForbiddenError("participants_only", event_id=pair.event_id)
    first, second = sorted((pair.own, pair.other))
    rule = pair_queries.find_rule(session, pair.event_id, first, second)
    if pair.other not in there or (rule is not None and rule.rule is PairRuleKind.FORBID):
        need_id, technology_id = pair.ids
        raise NotFoundError("candidate_not_found", need_id=need_id, technology_id=technology_id)


def _check_reason(sent: AnswerSent) -> None:
    if sent.value in POSITIVE and sent.reason is not None:
        raise InvalidError("reason_not_needed", field="reason")
    if sent.value not in POSITIVE and sent.reason is None:
        raise InvalidError("reason_missing", field="reason")


def _settle(session: Session, pair: Pair, values: dict[Kind, Value | None]) -> None:
    """Bring the pair's request to what the answers make."""
    now = clock.now()
    need_id, technology_id = pair.ids
    outcome = settle(values.get(Kind.NEED), values.get(Kind.TECHNOLOGY))
    request = queries.find_request(session, pair.event_id, need_id, technology_id)
    state = None if request is None else effective_state(request, now)
    if outcome.state is None:
        if request is not None:
            request.state, request.priority, request.settled_at = RequestState.WITHDRAWN, None, now
            session.add(request)
        return
    asked_by = pair.side if outcome.asked_by is None else Kind(outcome.asked_by)
    if request is not None and _stays(request, state, outcome, asked_by, pair.side):
        return
    if outcome.state is RequestState.OPEN and asked_by is pair.side:
        _check_limits(session, pair, now)
    _write_request(session, pair, request, outcome, asked_by, now)


def _stays(
    request: MeetingRequest, state: RequestState | None, outcome: Outcome, asked_by: Kind, answering: Kind
) -> bool:
    """Whether the request is what it should be already.

    One that expired stays so while the side that was asked says nothing, or vetoes; its sender may ask again.
    """
    if state is RequestState.ACCEPTED:
        return outcome.state is state and request.priority == outcome.priority
    if request.asked_by is not asked_by:
        return False
    if outcome.state is RequestState.OPEN:
        return state is RequestState.OPEN or (state is RequestState.EXPIRED and asked_by is not answering)
    return state is outcome.state


def _check_limits(session: Session, pair: Pair, now: datetime) -> None:
    """Neither may the sender ask for too many at once, nor the receiver be asked by too many."""
    limit = pair.event.open_requests_limit
    if queries.open_requests(session, pair.event_id, pair.own, now, sent=True) >= limit:
        raise ConflictError("too_many_requests_sent", limit=limit)
    if queries.open_requests(session, pair.event_id, pair.other, now, sent=False) >= limit:
        raise ConflictError("too_many_requests_received", limit=limit)


def _write_request(
    session: Session, pair: Pair, request: MeetingRequest | None, outcome: Outcome, asked_by: Kind, now: datetime
) -> None:
    assert outcome.state is not None
    need_id, technology_id = pair.ids
    expires_at = now + timedelta(hours=pair.event.request_hours)
    if pair.event.answers_until > now:
        expires_at = min(expires_at, pair.event.answers_until)
    if request is None:
        request = MeetingRequest(
            event_id=pair.event_id,
            need_id=need_id,
            technology_id=technology_id,
            need_organisation_id=pair.need.organisation_id,
            technology_organisation_id=pair.technology.organisation_id,
            state=outcome.state,
            asked_by=asked_by,
            opened_at=now,
            expires_at=expires_at,
        )
    elif outcome.state is RequestState.OPEN:
        request.asked_by, request.opened_at, request.expires_at = asked_by, now, expires_at
    elif outcome.asked_by is not None:
        request.asked_by = asked_by
    request.state, request.priority = outcome.state, outcome.priority
    request.settled_at = None if outcome.state is RequestState.OPEN else now
    session.add(request)
    session.flush()


def _write_down(session: Session, pair: Pair, actor: Actor, answer: Answer | None) -> None:
    """Keep the answer as evidence, with what the ranking says of the pair."""
    need_id, technology_id = pair.ids
    shown = queries.shown_of(session, need_id, technology_id, pair.side)
    candidate, rank = shown or (None, None)
    record = AnswerRecord(
        event_id=pair.event_id,
        need_id=need_id,
        technology_id=technology_id,
        side=pair.side,
        organisation_id=pair.own,
        value=answer.value if answer else None,
        reason=answer.reason if answer else None,
        rank=rank,
        probability=candidate.probability if candidate else None,
        weights=candidate.weights if candidate else None,
        ranked_at=candidate.ranked_at if candidate else None,
        actor=actor.name,
    )
    session.add(record)
