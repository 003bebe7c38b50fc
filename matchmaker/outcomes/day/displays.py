"""What stands on the tables and in the hall, for everybody who has its secret address."""

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session

from matchmaker.accounts.acting import ORGANISER, Actor
from matchmaker.agenda.handing_out.handing import read_agenda
from matchmaker.agenda.handing_out.handout import Entry, Party
from matchmaker.events import queries as events
from matchmaker.events.models import Event
from matchmaker.events.service import get_event, local
from matchmaker.kit import clock
from matchmaker.kit.errors import NotFoundError
from matchmaker.kit.secrets import new_token
from matchmaker.outcomes.day import queries
from matchmaker.outcomes.day.models import (
    DayDisplay,
    DisplayPublic,
    ScreenPublic,
    ShownMeeting,
    ShownOrganisation,
    TableShown,
)


def open_display(session: Session, event_id: int, actor: Actor, *, renew: bool = False) -> DisplayPublic:
    """The secret of an event's displays, made if there is none (organisers); a renewed one ends the former one."""
    actor.require_organiser()
    get_event(session, event_id, actor)
    session.get(Event, event_id, with_for_update=True)
    row = session.get(DayDisplay, event_id)
    if row is None or renew:
        row = row or DayDisplay(event_id=event_id, token="")
        row.token, row.created_at = new_token(), clock.now()
        session.add(row)
        session.flush()
    return DisplayPublic(token=row.token, created_at=row.created_at)


def show_screen(session: Session, event_id: int, token: str, table_id: int | None) -> ScreenPublic:
    """What the hall shows, or one table. Raises NotFoundError for a secret that is not this event's."""
    if queries.find_display(session, event_id, token) is None:
        raise NotFoundError("display_not_found")
    event = session.get_one(Event, event_id)
    agenda = read_agenda(session, event_id, ORGANISER)
    rooms = {room.id: room.name for room in events.rooms_of(session, event_id)}
    tables = [table for table in events.tables_of(session, event_id) if table_id in (None, table.id)]
    if not tables:
        raise NotFoundError("table_not_found", id=table_id)
    now = clock.now()
    by_table: dict[int, list[Entry]] = {}
    for entry in agenda.entries:
        by_table.setdefault(entry.table_id, []).append(entry)
    shown = [
        _table(table.id or 0, table.name, rooms.get(table.room_id, ""), by_table.get(table.id or 0, ()), now)
        for table in tables
    ]
    return ScreenPublic(
        name_vi=event.name_vi,
        name_en=event.name_en,
        place=event.place,
        now=local(event, now),
        version=agenda.version,
        tables=shown,
    )


def _table(table_id: int, name: str, room: str, entries: Iterable[Entry], now: datetime) -> TableShown:
    """Entries come in order of time."""
    coming = [entry for entry in entries if entry.ends_at > now]
    current = next((entry for entry in coming if entry.starts_at <= now), None)
    following = next((entry for entry in coming if entry.starts_at > now), None)
    return TableShown(table_id=table_id, table=name, room=room, current=_shown(current), next=_shown(following))


def _shown(entry: Entry | None) -> ShownMeeting | None:
    if entry is None:
        return None
    return ShownMeeting(
        starts_at=entry.starts_at,
        ends_at=entry.ends_at,
        need=_organisation(entry.need_side),
        technology=_organisation(entry.technology_side),
    )


def _organisation(party: Party) -> ShownOrganisation:
    return ShownOrganisation(name_vi=party.organisation_vi, name_en=party.organisation_en)
