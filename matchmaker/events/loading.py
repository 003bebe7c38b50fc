"""A whole event from one file: rooms, tables, timetable, the organiser's people, registrations and fixed blocks."""

from datetime import date, datetime, time, timedelta

from sqlmodel import Field, Session, SQLModel

from matchmaker.accounts.acting import Actor
from matchmaker.accounts.models import Name
from matchmaker.accounts.service import find_by_key
from matchmaker.catalogue.models import Key
from matchmaker.events import queries
from matchmaker.events.availability_service import add_block
from matchmaker.events.fields import Label, zone_of
from matchmaker.events.models import Event, EventCreate, RoomCreate, TableCreate
from matchmaker.events.people_models import (
    BlockCreate,
    BlockKind,
    PersonCreate,
    PersonRole,
    RegistrationCreate,
)
from matchmaker.events.people_service import add_person, register
from matchmaker.events.service import create_event
from matchmaker.events.slot_models import Timetable
from matchmaker.events.slot_service import generate_slots
from matchmaker.events.venue_service import add_room, add_tables
from matchmaker.kit.errors import InvalidError

# When a sample day is, seen from the day on which it is loaded.
SAMPLE_DAYS_AHEAD, REGISTRATION_DAYS, ANSWER_DAYS = 60, 30, 45
SAMPLE_ZONE, DEADLINE = "Asia/Ho_Chi_Minh", time(17)


class RoomFile(RoomCreate):
    """A room with its tables; ``room_id`` of a table is left out."""

    tables: list[TableCreate] = Field(default_factory=list, max_length=2000)


class RegistrationFile(RegistrationCreate):
    """A registration of the organisation with this key."""

    organisation: Key


class BlockFile(SQLModel):
    """A fixed block; slots are counted from 0 in the order of time, people are named as they are in the file."""

    model_config = {"extra": "forbid"}

    kind: BlockKind = BlockKind.COMPANY_VISIT
    name_vi: Name = ""
    name_en: Name = ""
    place: Name = ""
    everybody: bool = False
    people: list[Label] = Field(default_factory=list, max_length=2000)
    slots: list[int] = Field(min_length=1, max_length=500)


class EventFile(EventCreate):
    """An event as it stands in a file."""

    rooms: list[RoomFile] = Field(default_factory=list, max_length=100)
    tables: list[TableCreate] = Field(default_factory=list, max_length=2000)
    timetable: Timetable | None = None
    people: list[PersonCreate] = Field(default_factory=list, max_length=500)
    registrations: list[RegistrationFile] = Field(default_factory=list, max_length=2000)
    blocks: list[BlockFile] = Field(default_factory=list, max_length=500)


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
    for registration in data.registrations:
        _register(session, event.id, registration, actor)
    for block in data.blocks:
        _add_block(session, event.id, block, actor)
    return event


def dated(text: str, today: date) -> str:
    """The text of a sample day's file with its days and deadlines, which stand there as names in braces."""
    zone = zone_of(SAMPLE_ZONE)
    moments = {
        "{day}": str(today + timedelta(days=SAMPLE_DAYS_AHEAD)),
        "{registration_until}": datetime.combine(today + timedelta(days=REGISTRATION_DAYS), DEADLINE, zone).isoformat(),
        "{answers_until}": datetime.combine(today + timedelta(days=ANSWER_DAYS), DEADLINE, zone).isoformat(),
    }
    for name, moment in moments.items():
        text = text.replace(name, moment)
    return text


def _register(session: Session, event_id: int, data: RegistrationFile, actor: Actor) -> None:
    organisation = find_by_key(session, data.organisation)
    if organisation is None:
        raise InvalidError("organisation_unknown", field="registrations", organisation=data.organisation)
    values = data.model_dump(exclude={"organisation", "organisation_id"})
    register(session, event_id, RegistrationCreate(organisation_id=organisation.id, **values), actor)


def _add_block(session: Session, event_id: int, data: BlockFile, actor: Actor) -> None:
    slots = queries.slots_of(session, event_id)
    if wrong := [number for number in data.slots if not 0 <= number < len(slots)]:
        raise InvalidError("slot_unknown", field="blocks", slots=wrong[:50])
    named = {person.name: person.id for person in queries.coming_people(session, event_id)}
    if strange := [name for name in data.people if name not in named]:
        raise InvalidError("person_unknown", field="blocks", people=strange[:50])
    ids = {"slot_ids": [slots[number].id for number in data.slots], "person_ids": [named[name] for name in data.people]}
    values = data.model_dump(exclude={"people", "slots"})
    add_block(session, event_id, BlockCreate.model_validate(values | ids), actor)
