"""Rooms and tables."""

from collections.abc import Sequence
from typing import Any

from sqlmodel import Session, col, select

from matchmaker.accounts.acting import Actor
from matchmaker.events import queries
from matchmaker.events.models import (
    Detail,
    Event,
    MeetingTable,
    Room,
    RoomCreate,
    RoomUpdate,
    TableCreate,
    TableHours,
    TableMode,
    TablePublic,
    TableUpdate,
)
from matchmaker.events.people_models import EventPerson
from matchmaker.events.service import event_for_organiser, local, note_change
from matchmaker.kit.database import delete_unused
from matchmaker.kit.errors import ConflictError, InvalidError, NotFoundError

MOST_TABLES = 2000
# What agendas say of a table.
SHOWN = ("name", "room_id", "video_link")


def add_room(session: Session, event_id: int, data: RoomCreate, actor: Actor) -> Room:
    event_for_organiser(session, event_id, actor)
    _check_room_name(session, event_id, data.name, None)
    room = Room(event_id=event_id, **data.model_dump())
    session.add(room)
    session.flush()
    return room


def update_room(session: Session, event_id: int, room_id: int, data: RoomUpdate, actor: Actor) -> Room:
    event_for_organiser(session, event_id, actor)
    room = _get_room(session, event_id, room_id)
    changes = _changes(data, ("name", "note"))
    if "name" in changes:
        _check_room_name(session, event_id, changes["name"], room_id)
    if changes.get("name", room.name) != room.name:
        inside = [table.id or 0 for table in queries.tables_of(session, event_id) if table.room_id == room_id]
        note_change(session, event_id, Detail.TABLE, inside)
    room.sqlmodel_update(changes)
    session.add(room)
    session.flush()
    return room


def delete_room(session: Session, event_id: int, room_id: int, actor: Actor) -> None:
    """Remove a room without tables."""
    event_for_organiser(session, event_id, actor)
    room = _get_room(session, event_id, room_id)
    if session.exec(select(MeetingTable.id).where(MeetingTable.room_id == room_id)).first():
        raise ConflictError("room_in_use", id=room_id)
    session.delete(room)
    session.flush()


def add_tables(session: Session, event_id: int, data: list[TableCreate], actor: Actor) -> list[MeetingTable]:
    """Save several tables at once; none when one of them is refused."""
    event_for_organiser(session, event_id, actor)
    names = queries.table_names(session, event_id)
    if len(names) + len(data) > MOST_TABLES:
        raise InvalidError("too_many_tables", most=MOST_TABLES)
    rooms = {room.id for room in queries.rooms_of(session, event_id)}
    tables = [MeetingTable(event_id=event_id, **entry.model_dump()) for entry in data]
    for table in tables:
        if table.name in names:
            raise ConflictError("name_taken", name=table.name)
        names.add(table.name)
        _check_table(table, rooms)
    session.add_all(tables)
    session.flush()
    return tables


def update_table(session: Session, event_id: int, table_id: int, data: TableUpdate, actor: Actor) -> MeetingTable:
    event_for_organiser(session, event_id, actor)
    table = get_table(session, event_id, table_id)
    changes = _changes(data, ("name", "seats", "mode"))
    if changes.get("name", table.name) != table.name and changes["name"] in queries.table_names(session, event_id):
        raise ConflictError("name_taken", name=changes["name"])
    changed = MeetingTable(**(table.model_dump() | changes))
    _check_table(changed, {room.id for room in queries.rooms_of(session, event_id)})
    if any(changes.get(name, getattr(table, name)) != getattr(table, name) for name in SHOWN):
        note_change(session, event_id, Detail.TABLE, [table_id])
    table.sqlmodel_update(changes)
    session.add(table)
    session.flush()
    return table


def delete_table(session: Session, event_id: int, table_id: int, actor: Actor) -> None:
    """Remove a table at which nobody stays."""
    event_for_organiser(session, event_id, actor)
    table = get_table(session, event_id, table_id)
    if hosts := session.exec(select(EventPerson.id).where(col(EventPerson.table_id) == table_id)).all():
        raise ConflictError("table_has_hosts", people=list(hosts))
    if not delete_unused(session, table):
        raise ConflictError("table_in_agenda", id=table_id)


def get_table(session: Session, event_id: int, table_id: int) -> MeetingTable:
    """A table of the event. Raises NotFoundError."""
    table = session.get(MeetingTable, table_id)
    if table is None or table.event_id != event_id:
        raise NotFoundError("table_not_found", id=table_id)
    return table


def show_tables(session: Session, event: Event, tables: Sequence[MeetingTable], actor: Actor) -> list[TablePublic]:
    """Tables as this actor may see them, on the clocks of the place."""
    away: dict[int, list[int]] = {}
    if actor.organiser:
        for table_id, slot_id in queries.table_absences(session, event.id or 0):
            away.setdefault(table_id, []).append(slot_id)
    return [_shown(event, table, sorted(away.get(table.id or 0, [])), actor) for table in tables]


def _shown(event: Event, table: MeetingTable, away: list[int], actor: Actor) -> TablePublic:
    shown = TablePublic.model_validate(table.model_dump() | {"away": away})
    if not actor.organiser:
        shown.video_link = None
    shown.used_from = table.used_from and local(event, table.used_from)
    shown.used_until = table.used_until and local(event, table.used_until)
    return shown


def _get_room(session: Session, event_id: int, room_id: int) -> Room:
    room = session.get(Room, room_id)
    if room is None or room.event_id != event_id:
        raise NotFoundError("room_not_found", id=room_id)
    return room


def _check_room_name(session: Session, event_id: int, name: str, own_id: int | None) -> None:
    if any(room.name == name and room.id != own_id for room in queries.rooms_of(session, event_id)):
        raise ConflictError("name_taken", name=name)


def _check_table(table: MeetingTable, rooms: set[int | None]) -> None:
    if table.room_id is not None and table.room_id not in rooms:
        raise InvalidError("room_unknown", field="room_id", id=table.room_id)
    if table.mode is TableMode.VIDEO and not table.video_link:
        raise InvalidError("video_link_missing", field="video_link")
    check_hours(table)


def check_hours(use: MeetingTable | TableHours) -> None:
    """Raises InvalidError for tables that would be used until before they are used from."""
    if use.used_from and use.used_until and use.used_from >= use.used_until:
        raise InvalidError("use_of_zero_length", field="used_until")


def _changes(data: RoomUpdate | TableUpdate, required: tuple[str, ...]) -> dict[str, Any]:
    changes = data.model_dump(exclude_unset=True)
    for name in required:
        if name in changes and changes[name] is None:
            raise InvalidError("field_required", field=name)
    return changes
