"""Events over HTTP: what they are, their phases, rooms, tables and slots."""

from typing import Annotated

from fastapi import APIRouter, Body, Path, Query

from matchmaker.accounts.acting import ActorDep
from matchmaker.events import availability_service, queries, service, slot_service, venue_service
from matchmaker.events.fields import Day
from matchmaker.events.models import (
    EventCreate,
    EventPublic,
    EventStepPublic,
    EventUpdate,
    PhaseChange,
    Room,
    RoomCreate,
    RoomPublic,
    RoomUpdate,
    TableCreate,
    TableHours,
    TablePublic,
    TableUpdate,
)
from matchmaker.events.people_models import Availability, AvailabilityPublic
from matchmaker.events.phases import Phase
from matchmaker.events.slot_models import SlotAdded, SlotList, SlotPublic, SlotsMoved, Timetable
from matchmaker.kit.database import SessionDep, only_reads
from matchmaker.kit.paging import Limit, Offset, Page
from matchmaker.kit.problems import responses
from matchmaker.kit.versions import Versioned

router = APIRouter(prefix="/events", route_class=Versioned, responses=responses(400, 403, 404, 409, 412, 422))
RowId = Annotated[int, Path(ge=1, le=2**53)]
Force = Annotated[
    bool,
    Query(
        description="Also give up slots of which somebody said something, with the blocks that are in no other slot."
    ),
]


@router.get("", tags=["events"])
def list_events(
    session: SessionDep, actor: ActorDep, phase: Phase | None = None, offset: Offset = 0, limit: Limit = 50
) -> Page[EventPublic]:
    """Announced events, and for organisers all; the next one first."""
    rows, total = queries.list_events(session, actor, phase, offset, limit)
    return Page(items=[service.show(row, actor) for row in rows], total=total, offset=offset, limit=limit)


@router.post("", status_code=201, tags=["events"])
def create_event(session: SessionDep, actor: ActorDep, data: EventCreate) -> EventPublic:
    """Save a new event (organisers)."""
    return service.show(service.create_event(session, data, actor), actor)


@router.get("/{event_id}", tags=["events"])
def get_event(session: SessionDep, actor: ActorDep, event_id: RowId) -> EventPublic:
    """One event."""
    return service.show(service.get_event(session, event_id, actor), actor)


@router.patch("/{event_id}", tags=["events"])
def update_event(session: SessionDep, actor: ActorDep, event_id: RowId, update: EventUpdate) -> EventPublic:
    """Change some fields (organisers)."""
    return service.show(service.update_event(session, event_id, update, actor), actor)


@router.delete("/{event_id}", status_code=204, tags=["events"])
def delete_event(session: SessionDep, actor: ActorDep, event_id: RowId) -> None:
    """Remove an event for which nobody is registered and of which nothing was answered or planned (organisers)."""
    service.delete_event(session, event_id, actor)


@router.post("/{event_id}/phase", tags=["events"])
def change_phase(session: SessionDep, actor: ActorDep, event_id: RowId, change: PhaseChange) -> EventPublic:
    """Take the event to another phase (organisers); closing early needs a reason."""
    return service.show(service.change_phase(session, event_id, change, actor), actor)


@router.get("/{event_id}/history", tags=["events"])
def get_history(session: SessionDep, actor: ActorDep, event_id: RowId) -> list[EventStepPublic]:
    """Who took the event from phase to phase, when and why (organisers)."""
    actor.require_organiser()
    service.get_event(session, event_id, actor)
    return [EventStepPublic.model_validate(step) for step in queries.history(session, event_id)]


# --- slots ---


@router.get("/{event_id}/slots", tags=["slots"])
def list_slots(session: SessionDep, actor: ActorDep, event_id: RowId) -> list[SlotPublic]:
    """All slots in order, on the clocks of the event's zone."""
    event = service.get_event(session, event_id, actor)
    return slot_service.show_slots(event, queries.slots_of(session, event_id))


@router.put("/{event_id}/slots", tags=["slots"])
def set_slots(
    session: SessionDep, actor: ActorDep, event_id: RowId, data: SlotList, force: Force = False
) -> list[SlotPublic]:
    """Replace the slots by these (organisers); those that stay keep their ids."""
    return slot_service.set_slots(session, event_id, data, actor, force=force)


@router.post("/{event_id}/slots", status_code=201, tags=["slots"])
def add_slot(session: SessionDep, actor: ActorDep, event_id: RowId, data: SlotAdded) -> SlotPublic:
    """Add one slot (organisers); it overlaps no other one and lies on a day of the event."""
    return slot_service.add_slot(session, event_id, data, actor)


@router.post("/{event_id}/slots/move", tags=["slots"])
def move_slots(session: SessionDep, actor: ActorDep, event_id: RowId, data: SlotsMoved) -> list[SlotPublic]:
    """Give some slots other times (organisers); their meetings move along, also when agendas are out."""
    return slot_service.move_slots(session, event_id, data, actor)


@router.post("/{event_id}/slots/propose", tags=["slots"])
@only_reads
def propose_slots(session: SessionDep, actor: ActorDep, event_id: RowId, timetable: Timetable) -> list[SlotPublic]:
    """The slots that a timetable would give (organisers); nothing is saved."""
    return slot_service.propose_slots(session, event_id, timetable, actor)


@router.post("/{event_id}/slots/generate", tags=["slots"])
def generate_slots(
    session: SessionDep, actor: ActorDep, event_id: RowId, timetable: Timetable, force: Force = False
) -> list[SlotPublic]:
    """Replace the slots by those of a timetable (organisers); those that stay keep their ids."""
    return slot_service.generate_slots(session, event_id, timetable, actor, force=force)


@router.delete("/{event_id}/slots/{slot_id}", status_code=204, tags=["slots"])
def delete_slot(session: SessionDep, actor: ActorDep, event_id: RowId, slot_id: RowId, force: Force = False) -> None:
    """Remove a slot in which no meeting stands (organisers)."""
    slot_service.delete_slot(session, event_id, slot_id, actor, force=force)


@router.delete("/{event_id}/days/{day}", tags=["slots"])
def delete_day(session: SessionDep, actor: ActorDep, event_id: RowId, day: Day, force: Force = False) -> EventPublic:
    """Remove a day on which no meeting stands, with its slots (organisers); the only day stays."""
    return service.show(slot_service.delete_day(session, event_id, day, actor, force=force), actor)


# --- rooms and tables ---


@router.get("/{event_id}/rooms", tags=["tables"])
def list_rooms(session: SessionDep, actor: ActorDep, event_id: RowId) -> list[RoomPublic]:
    """Rooms by id."""
    service.get_event(session, event_id, actor)
    return [RoomPublic.model_validate(room) for room in queries.rooms_of(session, event_id)]


@router.post("/{event_id}/rooms", status_code=201, response_model=RoomPublic, tags=["tables"])
def add_room(session: SessionDep, actor: ActorDep, event_id: RowId, data: RoomCreate) -> Room:
    """Add a room (organisers)."""
    return venue_service.add_room(session, event_id, data, actor)


@router.patch("/{event_id}/rooms/{room_id}", response_model=RoomPublic, tags=["tables"])
def update_room(session: SessionDep, actor: ActorDep, event_id: RowId, room_id: RowId, data: RoomUpdate) -> Room:
    """Change a room (organisers)."""
    return venue_service.update_room(session, event_id, room_id, data, actor)


@router.delete("/{event_id}/rooms/{room_id}", status_code=204, tags=["tables"])
def delete_room(session: SessionDep, actor: ActorDep, event_id: RowId, room_id: RowId) -> None:
    """Remove a room without tables (organisers)."""
    venue_service.delete_room(session, event_id, room_id, actor)


@router.get("/{event_id}/tables", tags=["tables"])
def list_tables(
    session: SessionDep, actor: ActorDep, event_id: RowId, offset: Offset = 0, limit: Limit = 50
) -> Page[TablePublic]:
    """Tables by id; their video links and absences are for organisers."""
    event = service.get_event(session, event_id, actor)
    rows, total = queries.list_tables(session, event_id, offset, limit)
    items = venue_service.show_tables(session, event, rows, actor)
    return Page(items=items, total=total, offset=offset, limit=limit)


@router.post("/{event_id}/tables", status_code=201, tags=["tables"])
def add_tables(
    session: SessionDep,
    actor: ActorDep,
    event_id: RowId,
    data: Annotated[list[TableCreate], Body(min_length=1, max_length=200)],
) -> list[TablePublic]:
    """Add tables (organisers); none is saved when one of them is refused."""
    tables = venue_service.add_tables(session, event_id, data, actor)
    return venue_service.show_tables(session, service.get_event(session, event_id, actor), tables, actor)


@router.put("/{event_id}/tables/hours", tags=["tables"])
def set_table_hours(session: SessionDep, actor: ActorDep, event_id: RowId, data: TableHours) -> list[TablePublic]:
    """Give several tables the same hours and absences (organisers); none changes when one of them is refused."""
    tables = availability_service.set_table_hours(session, event_id, data, actor)
    return venue_service.show_tables(session, service.get_event(session, event_id, actor), tables, actor)


@router.patch("/{event_id}/tables/{table_id}", tags=["tables"])
def update_table(
    session: SessionDep, actor: ActorDep, event_id: RowId, table_id: RowId, data: TableUpdate
) -> TablePublic:
    """Change a table (organisers)."""
    table = venue_service.update_table(session, event_id, table_id, data, actor)
    return venue_service.show_tables(session, service.get_event(session, event_id, actor), [table], actor)[0]


@router.delete("/{event_id}/tables/{table_id}", status_code=204, tags=["tables"])
def delete_table(session: SessionDep, actor: ActorDep, event_id: RowId, table_id: RowId) -> None:
    """Remove a table at which nobody stays (organisers)."""
    venue_service.delete_table(session, event_id, table_id, actor)


@router.get("/{event_id}/tables/{table_id}/availability", tags=["tables"])
def get_table_availability(
    session: SessionDep, actor: ActorDep, event_id: RowId, table_id: RowId
) -> AvailabilityPublic:
    """When a table cannot be used (organisers)."""
    actor.require_organiser()
    venue_service.get_table(session, event_id, table_id)
    return availability_service.table_availability(session, table_id)


@router.put("/{event_id}/tables/{table_id}/availability", tags=["tables"])
def set_table_availability(
    session: SessionDep, actor: ActorDep, event_id: RowId, table_id: RowId, data: Availability
) -> AvailabilityPublic:
    """Say when a table cannot be used (organisers)."""
    return availability_service.set_table_away(session, event_id, table_id, data.away, actor)
