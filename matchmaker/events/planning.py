"""Everything of an event that a plan is made from, read with a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from matchmaker.events import queries
from matchmaker.events.models import Event, MeetingTable, Slot, TableMode
from matchmaker.events.people_models import EventPerson, PersonRole, RegistrationState
from matchmaker.events.timetable import Part
from matchmaker.kit.errors import NotFoundError

MOST_REGISTRATIONS = 100_000


@dataclass(frozen=True)
class PlanSlot:
    id: int
    number: int  # the place in the order of time, from 0
    day: date
    part: Part
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True)
class PlanTable:
    id: int
    name: str
    room_id: int | None
    seats: int
    mode: TableMode
    video_link: str | None
    slots: frozenset[int]  # ids of the slots in which it can be used


@dataclass(frozen=True)
class PlanPerson:
    """Somebody with the slots in which they can meet: neither away nor in a fixed block."""

    id: int
    role: PersonRole
    organisation_id: int | None
    name: str
    languages: frozenset[str]
    subjects: frozenset[str]
    posting_ids: frozenset[int]  # what a delegate speaks for; empty for everything
    max_per_day: int | None
    max_consecutive: int | None
    table_id: int | None  # where a host stays
    slots: frozenset[int]
    remote: bool = False


@dataclass(frozen=True)
class PlanOrganisation:
    id: int
    name_vi: str
    name_en: str
    stand_in: bool
    repeat_meetings: bool
    delegates: tuple[int, ...]


@dataclass(frozen=True)
class PlanBlock:
    id: int
    everybody: bool
    people: frozenset[int]
    slots: frozenset[int]


@dataclass(frozen=True)
class PlanningData:
    """What the planner needs; people and tables by id, slots in order of time."""

    event_id: int
    zone: str
    version: int
    repeat_meetings: bool
    slots: tuple[PlanSlot, ...]
    tables: Mapping[int, PlanTable]
    people: Mapping[int, PlanPerson]
    organisations: Mapping[int, PlanOrganisation]
    blocks: tuple[PlanBlock, ...]

    def of_role(self, role: PersonRole) -> list[PlanPerson]:
        return [person for person in self.people.values() if person.role is role]

    def by_video(self, person_id: int) -> bool:
        """Whether somebody can only be met by video: remote, or a host who stays at a screen."""
        person = self.people[person_id]
        table = None if person.table_id is None else self.tables[person.table_id]
        return person.remote or (table is not None and table.mode is TableMode.VIDEO)

    @property
    def hosts(self) -> Mapping[int, int]:
        """The table at which each host stays."""
        return {person.id: person.table_id for person in self.people.values() if person.table_id is not None}


def read_planning(session: Session, event_id: int) -> PlanningData:
    """Read the event for planning; eleven queries, whatever its size. Raises NotFoundError."""
    event = session.get(Event, event_id)
    if event is None:
        raise NotFoundError("event_not_found", id=event_id)
    slots = queries.slots_of(session, event_id)
    blocks = _blocks(session, event_id)
    state = RegistrationState.REGISTERED
    registrations, _ = queries.list_registrations(session, event_id, state, 0, MOST_REGISTRATIONS)
    owner_of = {registration.id: registration.organisation_id for registration, _, _ in registrations}
    people = _people(session, event_id, slots, blocks, owner_of)
    delegates: dict[int | None, list[int]] = defaultdict(list)
    for person in people:
        delegates[person.organisation_id].append(person.id)
    return PlanningData(
        event_id=event_id,
        zone=event.zone,
        version=event.version,
        repeat_meetings=event.repeat_meetings,
        slots=tuple(
            PlanSlot(slot.id or 0, number, slot.day, slot.part, slot.starts_at, slot.ends_at)
            for number, slot in enumerate(slots)
        ),
        tables=_tables(session, event_id, slots),
        people={person.id: person for person in people},
        organisations={
            organisation.id or 0: PlanOrganisation(
                organisation.id or 0,
                organisation.name_vi,
                organisation.name_en,
                registration.stand_in,
                registration.repeat_meetings,
                tuple(delegates[organisation.id]),
            )
            for registration, organisation, _ in registrations
        },
        blocks=tuple(blocks),
    )


def _blocks(session: Session, event_id: int) -> list[PlanBlock]:
    people, slots = queries.block_people(session, event_id), queries.block_slots(session, event_id)
    return [
        PlanBlock(
            block.id or 0,
            block.everybody,
            frozenset(people.get(block.id or 0, ())),
            frozenset(slots.get(block.id or 0, ())),
        )
        for block in queries.blocks_of(session, event_id)
    ]


def _tables(session: Session, event_id: int, slots: list[Slot]) -> dict[int, PlanTable]:
    away = _grouped(queries.table_absences(session, event_id))
    return {
        table.id or 0: PlanTable(
            id=table.id or 0,
            name=table.name,
            room_id=table.room_id,
            seats=table.seats,
            mode=table.mode,
            video_link=table.video_link,
            slots=frozenset(slot.id or 0 for slot in slots if _in_use(table, slot)) - away[table.id or 0],
        )
        for table in queries.tables_of(session, event_id)
    }


def _in_use(table: MeetingTable, slot: Slot) -> bool:
    begun = table.used_from is None or table.used_from <= slot.starts_at
    return begun and (table.used_until is None or slot.ends_at <= table.used_until)


def _people(
    session: Session, event_id: int, slots: list[Slot], blocks: list[PlanBlock], owner_of: dict[int | None, int]
) -> list[PlanPerson]:
    all_slots = frozenset(slot.id or 0 for slot in slots)
    for_all = frozenset(slot for block in blocks if block.everybody for slot in block.slots)
    away = _grouped(queries.person_absences(session, event_id))
    for block in blocks:
        for person_id in block.people:
            away[person_id] |= block.slots
    return [
        _person(person, owner_of.get(person.registration_id), all_slots - for_all - away[person.id or 0])
        for person in queries.coming_people(session, event_id)
    ]


def _person(person: EventPerson, organisation_id: int | None, slots: frozenset[int]) -> PlanPerson:
    return PlanPerson(
        id=person.id or 0,
        role=person.role,
        organisation_id=organisation_id,
        name=person.name,
        languages=frozenset(person.languages),
        subjects=frozenset(person.subjects),
        posting_ids=frozenset(person.posting_ids),
        max_per_day=person.max_per_day,
        max_consecutive=person.max_consecutive,
        table_id=person.table_id,
        slots=slots,
        remote=person.remote,
    )


def _grouped(pairs: Iterable[tuple[int, int]]) -> defaultdict[int, frozenset[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for key, slot in pairs:
        found[key].add(slot)
    return defaultdict(frozenset, {key: frozenset(slots) for key, slots in found.items()})
