"""The SELECTs behind a letter of the week."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime

from sqlmodel import Session, col, func, or_, select
from sqlmodel.sql.expression import SelectOfScalar

from matchmaker.accounts.account_models import Account, Membership
from matchmaker.catalogue.models import Kind, Posting, ReviewEvent, State
from matchmaker.interest.models import MeetingRequest
from matchmaker.interest.mutual import RequestState
from matchmaker.matching.models import Candidate
from matchmaker.outcomes.feeds.digests.models import DigestWeek, News, NewsStopped
from matchmaker.outcomes.following.cases.progress import Progress
from matchmaker.outcomes.following.cases.stages import Stage
from matchmaker.outcomes.following.models import Case, CaseTask

# So many of a kind are named in a letter; how many there are is said.
MOST_NAMED = 5
Numbers = dict[int, int]


def readers_without(session: Session, monday: date) -> list[int]:
    """Accounts of organisations that have not been looked at in a week."""
    done = select(DigestWeek.account_id).where(DigestWeek.monday == monday)
    query = (
        select(Account.id)
        .join(Membership, col(Membership.account_id) == col(Account.id))
        .where(col(Account.disabled_at).is_(None), col(Account.id).not_in(done))
        .distinct()
    )
    return [row for row in session.exec(query.order_by(col(Account.id))) if row is not None]


def stopped_kinds(session: Session, account_id: int) -> set[News]:
    """What somebody wants no more of."""
    rows = session.exec(select(NewsStopped).where(NewsStopped.account_id == account_id))
    return {row.kind for row in rows}


def organisations_of(session: Session, account_id: int) -> list[int]:
    query = select(Membership.organisation_id).where(Membership.account_id == account_id)
    return list(session.exec(query.order_by(col(Membership.organisation_id))))


def new_candidates(
    session: Session, organisation_ids: Collection[int], since: datetime, threshold: float
) -> tuple[dict[int, list[int]], int]:
    """By posting of these organisations the good ones of the other side that were published since, the best first.

    Beside it how many pairs these are; of the postings only so many are named.
    """
    own = select(Posting.id, Posting.kind).where(
        col(Posting.organisation_id).in_(organisation_ids), Posting.state == State.PUBLISHED
    )
    found: dict[int, list[int]] = defaultdict(list)
    number = 0
    for posting_id, kind in session.exec(own).all():
        others = session.exec(_fresh(posting_id or 0, Kind(kind), since, threshold)).all()
        number += len(others)
        if others:
            found[posting_id or 0] = list(others[:MOST_NAMED])
    return dict(found), number


def _fresh(posting_id: int, kind: Kind, since: datetime, threshold: float) -> SelectOfScalar[int]:
    mine, theirs = (
        (Candidate.need_id, Candidate.technology_id)
        if kind is Kind.NEED
        else (Candidate.technology_id, Candidate.need_id)
    )
    published = select(ReviewEvent.posting_id).where(ReviewEvent.to_state == State.PUBLISHED, ReviewEvent.at >= since)
    fresh = or_(col(theirs).in_(published), col(mine).in_(published))
    shown = select(Posting.id).where(Posting.id == theirs, Posting.state == State.PUBLISHED).exists()
    query = select(theirs).where(mine == posting_id, Candidate.probability >= threshold, fresh, shown)
    return query.order_by(col(Candidate.probability).desc())


def waiting_requests(session: Session, organisation_ids: Collection[int], now: datetime) -> Numbers:
    """By event how many requests wait for an answer of these organisations."""
    asked_need = (col(MeetingRequest.asked_by) == Kind.TECHNOLOGY) & col(MeetingRequest.need_organisation_id).in_(
        organisation_ids
    )
    asked_technology = (col(MeetingRequest.asked_by) == Kind.NEED) & col(MeetingRequest.technology_organisation_id).in_(
        organisation_ids
    )
    query = (
        select(MeetingRequest.event_id, func.count(col(MeetingRequest.id)))
        .where(
            MeetingRequest.state == RequestState.OPEN,
            col(MeetingRequest.expires_at) > now,
            or_(asked_need, asked_technology),
        )
        .group_by(col(MeetingRequest.event_id))
        .order_by(col(MeetingRequest.event_id))
    )
    return dict(session.exec(query).all())


def due_tasks(
    session: Session, organisation_ids: Collection[int], account_id: int, until: date
) -> tuple[list[CaseTask], int]:
    """Tasks of living cases that are due, those of somebody or of the side of these organisations; and how many."""
    need = (col(CaseTask.side) == Kind.NEED) & col(Case.need_organisation_id).in_(organisation_ids)
    technology = (col(CaseTask.side) == Kind.TECHNOLOGY) & col(Case.technology_organisation_id).in_(organisation_ids)
    ours = or_(
        col(Case.need_organisation_id).in_(organisation_ids), col(Case.technology_organisation_id).in_(organisation_ids)
    )
    query = (
        select(CaseTask)
        .join(Case, col(Case.id) == CaseTask.case_id)
        .where(
            col(CaseTask.due) <= until,
            CaseTask.progress != Progress.DONE,
            Case.stage != Stage.CLOSED,
            ours,
            or_(CaseTask.account_id == account_id, col(CaseTask.account_id).is_(None) & or_(need, technology)),
        )
        .order_by(col(CaseTask.due), col(CaseTask.id))
    )
    rows = session.exec(query).all()
    return list(rows[:MOST_NAMED]), len(rows)
