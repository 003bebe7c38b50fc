"""Agendas read for whoever may have them, and written in every form; addresses of calendars."""

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session

from matchmaker.accounts.acting import Actor
from matchmaker.agenda import queries
from matchmaker.agenda.handing_out.calendar_feed import make_calendar
from matchmaker.agenda.handing_out.handout import (
    Agenda,
    appointments,
    as_appointments,
    at_table,
    fixed_entries,
    in_order,
    of_person,
)
from matchmaker.agenda.handing_out.handout_tables import write_table
from matchmaker.agenda.handing_out.noting import note_export, note_people
from matchmaker.agenda.handing_out.printing import missing_fonts, page, print_agenda
from matchmaker.agenda.keeping import kept
from matchmaker.agenda.models import (
    AgendaPublic,
    AgendaVersion,
    CalendarFeed,
    FeedPublic,
    Form,
    Language,
    PlacementState,
)
from matchmaker.agenda.service import get_version
from matchmaker.catalogue.tables import TableError
from matchmaker.events.models import Event
from matchmaker.events.people_models import EventPerson
from matchmaker.events.people_service import person_of
from matchmaker.events.service import get_event
from matchmaker.events.venue_service import get_table
from matchmaker.interest.showing import reader
from matchmaker.kit import clock
from matchmaker.kit.errors import InvalidError, NotFoundError

TOKEN_BYTES = 32


@dataclass(frozen=True)
class Which:
    """Of which agenda: the version published last, or one by number; of all, of a person or at a table."""

    number: int | None = None
    person_id: int | None = None
    table_id: int | None = None


@dataclass(frozen=True)
class File:
    """``missing_fonts`` names the Debian package without which some names cannot be printed."""

    name: str
    data: bytes
    missing_fonts: str | None = None


WHOLE = Which()


def read_agenda(session: Session, event_id: int, actor: Actor, which: Which = WHOLE) -> Agenda:
    """The agenda of an event, of one person or at one table; without a number, the version published last.

    Organisations get their own people's of that version, organisers everything. Raises NotFoundError, ForbiddenError.
    """
    person_id, table_id = which.person_id, which.table_id
    if person_id is not None and table_id is not None:
        raise InvalidError("person_or_table")
    event = get_event(session, event_id, actor)
    if person_id is not None:
        person_of(session, event_id, person_id, actor)
    else:
        actor.require_organiser()
    version = get_version(session, event_id, which.number, actor)
    if person_id is not None:
        party = queries.parties_of(session, event_id, {person_id})[person_id]
        mine = of_person(_agenda(session, event, version, {person_id}), party)
        note_people(session, actor, mine.entries)
        return mine
    whole = kept(session, event_id, "agenda", version, lambda: _agenda(session, event, version))
    if table_id is not None:
        return at_table(whole, table_id, get_table(session, event_id, table_id).name)
    return whole


def read_own_agendas(session: Session, event_id: int, actor: Actor, organisation_id: int | None) -> list[Agenda]:
    """An agenda for each of an organisation's people, from the version published last; one's own if left out."""
    event = get_event(session, event_id, actor)
    whose = reader(actor, organisation_id)
    if whose is None:
        raise InvalidError("organisation_missing", field="organisation_id")
    version = get_version(session, event_id, None, actor)
    parties = queries.parties_from(session, event_id, whose)
    meetings = _agenda(session, event, version, parties.keys())
    found = [of_person(meetings, party) for party in parties.values()]
    note_people(session, actor, (entry for agenda in found for entry in agenda.entries))
    return found


def show_agenda(agenda: Agenda) -> AgendaPublic:
    """The agenda as JSON."""
    head = vars(agenda.head)
    values = {"version": agenda.version, "state": agenda.state, "person": agenda.person, "table": agenda.table}
    return AgendaPublic.model_validate(
        {**head, **values, "entries": agenda.entries, "fixed": agenda.fixed}, from_attributes=True
    )


def export_agenda(
    session: Session, event_id: int, actor: Actor, form: Form, language: Language, fonts_folder: Path, which: Which
) -> File:
    """The agenda as a file; somebody's calendar without a number is the one that their feed gives."""
    agenda = read_agenda(session, event_id, actor, which)
    note_export(session, actor, event_id, agenda.entries)
    name = f"agenda-{event_id}-{agenda.version}.{form}"
    if form == "json":
        return File(name, show_agenda(agenda).model_dump_json(indent=2).encode())
    if form == "pdf":
        return File(
            name, print_agenda(agenda, language, fonts_folder), missing_fonts(page(agenda, language), fonts_folder)
        )
    if form == "ics":
        person = session.get(EventPerson, which.person_id) if which.person_id and which.number is None else None
        if person is not None:
            return File(name, _calendar(session, person, actor))
        fixed = fixed_entries(agenda.changed_at, agenda.fixed)
        return File(name, make_calendar(agenda.head, agenda.person, as_appointments(agenda), fixed))
    try:
        return File(name, write_table(agenda, form, language))
    except TableError as error:
        raise InvalidError(error.code) from error


def fed_calendar(session: Session, token: str) -> bytes:
    """The calendar at a secret address. Raises NotFoundError."""
    feed = queries.find_feed(session, token)
    person = session.get(EventPerson, feed.person_id) if feed else None
    if person is None:
        raise NotFoundError("feed_not_found")
    return _calendar(session, person, None)


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


def _agenda(session: Session, event: Event, version: AgendaVersion, people: Collection[int] | None = None) -> Agenda:
    """The meetings of a version, of everybody or of these people, and what is fixed."""
    rows = queries.placements_of(session, version, people)
    entries = (
        entry for entry in queries.read_entries(session, event, rows) if entry.state is not PlacementState.CANCELLED
    )
    changed_at = version.published_at or version.updated_at
    fixed = tuple(queries.read_fixed(session, event))
    return Agenda(queries.head_of(event), version.number, version.state, changed_at, in_order(entries), fixed)


def _calendar(session: Session, person: EventPerson, actor: Actor | None) -> bytes:
    """Somebody's calendar; without a reader it is read at its secret address, for their organisation."""
    event = session.get(Event, person.event_id)
    assert event is not None
    assert person.id is not None
    told = queries.told_to(session, event, person.id)
    touched = queries.read_touched(session, person.event_id)
    found = appointments(queries.published_moments(session, person.event_id), told, touched)
    party = queries.parties_of(session, person.event_id, {person.id})[person.id]
    note_people(session, actor or Actor(party.organisation_id), (one.entry for one in found))
    fixed = [one for one in queries.read_fixed(session, event) if one.everybody or party in one.people]
    return make_calendar(queries.head_of(event), party, found, fixed_entries(event.created_at, fixed, touched))
