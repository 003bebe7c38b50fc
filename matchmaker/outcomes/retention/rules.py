"""One rule for each term: what is over at a moment, and how it is let go of. A second time finds nothing."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Delete, Update
from sqlmodel import Session, col, delete, or_, select, update

from matchmaker.accounts.joining.models import Consent, Invitation, JoinRequest
from matchmaker.accounts.privacy.parts import ERASED
from matchmaker.accounts.records.view_models import DetailView
from matchmaker.accounts.tokens.models import ApiToken
from matchmaker.agenda.models import CalendarFeed
from matchmaker.events.models import Event
from matchmaker.events.people_models import EventPerson
from matchmaker.kit.auditing import AuditEntry, Door
from matchmaker.kit.jobs.models import Job
from matchmaker.outcomes.day.models import DayDisplay
from matchmaker.outcomes.feeds.webhooks.models import DeliveryState, WebhookDelivery
from matchmaker.outcomes.following.cases.stages import Stage
from matchmaker.outcomes.following.models import Case, CaseFile, CaseNote, CaseTask, Feedback
from matchmaker.outcomes.retention.register import Term, personal_tables

# Lets go of what was over before a moment; how many rows that were.
Rule = Callable[[Session, datetime], int]


def _changed(session: Session, statement: Delete | Update) -> int:
    # Rows are read again where they are needed: those of this session are not kept in step.
    result: Any = session.execute(statement.execution_options(synchronize_session=False))
    return int(result.rowcount)


def _invitations(session: Session, before: datetime) -> int:
    over = or_(col(Invitation.expires_at) < before, col(Invitation.accepted_at) < before)
    return _changed(session, delete(Invitation).where(over))


def _join_requests(session: Session, before: datetime) -> int:
    return _changed(session, delete(JoinRequest).where(col(JoinRequest.created_at) < before))


def _tokens(session: Session, before: datetime) -> int:
    return _changed(session, delete(ApiToken).where(col(ApiToken.expires_at) < before))


def _consents(session: Session, before: datetime) -> int:
    return _changed(session, delete(Consent).where(col(Consent.withdrawn_at) < before))


def _views(session: Session, before: datetime) -> int:
    return _changed(session, delete(DetailView).where(col(DetailView.day) < before.date()))


def _deliveries(session: Session, before: datetime) -> int:
    """Those that ended well or were set aside; what was given up waits for somebody to look at it."""
    ended = col(WebhookDelivery.state).in_([DeliveryState.DELIVERED, DeliveryState.SET_ASIDE])
    return _changed(session, delete(WebhookDelivery).where(ended, col(WebhookDelivery.ended_at) < before))


def _jobs(session: Session, before: datetime) -> int:
    return _changed(session, delete(Job).where(col(Job.ended_at) < before))


def _held(before: datetime) -> Any:
    """The events whose last day was before a moment."""
    return select(Event.id).where(col(Event.last_day) < before.date())


def _secret_addresses(session: Session, before: datetime) -> int:
    people = select(EventPerson.id).where(col(EventPerson.event_id).in_(_held(before)))
    displays = _changed(session, delete(DayDisplay).where(col(DayDisplay.event_id).in_(_held(before))))
    return displays + _changed(session, delete(CalendarFeed).where(col(CalendarFeed.person_id).in_(people)))


def _event_people(session: Session, before: datetime) -> int:
    """Rows stay, as agendas and figures count them."""
    named = or_(col(EventPerson.name) != ERASED, col(EventPerson.email).is_not(None))
    over = update(EventPerson).where(col(EventPerson.event_id).in_(_held(before)), named)
    return _changed(session, over.values(name=ERASED, email=None))


def _meeting_notes(session: Session, before: datetime) -> int:
    told = or_(col(Feedback.note) != "", col(Feedback.account_id).is_not(None))
    over = update(Feedback).where(col(Feedback.received_at) < before, told)
    return _changed(session, over.values(note="", account_id=None))


def _case_people(session: Session, before: datetime) -> int:
    """Notes, files and names; stages, contracts and what was to be done stay. Files go from the disk with the sweep."""
    ended = col(Case.stage).in_([Stage.CLOSED, Stage.IN_USE])
    over = select(Case.id).where(ended, col(Case.stage_at) < before)
    gone = sum(_changed(session, delete(table).where(_of_case(table, over))) for table in (CaseNote, CaseFile))
    named = or_(
        col(CaseTask.person).not_in(["", ERASED]),
        col(CaseTask.responsible).not_in(["", ERASED]),
        col(CaseTask.account_id).is_not(None),
    )
    tasks = update(CaseTask).where(_of_case(CaseTask, over), named)
    return gone + _changed(session, tasks.values(person=ERASED, responsible=ERASED, account_id=None))


def _of_case(table: Any, cases: Any) -> ColumnElement[bool]:
    found: ColumnElement[bool] = col(table.case_id).in_(cases)
    return found


def _audit_persons(session: Session, before: datetime) -> int:
    """What the log tells of people's own rows: names and addresses stand in it."""
    theirs = col(AuditEntry.part).in_(personal_tables())
    return _changed(session, delete(AuditEntry).where(col(AuditEntry.at) < before, theirs))


def _audit_actors(session: Session, before: datetime) -> int:
    """Of every other change, who it was; the party for which they did it stays."""
    known = col(AuditEntry.account_id).is_not(None)
    return _changed(session, update(AuditEntry).where(col(AuditEntry.at) < before, known).values(account_id=None))


RULES: dict[Term, Rule] = {
    Term.INVITATIONS: _invitations,
    Term.JOIN_REQUESTS: _join_requests,
    Term.TOKENS: _tokens,
    Term.CONSENTS: _consents,
    Term.VIEWS: _views,
    Term.DELIVERIES: _deliveries,
    Term.JOBS: _jobs,
    Term.SECRET_ADDRESSES: _secret_addresses,
    Term.EVENT_PEOPLE: _event_people,
    Term.MEETING_NOTES: _meeting_notes,
    Term.CASE_PEOPLE: _case_people,
    Term.AUDIT_PERSONS: _audit_persons,
    Term.AUDIT_ACTORS: _audit_actors,
}


def forget_what_went(session: Session, job_id: int) -> None:
    """Take out of the log what it has just told of the rows that a job let go of: that they went is enough."""
    session.flush()
    told = update(AuditEntry).where(
        col(AuditEntry.door_id) == job_id, col(AuditEntry.door) == Door.JOB, col(AuditEntry.part).in_(personal_tables())
    )
    _changed(session, told.values(before={}, after={}))
