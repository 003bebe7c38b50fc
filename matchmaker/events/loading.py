"""A whole event from one file: what it is, its rooms and tables, its timetable and the organiser's people."""

from sqlmodel import Field, Session

from matchmaker.accounts.acting import Actor
from matchmaker.events.models import Event, EventCreate, RoomCreate, TableCreate, Timetable
from matchmaker.events.people_models import PersonCreate, PersonRole
from matchmaker.events.people_service import add_person
from matchmaker.events.service import create_event
from matchmaker.events.slot_service import generate_slots
from matchmaker.events.venue_service import add_room, add_tables
from matchmaker.kit.errors import InvalidError


class RoomFile(RoomCreate):
    """A room with its tables; ``room_id`` of a table is left out."""

    tables: list[TableCreate] = Field(default_factory=list, max_length=2000)


class EventFile(EventCreate):
    """An event as it stands in a file."""

    rooms: list[RoomFile] = Field(default_factory=list, max_length=100)
    tables: list[TableCreate] = Field(default_factory=list, max_length=2000)
    timetable: Timetable | None = None
    people: list[PersonCreate] = Field(default_factory=list, max_length=500)


def load_event(session: Session, data: EventFile, actor: Actor) -> Event:
    """Save all of it, or with the first refusal nothing."""
    event = create_event(session, EventCreate(**data.model_dump(include=set(EventCreate.model_fields))), actor)
    assert event.id is not None
    for room in data.rooms:
        saved = add_room(session, event.id, RoomCreate(name=room.name, note=room.note), actor)
        placed = [table.model_copy(update={"room_id": saved.id}) for table in room.tables]
        add_tables(session, event.id, placed, actor)
    add_tables(session, event.id, data.tables, actor)
    if data.timetable is not None:
        generate_slots(session, event.id, data.timetable, actor)
    for person in data.people:
        if person.role is PersonRole.DELEGATE:
            raise InvalidError("not_a_delegate", field="people", name=person.name)
        add_person(session, event.id, person, actor)
    return event
