"""Agendas read for whoever may have them, and written in every form; addresses of calendars."""

import secrets

from sqlmodel import Session

from matchmaker.accounts.acting import Actor
from matchmaker.agenda import queries
from matchmaker.agenda.calendar_feed import make_calendar
from matchmaker.agenda.handout import Agenda, appointments, at_table, of_person
from matchmaker.agenda.models import AgendaPublic, AgendaVersion, CalendarFeed, FeedPublic, PlacementState
from matchmaker.agenda.service import get_version
from matchmaker.events.models import Event
from matchmaker.events.people_models import EventPerson
from matchmaker.events.people_service import person_of
from matchmaker.events.service import get_event
from matchmaker.events.venue_service import get_table
from matchmaker.kit import clock
from matchmaker.kit.errors import InvalidError, NotFoundError

TOKEN_BYTES = 32


def read_agenda(
    session: Session,
    event_id: int,
    actor: Actor,
    *,
    number: int | None = None,
    person_id: int | None = None,
    table_id: int | None = None,
) -> Agenda:
    """The agenda of an event, of one person or at one table; without a number, the version published last.

    Organisations get their own people's of that version, organisers everything. Raises NotFoundError, ForbiddenError.
    """
    if person_id is not None and table_id is not None:
        raise InvalidError("person_or_table")
    event = get_event(session, event_id, actor)
    if person_id is not None:
        person_of(session, event_id, person_id, actor)
    else:
        actor.require_organiser()
    version = get_version(session, event_id, number, actor)
    whole = _agenda(session, event, version)
    if person_id is not None:
        return of_person(whole, queries.parties_of(session, event_id)[person_id])
    if table_id is not None:
        return at_table(whole, table_id, get_table(session, event_id, table_id).name)
    return whole


def show_agenda(agenda: Agenda) -> AgendaPublic:
    """The agenda as JSON."""
    head = vars(agenda.head)
    values = {"version": agenda.version, "state": agenda.state, "person": agenda.person, "table": agenda.table}
    return AgendaPublic.model_validate({**head, **values, "entries": agenda.entries}, from_attributes=True)


def person_calendar(session: Session, event_id: int, person_id: int, actor: Actor) -> bytes:
    """Somebody's calendar of all published versions, for organisers and their own organisation."""
    person, _ = person_of(session, event_id, person_id, actor)
    return _calendar(session, person)


def fed_calendar(session: Session, token: str) -> bytes:
    """The calendar at a secret address. Raises NotFoundError."""
    feed = queries.find_feed(session, token)
    person = session.get(EventPerson, feed.person_id) if feed else None
    if person is None:
        raise NotFoundError("feed_not_found")
    return _calendar(session, person)


def open_feed(session: Session, event_id: int, person_id: int, actor: Actor, *, renew: bool = False) -> FeedPublic:
    """The address of somebody's calendar, made if there is none; a renewed one ends the former one."""
    person_of(session, event_id, person_id, actor)
    feed = session.get(CalendarFeed, person_id, with_for_update=True)
    if feed is None or renew:
        feed = feed or CalendarFeed(person_id=person_id, token="")
        feed.token, feed.created_at = secrets.token_urlsafe(TOKEN_BYTES), clock.now()
        session.add(feed)
        session.flush()
    return FeedPublic(path=f"/api/calendars/{feed.token}.ics", created_at=feed.created_at)


def _agenda(session: Session, event: Event, version: AgendaVersion) -> Agenda:
    rows = queries.placements_of(session, version)
    entries = (
        entry for entry in queries.read_entries(session, event, rows) if entry.state is not PlacementState.CANCELLED
    )
    ordered = sorted(entries, key=lambda entry: (entry.starts_at, entry.table, entry.key))
    return Agenda(queries.head_of(event), version.number, version.state, tuple(ordered))


def _calendar(session: Session, person: EventPerson) -> bytes:
    event = session.get(Event, person.event_id)
    assert event is not None
    assert person.id is not None
    told = queries.told_to(session, event, person.id)
    found = appointments(queries.published_moments(session, person.event_id), told)
    party = queries.parties_of(session, person.event_id)[person.id]
    return make_calendar(queries.head_of(event), party, found)
