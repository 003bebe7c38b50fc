"""A session day with optional meetings: who asked to meet whom, what that is worth, and what there is to meet with.

Where ``problem`` has meetings that must all take place, here are requests of two organisations; each side sends one of
its delegates, and colleagues can stand in for each other. Slots are counted from zero in the order of time, over all
days. A *break* is a maximal run of empty slots between two meetings of one delegate on one day, as in ``problem``;
interpreters and experts wait as part of their work.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True)
class Slot:
    """A time at which every table can hold one meeting."""

    day: int = 0
    afternoon: bool = False


@dataclass(frozen=True)
class Table:
    """``slots`` are those in which it can be used, None for all. Video meetings need a table for video, others none."""

    id: str
    seats: int = 4
    video: bool = False
    room: str = ""
    slots: frozenset[int] | None = None


@dataclass(frozen=True)
class Person:
    """A delegate, or with ``organisation`` None an interpreter or expert; ``slots`` None is all of them.

    A host stays at ``table``, and nobody else's meetings are there.
    """

    id: str
    organisation: str | None = None
    languages: frozenset[str] = frozenset()
    slots: frozenset[int] | None = None
    table: str | None = None
    max_per_day: int | None = None
    max_consecutive: int | None = None


@dataclass(frozen=True)
class Request:
    """Two organisations want to meet. Only delegates in ``speakers`` may go, None for any; ``experts`` come along.

    Two organisations meet once, unless each of their requests has ``repeat``.
    """

    id: str
    first: str
    second: str
    value: int = 1
    must: bool = False
    speakers: frozenset[str] | None = None
    experts: tuple[str, ...] = ()
    video: bool = False
    repeat: bool = False

    @property
    def pair(self) -> tuple[str, str]:
        """Both organisations in a fixed order."""
        low, high = sorted((self.first, self.second))
        return low, high


@dataclass(frozen=True)
class Block:
    """Something fixed, such as a visit; ``people`` None is everybody."""

    slots: frozenset[int]
    people: frozenset[str] | None = None


@dataclass(frozen=True)
class Seating:
    """``people`` are the delegates, that of the request's ``first`` organisation first."""

    slot: int
    table: str
    people: tuple[str, str]
    interpreter: str | None = None


@dataclass(frozen=True)
class Pin:
    """A request that must be placed as said here; None is left to the planner."""

    slot: int | None = None
    table: str | None = None
    people: tuple[str, str] | None = None
    interpreter: str | None = None


@dataclass(frozen=True)
class EventProblem:
    """Ids are unique among people, tables and requests, and every id named exists: ``event_checking`` sees to it.

    ``forbidden`` holds pairs of organisations, each in order. ``told`` is what people were told already.
    """

    slots: tuple[Slot, ...]
    tables: tuple[Table, ...]
    people: tuple[Person, ...]
    requests: tuple[Request, ...]
    interpreters: frozenset[str] = frozenset()
    forbidden: frozenset[tuple[str, str]] = frozenset()
    blocks: tuple[Block, ...] = ()
    pins: Mapping[str, Pin] = field(default_factory=dict)
    told: Mapping[str, Seating] = field(default_factory=dict)
    name: str = ""

    @cached_property
    def person(self) -> Mapping[str, Person]:
        """People by id."""
        return {person.id: person for person in self.people}

    @cached_property
    def table(self) -> Mapping[str, Table]:
        """Tables by id."""
        return {table.id: table for table in self.tables}

    @cached_property
    def request(self) -> Mapping[str, Request]:
        """Requests by id."""
        return {request.id: request for request in self.requests}

    @cached_property
    def delegates(self) -> Mapping[str, tuple[Person, ...]]:
        """The delegates of each organisation that has any."""
        found: dict[str, list[Person]] = {}
        for person in self.people:
            if person.organisation is not None:
                found.setdefault(person.organisation, []).append(person)
        return {organisation: tuple(people) for organisation, people in found.items()}

    @cached_property
    def requests_of(self) -> Mapping[str, tuple[Request, ...]]:
        """The requests of each organisation that has any."""
        found: dict[str, list[Request]] = {}
        for request in self.requests:
            for organisation in dict.fromkeys((request.first, request.second)):
                found.setdefault(organisation, []).append(request)
        return {organisation: tuple(requests) for organisation, requests in found.items()}

    @cached_property
    def hosted(self) -> frozenset[str]:
        """Tables at which somebody stays."""
        return frozenset(person.table for person in self.people if person.table is not None)

    def blocked(self, person: str) -> frozenset[int]:
        """The slots in which a person has something fixed."""
        return self._blocked_people.get(person, frozenset()) | self._blocked_for_all

    @cached_property
    def _blocked_for_all(self) -> frozenset[int]:
        return frozenset(slot for block in self.blocks if block.people is None for slot in block.slots)

    @cached_property
    def _blocked_people(self) -> Mapping[str, frozenset[int]]:
        found: dict[str, frozenset[int]] = {}
        for block in self.blocks:
            for person in block.people or ():
                found[person] = found.get(person, frozenset()) | block.slots
        return found

    def free_slots(self, person: Person) -> frozenset[int]:
        """The slots in which a person can meet: available and without anything fixed."""
        own = frozenset(range(len(self.slots))) if person.slots is None else person.slots
        return own - self.blocked(person.id)

    def share_language(self, people: tuple[str, str]) -> bool:
        """Whether two delegates need no interpreter; of whom nothing is known is taken to understand."""
        one, other = (self.person[name].languages for name in people)
        return not one or not other or bool(one & other)

    def interprets(self, interpreter: str, people: tuple[str, str]) -> bool:
        """Whether an interpreter shares a language with each of two delegates."""
        known = self.person[interpreter].languages
        return all(bool(known & self.person[name].languages) for name in people)


@dataclass(frozen=True)
class EventPlan:
    """Where, when and with whom each placed request takes place, by the request's id."""

    placements: Mapping[str, Seating] = field(default_factory=dict)
