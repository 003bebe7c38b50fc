"""The SELECTs from which the pairs to be placed are made."""

from typing import NamedTuple

from sqlalchemy import and_
from sqlalchemy import select as select_many
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from matchmaker.catalogue.models import Posting, State
from matchmaker.interest.models import Answer, MeetingRequest, PairRule
from matchmaker.interest.mutual import RequestState, Value
from matchmaker.matching.models import Candidate


class Accepted(NamedTuple):
    """An accepted request with the probability of its pair."""

    need_organisation_id: int
    technology_organisation_id: int
    need_id: int
    technology_id: int
    priority: int
    probability: float | None


def accepted_requests(session: Session, event_id: int) -> list[Accepted]:
    """Accepted requests that can still be met."""
    need, technology = aliased(Posting), aliased(Posting)
    query = (
        select_many(
            col(MeetingRequest.need_organisation_id),
            col(MeetingRequest.technology_organisation_id),
            col(MeetingRequest.need_id),
            col(MeetingRequest.technology_id),
            col(MeetingRequest.priority),
            col(Candidate.probability),
        )
        .join(need, col(need.id) == col(MeetingRequest.need_id))
        .join(technology, col(technology.id) == col(MeetingRequest.technology_id))
        .join(
            Candidate,
            and_(
                col(Candidate.need_id) == col(MeetingRequest.need_id),
                col(Candidate.technology_id) == col(MeetingRequest.technology_id),
            ),
            isouter=True,
        )
        .where(
            col(MeetingRequest.event_id) == event_id,
            col(MeetingRequest.state) == RequestState.ACCEPTED,
            col(MeetingRequest.priority).is_not(None),
            col(need.state) == State.PUBLISHED,
            col(technology.state) == State.PUBLISHED,
        )
        .order_by(col(MeetingRequest.id))
    )
    return [Accepted(*row) for row in session.execute(query)]


def vetoed_pairs(session: Session, event_id: int) -> set[tuple[int, int]]:
    """(need, technology) of all vetoes."""
    query = select(Answer.need_id, Answer.technology_id).where(Answer.event_id == event_id, Answer.value == Value.VETO)
    return {(row[0], row[1]) for row in session.exec(query)}


def rules_of(session: Session, event_id: int) -> list[PairRule]:
    query = select(PairRule).where(PairRule.event_id == event_id)
    return list(session.exec(query.order_by(col(PairRule.first_id), col(PairRule.second_id))))


def find_rule(session: Session, event_id: int, first_id: int, second_id: int) -> PairRule | None:
    query = select(PairRule).where(
        PairRule.event_id == event_id, PairRule.first_id == first_id, PairRule.second_id == second_id
    )
    return session.exec(query).first()
