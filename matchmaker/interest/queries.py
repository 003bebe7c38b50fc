"""The SELECTs of interest."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, case, exists, not_, or_
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, select

from matchmaker.catalogue.models import Kind, Posting, State
from matchmaker.catalogue.queries import CHUNK
from matchmaker.events.people_models import Registration, RegistrationState
from matchmaker.interest.models import Answer, AnswerRecord, MeetingRequest, Nudge, PairRule, PairRuleKind
from matchmaker.interest.mutual import RequestState, Value
from matchmaker.matching.models import Candidate


def answers_to(session: Session, event_id: int, need_id: int, technology_id: int) -> dict[Kind, Answer]:
    """The answers of both sides to one pair."""
    query = select(Answer).where(
        Answer.event_id == event_id, Answer.need_id == need_id, Answer.technology_id == technology_id
    )
    return {answer.side: answer for answer in session.exec(query)}


def find_request(session: Session, event_id: int, need_id: int, technology_id: int) -> MeetingRequest | None:
    pair = (MeetingRequest.need_id == need_id, MeetingRequest.technology_id == technology_id)
    return session.exec(select(MeetingRequest).where(MeetingRequest.event_id == event_id, *pair)).first()


def open_requests(session: Session, event_id: int, organisation_id: int, now: datetime, *, sent: bool) -> int:
    """How many requests of an organisation wait: those it sent, or those it received."""
    asked_by = (Kind.NEED, Kind.TECHNOLOGY) if sent else (Kind.TECHNOLOGY, Kind.NEED)
    own = or_(
        and_(
            col(MeetingRequest.asked_by) == asked_by[0],
            col(MeetingRequest.need_organisation_id) == organisation_id,
        ),
        and_(
            col(MeetingRequest.asked_by) == asked_by[1],
            col(MeetingRequest.technology_organisation_id) == organisation_id,
        ),
    )
    query = select(func.count()).select_from(MeetingRequest).where(MeetingRequest.event_id == event_id, own)
    return session.exec(query.where(_waits(now), _can_be_met(event_id))).one()


def list_answers(
    session: Session, event_id: int, organisation_id: int | None, offset: int, limit: int
) -> tuple[list[Answer], int]:
    """A page of answers, the latest first: of one organisation, or all."""
    conditions: list[ColumnElement[bool]] = [col(Answer.event_id) == event_id]
    if organisation_id is not None:
        conditions.append(col(Answer.organisation_id) == organisation_id)
    total = session.exec(select(func.count()).select_from(Answer).where(*conditions)).one()
    order = (col(Answer.at).desc(), col(Answer.id).desc())
    return list(session.exec(select(Answer).where(*conditions).order_by(*order).offset(offset).limit(limit))), total


def list_records(session: Session, event_id: int, offset: int, limit: int) -> tuple[list[AnswerRecord], int]:
    """A page of the history of answers, oldest first."""
    own = AnswerRecord.event_id == event_id
    total = session.exec(select(func.count()).select_from(AnswerRecord).where(own)).one()
    query = select(AnswerRecord).where(own).order_by(col(AnswerRecord.id)).offset(offset).limit(limit)
    return list(session.exec(query)), total


def list_requests(
    session: Session, event_id: int, organisation_id: int | None, offset: int, limit: int
) -> tuple[list[tuple[MeetingRequest, Value | None]], int]:
    """A page of requests with what their asker said; without those that the organisation vetoed."""
    asker, own = aliased(Answer), aliased(Answer)
    conditions: list[ColumnElement[bool]] = [
        col(MeetingRequest.event_id) == event_id,
        col(MeetingRequest.state) != RequestState.WITHDRAWN,
    ]
    if organisation_id is not None:
        conditions += [_of_organisation(organisation_id), _both_come(event_id)]
        conditions.append(not_(exists().where(_about_request(own), *_vetoed_by(own, organisation_id))))
    total = session.exec(select(func.count()).select_from(MeetingRequest).where(*conditions)).one()
    query = (
        select(MeetingRequest, asker.value)
        .join(asker, and_(_about_request(asker), col(asker.side) == col(MeetingRequest.asked_by)), isouter=True)
        .where(*conditions)
        .order_by(col(MeetingRequest.opened_at).desc(), col(MeetingRequest.id).desc())
        .offset(offset)
        .limit(limit)
    )
    return [(row[0], Value(row[1]) if row[1] else None) for row in session.exec(query)], total


def list_candidates(
    session: Session, event_id: int, organisation_id: int, posting_id: int | None, offset: int, limit: int
) -> tuple[list[Any], int]:
    """A page of the pairs that an organisation may answer to, the most probable first.

    Rows of (candidate, other posting, own answer, request, what the request's asker said, rank of a need in the
    technology's list). Both organisations are registered; what the organisation itself vetoed or an organiser forbids
    is left out, what the other side vetoed is not: that would tell it.
    """
    need, technology = aliased(Posting), aliased(Posting)
    own, asker = aliased(Answer), aliased(Answer)
    ours_is_need = col(need.organisation_id) == organisation_id
    other_organisation = case((ours_is_need, col(technology.organisation_id)), else_=col(need.organisation_id))
    conditions = [
        col(need.state) == State.PUBLISHED,
        col(technology.state) == State.PUBLISHED,
        col(need.organisation_id) != col(technology.organisation_id),
        or_(ours_is_need, col(technology.organisation_id) == organisation_id),
        other_organisation.in_(_registered(event_id)),
        or_(col(own.value).is_(None), col(own.value) != Value.VETO),
        *(other_organisation.not_in(kept_apart) for kept_apart in _forbidden_to(event_id, organisation_id)),
    ]
    # Says nothing new, but by it a database finds the few rows instead of reading all candidates.
    asked: Any = select(Posting.id).where(Posting.organisation_id == organisation_id)
    if posting_id is not None:
        asked = [posting_id]
        conditions.append(case((ours_is_need, col(need.id)), else_=col(technology.id)) == posting_id)
    conditions.append(or_(col(Candidate.need_id).in_(asked), col(Candidate.technology_id).in_(asked)))
    base: Any = (
        select(Candidate)
        .join(need, col(need.id) == col(Candidate.need_id))
        .join(technology, col(technology.id) == col(Candidate.technology_id))
        .join(own, and_(_about_candidate(own, event_id), col(own.organisation_id) == organisation_id), isouter=True)
        .where(*conditions)
    )
    total: int = session.execute(base.with_only_columns(func.count())).scalar_one()
    query = (
        base.join(
            MeetingRequest,
            and_(
                col(MeetingRequest.event_id) == event_id,
                col(MeetingRequest.need_id) == col(Candidate.need_id),
                col(MeetingRequest.technology_id) == col(Candidate.technology_id),
                col(MeetingRequest.state) != RequestState.WITHDRAWN,
            ),
            isouter=True,
        )
        .join(asker, and_(_about_request(asker), col(asker.side) == col(MeetingRequest.asked_by)), isouter=True)
        .with_only_columns(
            Candidate,
            case((ours_is_need, col(technology.id)), else_=col(need.id)),
            own,
            MeetingRequest,
            asker.value,
            _rank_for_technology(),
        )
        .order_by(col(Candidate.probability).desc(), col(Candidate.need_id), col(Candidate.technology_id))
        .offset(offset)
        .limit(limit)
    )
    return list(session.execute(query)), total


def shown_of(session: Session, need_id: int, technology_id: int, side: Kind) -> tuple[Candidate, int] | None:
    """What the ranking says of a pair now, and its place in the list of the side's posting."""
    query = select(Candidate, _rank_for_technology()).where(
        Candidate.need_id == need_id, Candidate.technology_id == technology_id
    )
    found = session.exec(query).first()
    return None if found is None else (found[0], found[0].rank if side is Kind.NEED else found[1])


def to_nudge(session: Session, event_id: int, now: datetime) -> list[MeetingRequest]:
    """Open requests whose asker must meet, without any answer, of which nobody was reminded since they opened."""
    asker, other = aliased(Answer), aliased(Answer)
    query = (
        select(MeetingRequest)
        .join(asker, and_(_about_request(asker), col(asker.side) == col(MeetingRequest.asked_by)))
        .join(other, and_(_about_request(other), col(other.side) != col(MeetingRequest.asked_by)), isouter=True)
        .join(Nudge, col(Nudge.request_id) == col(MeetingRequest.id), isouter=True)
        .where(
            MeetingRequest.event_id == event_id,
            _waits(now),
            asker.value == Value.MUST_MEET,
            col(other.id).is_(None),
            or_(col(Nudge.id).is_(None), col(Nudge.at) < col(MeetingRequest.opened_at)),
            _can_be_met(event_id),
        )
        .order_by(col(MeetingRequest.opened_at), col(MeetingRequest.id))
    )
    return list(session.exec(query))


def nudges_of(session: Session, requests: list[MeetingRequest]) -> dict[int, Nudge]:
    """The reminders that were sent of these requests, by the request's id."""
    found: dict[int, Nudge] = {}
    for start in range(0, len(requests), CHUNK):
        ids = [request.id for request in requests[start : start + CHUNK]]
        rows = session.exec(select(Nudge).where(col(Nudge.request_id).in_(ids)))
        found |= {row.request_id: row for row in rows}
    return found


def due_requests(session: Session, now: datetime, event_id: int | None) -> list[MeetingRequest]:
    """Open requests whose time is over."""
    query = select(MeetingRequest).where(
        MeetingRequest.state == RequestState.OPEN, col(MeetingRequest.expires_at) <= now
    )
    return list(session.exec(query if event_id is None else query.where(MeetingRequest.event_id == event_id)))


def lock_registrations(session: Session, event_id: int, organisation_ids: list[int]) -> list[Registration]:
    """Living registrations, locked in one order; whoever answers to the same organisations waits."""
    query = (
        select(Registration)
        .where(
            Registration.event_id == event_id,
            col(Registration.organisation_id).in_(organisation_ids),
            Registration.state == RegistrationState.REGISTERED,
        )
        .order_by(col(Registration.id))
        .with_for_update()
    )
    return list(session.exec(query))


def _waits(now: datetime) -> ColumnElement[bool]:
    return and_(col(MeetingRequest.state) == RequestState.OPEN, col(MeetingRequest.expires_at) > now)


def _both_come(event_id: int) -> ColumnElement[bool]:
    return and_(
        col(MeetingRequest.need_organisation_id).in_(_registered(event_id)),
        col(MeetingRequest.technology_organisation_id).in_(_registered(event_id)),
    )


def _can_be_met(event_id: int) -> ColumnElement[bool]:
    """Both sides come, nobody keeps them apart, and both postings are still there."""
    organisations = (col(MeetingRequest.need_organisation_id), col(MeetingRequest.technology_organisation_id))
    forbidden = exists().where(
        col(PairRule.event_id) == event_id,
        col(PairRule.rule) == PairRuleKind.FORBID,
        col(PairRule.first_id).in_(organisations),
        col(PairRule.second_id).in_(organisations),
    )
    return and_(
        _both_come(event_id),
        _is_published(col(MeetingRequest.need_id)),
        _is_published(col(MeetingRequest.technology_id)),
        not_(forbidden),
    )


def _is_published(posting_id: Any) -> ColumnElement[bool]:
    """Looked up for each request: a list of all that are published takes long in a large catalogue."""
    return exists().where(col(Posting.id) == posting_id, col(Posting.state) == State.PUBLISHED)


def _of_organisation(organisation_id: int) -> ColumnElement[bool]:
    return or_(
        col(MeetingRequest.need_organisation_id) == organisation_id,
        col(MeetingRequest.technology_organisation_id) == organisation_id,
    )


def _about_request(answer: type[Answer]) -> ColumnElement[bool]:
    return and_(
        col(answer.event_id) == col(MeetingRequest.event_id),
        col(answer.need_id) == col(MeetingRequest.need_id),
        col(answer.technology_id) == col(MeetingRequest.technology_id),
    )


def _about_candidate(answer: type[Answer], event_id: int) -> ColumnElement[bool]:
    return and_(
        col(answer.event_id) == event_id,
        col(answer.need_id) == col(Candidate.need_id),
        col(answer.technology_id) == col(Candidate.technology_id),
    )


def _vetoed_by(answer: type[Answer], organisation_id: int) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return col(answer.organisation_id) == organisation_id, col(answer.value) == Value.VETO


def _registered(event_id: int) -> Any:
    return select(Registration.organisation_id).where(
        Registration.event_id == event_id, Registration.state == RegistrationState.REGISTERED
    )


def _forbidden_to(event_id: int, organisation_id: int) -> tuple[Any, Any]:
    """The organisations that organisers keep apart from this one, in two selections."""
    forbidden = (PairRule.event_id == event_id, PairRule.rule == PairRuleKind.FORBID)
    return (
        select(PairRule.second_id).where(*forbidden, PairRule.first_id == organisation_id),
        select(PairRule.first_id).where(*forbidden, PairRule.second_id == organisation_id),
    )


def _rank_for_technology() -> Any:
    """The place of a pair in the list of its technology: what needs think of it, the most probable first."""
    better = aliased(Candidate)
    return (
        select(func.count() + 1)
        .select_from(better)
        .where(
            better.technology_id == Candidate.technology_id,
            or_(
                col(better.probability) > col(Candidate.probability),
                and_(col(better.probability) == col(Candidate.probability), col(better.need_id) < Candidate.need_id),
            ),
        )
        .correlate(Candidate)
        .scalar_subquery()
    )
