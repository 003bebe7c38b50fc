"""The SELECTs of events."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement
from sqlalchemy import select as sql_select
from sqlmodel import Session, SQLModel, col, func, select

from matchmaker.accounts.acting import Actor
from matchmaker.accounts.models import Organisation
from matchmaker.events.models import DetailChange, Event, EventStep, MeetingTable, Room, Slot
from matchmaker.events.people_models import (
    Block,
    BlockPerson,
    BlockSlot,
    EventPerson,
    PersonAbsence,
    PersonRole,
    Registration,
    RegistrationState,
    TableAbsence,
)
from matchmaker.events.phases import Phase

# What organisers set up, and who was to come: all else that refers to an event is of substance.
SET_UP = frozenset(
    {
        *("event_step", "event_detail_change", "slot", "room", "meeting_table", "event_block"),
        *("registration", "event_person", "pair_rule", "day_display"),
    }
)


def list_events(
    session: Session, actor: Actor, phase: Phase | None, offset: int, limit: int
) -> tuple[list[Event], int]:
    """A page of the events that the actor may know of, the next first day first, and how many there are."""
    conditions: list[ColumnElement[bool]] = [] if actor.organiser else [col(Event.announced).is_(True)]
    if phase:
        conditions.append(col(Event.phase) == phase)
    total = session.exec(select(func.count()).select_from(Event).where(*conditions)).one()
    order = (col(Event.first_day), col(Event.id))
    rows = session.exec(select(Event).where(*conditions).order_by(*order).offset(offset).limit(limit)).all()
    return list(rows), total


def find_by_key(session: Session, key: str) -> Event | None:
    return session.exec(select(Event).where(Event.key == key)).first()


def history(session: Session, event_id: int) -> list[EventStep]:
    """Changes of phase, oldest first."""
    return list(session.exec(select(EventStep).where(EventStep.event_id == event_id).order_by(col(EventStep.id))))


def was_published(session: Session, event_id: int) -> bool:
    """Whether the event was ever in the phase that begins with the first published agenda."""
    query = select(EventStep.id).where(EventStep.event_id == event_id, EventStep.to_phase == Phase.PUBLISHED)
    return session.exec(query).first() is not None


def detail_changes(session: Session, event_id: int) -> list[DetailChange]:
    """What agendas say and became something else, oldest first."""
    mine = DetailChange.event_id == event_id
    return list(session.exec(select(DetailChange).where(mine).order_by(col(DetailChange.id))))


def slots_of(session: Session, event_id: int) -> list[Slot]:
    """Slots in order of time."""
    return list(session.exec(select(Slot).where(Slot.event_id == event_id).order_by(col(Slot.starts_at))))


def rooms_of(session: Session, event_id: int) -> list[Room]:
    return list(session.exec(select(Room).where(Room.event_id == event_id).order_by(col(Room.id))))


def tables_of(session: Session, event_id: int) -> list[MeetingTable]:
    return list(
        session.exec(select(MeetingTable).where(MeetingTable.event_id == event_id).order_by(col(MeetingTable.id)))
    )


def list_tables(session: Session, event_id: int, offset: int, limit: int) -> tuple[list[MeetingTable], int]:
    """A page of tables by id, and how many there are."""
    mine = MeetingTable.event_id == event_id
    total = session.exec(select(func.count()).select_from(MeetingTable).where(mine)).one()
    query = select(MeetingTable).where(mine).order_by(col(MeetingTable.id)).offset(offset).limit(limit)
    return list(session.exec(query)), total


def table_names(session: Session, event_id: int) -> set[str]:
    return set(session.exec(select(MeetingTable.name).where(MeetingTable.event_id == event_id)))


def find_registration(session: Session, event_id: int, organisation_id: int) -> Registration | None:
    query = select(Registration).where(
        Registration.event_id == event_id, Registration.organisation_id == organisation_id
    )
    return session.exec(query).first()


def repeating(session: Session, event_id: int) -> list[tuple[int, bool]]:
    """The organisations that take part, and whether each wants to meet the same one again."""
    query = select(Registration.organisation_id, Registration.repeat_meetings).where(
        Registration.event_id == event_id, Registration.state == RegistrationState.REGISTERED
    )
    return [(row[0], row[1]) for row in session.exec(query)]


def registered_ids(session: Session, event_id: int) -> set[int]:
    """The organisations that take part."""
    query = select(Registration.organisation_id).where(
        Registration.event_id == event_id, Registration.state == RegistrationState.REGISTERED
    )
    return set(session.exec(query))


def registrations_of(session: Session, event_id: int) -> list[Registration]:
    """All of them, withdrawn ones too, by id."""
    mine = Registration.event_id == event_id
    return list(session.exec(select(Registration).where(mine).order_by(col(Registration.id))))


def all_people(session: Session, event_id: int) -> list[EventPerson]:
    """Everybody who was ever named, also those who do not come any more."""
    return list(session.exec(select(EventPerson).where(EventPerson.event_id == event_id).order_by(col(EventPerson.id))))


def said_of(session: Session, event_id: int) -> list[str]:
    """The tables that hold something said or planned of the event, by name; any that is added later counts, too."""
    found = []
    for table in SQLModel.metadata.sorted_tables:
        own = [
            key.parent for key in table.foreign_keys if key.target_fullname == "event.id" and key.ondelete == "CASCADE"
        ]
        if table.name not in SET_UP and own and session.execute(sql_select(own[0]).where(own[0] == event_id)).first():
            found.append(table.name)
    return sorted(found)


def list_registrations(
    session: Session, event_id: int, state: RegistrationState | None, offset: int, limit: int
) -> tuple[list[tuple[Registration, Organisation, int]], int]:
    """A page of registrations with their organisations and numbers of delegates, and how many there are."""
    conditions: list[ColumnElement[bool]] = [col(Registration.event_id) == event_id]
    if state:
        conditions.append(col(Registration.state) == state)
    total = session.exec(select(func.count()).select_from(Registration).where(*conditions)).one()
    people = (
        select(func.count())
        .select_from(EventPerson)
        .where(col(EventPerson.registration_id) == col(Registration.id), col(EventPerson.coming).is_(True))
        .scalar_subquery()
    )
    query = (
        select(Registration, Organisation, people)
        .join(Organisation, col(Organisation.id) == col(Registration.organisation_id))
        .where(*conditions)
        .order_by(col(Registration.id))
        .offset(offset)
        .limit(limit)
    )
    return [(row[0], row[1], row[2]) for row in session.exec(query)], total


def delegates_of(session: Session, registration_id: int) -> list[EventPerson]:
    """Those who come, by id."""
    mine = (EventPerson.registration_id == registration_id, col(EventPerson.coming).is_(True))
    return list(session.exec(select(EventPerson).where(*mine).order_by(col(EventPerson.id))))


def list_people(
    session: Session, event_id: int, role: PersonRole | None, organisation_id: int | None, offset: int, limit: int
) -> tuple[list[tuple[EventPerson, int | None]], int]:
    """A page of the people who come, with their organisations' ids, and how many there are."""
    conditions: list[ColumnElement[bool]] = [col(EventPerson.event_id) == event_id, _coming()]
    if role:
        conditions.append(col(EventPerson.role) == role)
    if organisation_id is not None:
        conditions.append(col(Registration.organisation_id) == organisation_id)
    whose = col(Registration.id) == col(EventPerson.registration_id)
    counted = select(func.count()).select_from(EventPerson).join(Registration, whose, isouter=True)
    total = session.exec(counted.where(*conditions)).one()
    query = (
        select(EventPerson, Registration.organisation_id)
        .join(Registration, whose, isouter=True)
        .where(*conditions)
        .order_by(col(EventPerson.id))
    )
    return [(row[0], row[1]) for row in session.exec(query.offset(offset).limit(limit))], total


def coming_people(session: Session, event_id: int) -> list[EventPerson]:
    """Everybody who comes, without those of withdrawn organisations and those who were taken off."""
    query = (
        select(EventPerson)
        .join(Registration, col(Registration.id) == col(EventPerson.registration_id), isouter=True)
        .where(EventPerson.event_id == event_id, _coming())
        .order_by(col(EventPerson.id))
    )
    return list(session.exec(query))


def person_absences(session: Session, event_id: int) -> list[tuple[int, int]]:
    """(person, slot) of the whole event."""
    query = select(PersonAbsence.person_id, PersonAbsence.slot_id).join(
        Slot, col(Slot.id) == col(PersonAbsence.slot_id)
    )
    return [(row[0], row[1]) for row in session.exec(query.where(Slot.event_id == event_id))]


def table_absences(session: Session, event_id: int) -> list[tuple[int, int]]:
    """(table, slot) of the whole event."""
    query = select(TableAbsence.table_id, TableAbsence.slot_id).join(Slot, col(Slot.id) == col(TableAbsence.slot_id))
    return [(row[0], row[1]) for row in session.exec(query.where(Slot.event_id == event_id))]


def away_of_person(session: Session, person_id: int) -> list[int]:
    query = select(PersonAbsence.slot_id).where(PersonAbsence.person_id == person_id)
    return sorted(session.exec(query))


def away_of_table(session: Session, table_id: int) -> list[int]:
    return sorted(session.exec(select(TableAbsence.slot_id).where(TableAbsence.table_id == table_id)))


def blocked_slots(session: Session, event_id: int, person_id: int) -> list[int]:
    """The slots that fixed blocks take from somebody."""
    own = select(BlockPerson.block_id).where(BlockPerson.person_id == person_id)
    query = (
        select(BlockSlot.slot_id)
        .join(Block, col(Block.id) == col(BlockSlot.block_id))
        .where(Block.event_id == event_id, col(Block.everybody).is_(True) | col(Block.id).in_(own))
        .distinct()
    )
    return sorted(session.exec(query))


def blocks_of(session: Session, event_id: int) -> list[Block]:
    return list(session.exec(select(Block).where(Block.event_id == event_id).order_by(col(Block.id))))


def block_slots(session: Session, event_id: int) -> dict[int, list[int]]:
    """The slots of each block."""
    query = select(BlockSlot.block_id, BlockSlot.slot_id).join(Block, col(Block.id) == col(BlockSlot.block_id))
    return _grouped(session.exec(query.where(Block.event_id == event_id)))


def block_people(session: Session, event_id: int) -> dict[int, list[int]]:
    """The people of each block."""
    query = select(BlockPerson.block_id, BlockPerson.person_id).join(Block, col(Block.id) == col(BlockPerson.block_id))
    return _grouped(session.exec(query.where(Block.event_id == event_id)))


def slots_in_use(session: Session, slot_ids: Sequence[int]) -> set[int]:
    """Which of the slots somebody said something of: an absence or a fixed block."""
    found: set[int] = set()
    for column in (PersonAbsence.slot_id, TableAbsence.slot_id, BlockSlot.slot_id):
        found |= set(session.exec(select(column).where(col(column).in_(slot_ids)).distinct()))
    return found


def blocks_in(session: Session, slot_ids: Sequence[int]) -> list[Block]:
    """The blocks that take one of these slots."""
    taking = select(BlockSlot.block_id).where(col(BlockSlot.slot_id).in_(slot_ids))
    return list(session.exec(select(Block).where(col(Block.id).in_(taking))))


def blocks_only_in(session: Session, slot_ids: Sequence[int]) -> list[Block]:
    """The blocks that take none but these slots, by id."""
    taking = select(BlockSlot.block_id).where(col(BlockSlot.slot_id).in_(slot_ids))
    elsewhere = select(BlockSlot.block_id).where(col(BlockSlot.slot_id).not_in(slot_ids))
    query = select(Block).where(col(Block.id).in_(taking), col(Block.id).not_in(elsewhere))
    return list(session.exec(query.order_by(col(Block.id))))


def used_span(session: Session, event_id: int) -> tuple[datetime, datetime] | None:
    """From the first slot's start to the last one's end."""
    query = select(func.min(Slot.starts_at), func.max(Slot.ends_at)).where(Slot.event_id == event_id)
    first, last = session.exec(query).one()
    return None if first is None or last is None else (first, last)


def _coming() -> ColumnElement[bool]:
    organisers_own = col(EventPerson.registration_id).is_(None)
    taking_part = organisers_own | (col(Registration.state) == RegistrationState.REGISTERED)
    return col(EventPerson.coming).is_(True) & taking_part


def _grouped(rows: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for key, value in rows:
        found.setdefault(key, []).append(value)
    return {key: sorted(values) for key, values in found.items()}
