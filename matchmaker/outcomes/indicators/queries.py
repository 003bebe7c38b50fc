"""The SELECTs from which facts are made: each table once, and only the columns that count."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select as select_many
from sqlmodel import Session, col, func, select

from matchmaker.accounts.models import Organisation
from matchmaker.agenda.models import AgendaVersion, Placement, PlacementState, VersionState
from matchmaker.catalogue.models import Posting, ReviewEvent, State
from matchmaker.events.models import Event, Slot
from matchmaker.events.people_models import Registration, RegistrationState
from matchmaker.interest.models import Answer, MeetingRequest
from matchmaker.interest.mutual import RequestState
from matchmaker.matching.models import Candidate
from matchmaker.outcomes.following.models import Case, CaseStep, CaseValue, Feedback
from matchmaker.outcomes.taken_over import NationalRecord

Rows = Sequence[Any]


def organisations(session: Session) -> Rows:
    return session.execute(select_many(col(Organisation.id), col(Organisation.kind), col(Organisation.region))).all()


def events(session: Session) -> Rows:
    return session.execute(
        select_many(col(Event.id), col(Event.name_vi), col(Event.name_en), col(Event.zone), col(Event.last_day))
    ).all()


def registrations(session: Session) -> Rows:
    """Those that were not withdrawn."""
    query = select_many(col(Registration.event_id), col(Registration.organisation_id), col(Registration.created_at))
    return session.execute(query.where(col(Registration.state) == RegistrationState.REGISTERED)).all()


def published_postings(session: Session) -> Rows:
    """Every posting that was ever published, with the moment at which it was so first."""
    first: Any = func.min(ReviewEvent.at)
    when = (
        select(ReviewEvent.posting_id, first.label("at"))
        .where(ReviewEvent.to_state == State.PUBLISHED)
        .group_by(col(ReviewEvent.posting_id))
        .subquery()
    )
    query = select_many(
        col(Posting.id),
        col(Posting.kind),
        col(Posting.state),
        col(Posting.organisation_id),
        col(Posting.sectors),
        when.c.at,
    ).join(when, when.c.posting_id == col(Posting.id))
    return session.execute(query.order_by(col(Posting.id))).all()


def candidates(session: Session) -> Rows:
    return session.execute(
        select_many(col(Candidate.need_id), col(Candidate.technology_id), col(Candidate.probability))
    ).all()


def answers(session: Session) -> Rows:
    query = select_many(
        col(Answer.event_id),
        col(Answer.organisation_id),
        col(Answer.need_id),
        col(Answer.technology_id),
        col(Answer.value),
        col(Answer.at),
    )
    return session.execute(query).all()


def requests(session: Session) -> Rows:
    """Those that were not withdrawn."""
    query = select_many(
        col(MeetingRequest.event_id),
        col(MeetingRequest.need_organisation_id),
        col(MeetingRequest.technology_organisation_id),
        col(MeetingRequest.need_id),
        col(MeetingRequest.technology_id),
        col(MeetingRequest.state),
        col(MeetingRequest.opened_at),
    ).where(col(MeetingRequest.state) != RequestState.WITHDRAWN)
    return session.execute(query).all()


def meetings(session: Session) -> Rows:
    """The meetings of the version that each event published last, without cancelled ones, in order of time."""
    last = (
        select(AgendaVersion.event_id, func.max(AgendaVersion.number).label("number"))
        .where(AgendaVersion.state == VersionState.PUBLISHED)
        .group_by(col(AgendaVersion.event_id))
        .subquery()
    )
    query = (
        select_many(
            col(AgendaVersion.event_id),
            col(Placement.key),
            col(Placement.need_organisation_id),
            col(Placement.technology_organisation_id),
            col(Placement.need_id),
            col(Placement.technology_id),
            col(Placement.need_person_id),
            col(Placement.technology_person_id),
            col(Placement.state),
            col(Placement.slot_id),
        )
        .join(AgendaVersion, col(AgendaVersion.id) == col(Placement.version_id))
        .join(last, (last.c.event_id == col(AgendaVersion.event_id)) & (last.c.number == col(AgendaVersion.number)))
        .where(col(Placement.state) != PlacementState.CANCELLED)
        .order_by(col(AgendaVersion.event_id), col(Placement.slot_id), col(Placement.key))
    )
    return session.execute(query).all()


def taken_over(session: Session) -> Rows:
    """The names of all records that the national database has, each with its day."""
    query = select_many(col(NationalRecord.name), col(NationalRecord.taken_over_on))
    return session.execute(query.order_by(col(NationalRecord.name))).all()


def slots(session: Session) -> Rows:
    """All slots in order of time."""
    query = select_many(col(Slot.id), col(Slot.event_id), col(Slot.day), col(Slot.starts_at)).order_by(
        col(Slot.event_id), col(Slot.starts_at)
    )
    return session.execute(query).all()


def interested(session: Session) -> Rows:
    """(event, meeting, side) of every word after a meeting that wants a next step."""
    query = select_many(col(Feedback.event_id), col(Feedback.key), col(Feedback.side)).where(
        col(Feedback.interested).is_(True)
    )
    return session.execute(query).all()


def cases(session: Session) -> Rows:
    """All cases with the values of their contracts."""
    query = (
        select_many(
            col(Case.id),
            col(Case.event_id),
            col(Case.need_organisation_id),
            col(Case.technology_organisation_id),
            col(Case.need_id),
            col(Case.technology_id),
            col(Case.stage),
            col(Case.began_at),
            col(CaseValue.amount),
            col(CaseValue.currency),
            col(CaseValue.need_confirmed_at),
            col(CaseValue.technology_confirmed_at),
            col(CaseValue.evidenced_at),
        )
        .join(CaseValue, col(CaseValue.case_id) == col(Case.id), isouter=True)
        .order_by(col(Case.id))
    )
    return session.execute(query).all()


def case_steps(session: Session) -> Rows:
    """The stages that cases came to, in the order in which they were written down."""
    return session.execute(
        select_many(col(CaseStep.case_id), col(CaseStep.stage), col(CaseStep.day)).order_by(col(CaseStep.id))
    ).all()
