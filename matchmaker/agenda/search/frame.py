"""An event in numbers, for search: people, tables and requests counted from zero, sets of them and of times as bits.

Times are *positions*: slots with an empty one between days, so that meetings on two days never follow each other.
"""

from collections.abc import Mapping
from functools import cached_property
from itertools import product
from typing import NamedTuple

from matchmaker.agenda.event_problem import EventPlan, EventProblem, Pin, Request, Seating
from matchmaker.agenda.exact.counting import bits

NO_PIN = Pin()


class Option(NamedTuple):
    """One choice of delegates for a request. ``people`` are they and the experts; ``times`` when all can.

    ``interpreters`` is empty where none is needed.
    """

    people: tuple[int, ...]
    times: int
    tables: int
    interpreters: int


class Place(NamedTuple):
    """Where a request is; ``interpreter`` is a person or -1."""

    option: int
    time: int
    table: int
    interpreter: int


class Limits(dict[int, bool]):
    """Whether a set of times keeps a person's limits; remembered."""

    def __init__(self, days: list[int], per_day: int | None, consecutive: int | None) -> None:
        self.days, self.per_day, self.consecutive = days, per_day, consecutive

    def __missing__(self, times: int) -> bool:
        run, length = times, 0
        while run and self.consecutive is not None and length <= self.consecutive:
            run &= run << 1
            length += 1
        kept = self.consecutive is None or length <= self.consecutive
        if self.per_day is not None:
            kept = kept and all((times & day).bit_count() <= self.per_day for day in self.days)
        self[times] = kept
        return kept


class Frame:
    """What does not change while plans are searched for. Delegates come before all other people."""

    def __init__(self, problem: EventProblem) -> None:
        self.problem = problem
        self.people = sorted(problem.people, key=lambda person: (person.organisation is None, len(person.languages)))
        self.delegates = sum(person.organisation is not None for person in self.people)
        self.number = {person.id: number for number, person in enumerate(self.people)}
        self.tables = sorted(problem.tables, key=lambda table: (table.seats, len(table.slots or problem.slots)))
        self.table_number = {table.id: number for number, table in enumerate(self.tables)}
        self._set_times()
        self.free = [self.mask(problem.free_slots(person)) for person in self.people]
        self.limits = [
            Limits(self.days, person.max_per_day, person.max_consecutive)
            if person.max_per_day is not None or person.max_consecutive is not None
            else None
            for person in self.people
        ]
        self.open_tables = self._open_tables()
        self.options = [self._options(request) for request in problem.requests]
        self.weights = self._weights()
        orgs = {name: number for number, name in enumerate(problem.requests_of)}
        self.organisations = [(orgs[request.first], orgs[request.second]) for request in problem.requests]
        self.rivals = self._rivals()

    def _set_times(self) -> None:
        names = {day: number for number, day in enumerate(dict.fromkeys(slot.day for slot in self.problem.slots))}
        self.position = [slot + names[self.problem.slots[slot].day] for slot in range(len(self.problem.slots))]
        self.slot = {position: slot for slot, position in enumerate(self.position)}
        self.times = (self.position[-1] + 1) if self.position else 0
        self.days = [0] * len(names)
        for slot, position in enumerate(self.position):
            self.days[names[self.problem.slots[slot].day]] |= 1 << position

    def helpers_there(self) -> list[int]:
        """For each time, interpreters and experts who are there."""
        found = [0] * self.times
        for person in range(self.delegates, len(self.people)):
            for time in bits(self.free[person]):
                found[time] |= 1 << person
        return found

    def mask(self, slots: frozenset[int]) -> int:
        """Slots as a set of positions."""
        return sum(1 << self.position[slot] for slot in slots if 0 <= slot < len(self.position))

    def _open_tables(self) -> list[int]:
        everywhere = frozenset(range(len(self.position)))
        found = [0] * self.times
        for number, table in enumerate(self.tables):
            for time in bits(self.mask(everywhere if table.slots is None else table.slots)):
                found[time] |= 1 << number
        return found

    def _rivals(self) -> dict[int, list[int]]:
        """Requests of the same two organisations that cannot both be placed."""
        by_pair: dict[tuple[str, str], list[int]] = {}
        for number, request in enumerate(self.problem.requests):
            by_pair.setdefault(request.pair, []).append(number)
        found: dict[int, list[int]] = {}
        for numbers in by_pair.values():
            for one, other in product(numbers, numbers) if len(numbers) > 1 else ():
                if one != other and not (self.problem.requests[one].repeat and self.problem.requests[other].repeat):
                    found.setdefault(one, []).append(other)
        return found

    def _weights(self) -> list[int]:
        """Any must-meet weighs more than all that are none, a pinned request more than all others."""
        requests = self.problem.requests
        plain = 1 + sum(max(request.value, 0) for request in requests)
        return [
            max(request.value, 0)
            + plain * request.must
            + self.cover_weight * 4 * len(requests) * (request.id in self.problem.pins)
            for request in requests
        ]

    @cached_property
    def must_weight(self) -> int:
        """What one more must-meet weighs at least."""
        return 1 + sum(max(request.value, 0) for request in self.problem.requests)

    @cached_property
    def cover_weight(self) -> int:
        """What it weighs that one more organisation has a meeting."""
        return self.must_weight * (len(self.problem.requests) + 1)

    def _options(self, request: Request) -> list[Option]:
        problem = self.problem
        pin = problem.pins.get(request.id, NO_PIN)
        if request.pair in problem.forbidden or request.first == request.second:
            return []
        sides = [
            [person.id for person in problem.delegates.get(organisation, ()) if _may_speak(request, person.id)]
            for organisation in (request.first, request.second)
        ]
        made = (self._option(request, (one, other), pin) for one, other in product(*sides))
        return [option for option in made if option is not None]

    def _option(self, request: Request, pair: tuple[str, str], pin: Pin) -> Option | None:
        problem = self.problem
        if pin.people is not None and pin.people != pair:
            return None
        people = tuple(self.number[name] for name in (*pair, *request.experts))
        interpreters = self._interpreters(pair, pin) & ~sum(1 << person for person in set(people))
        if not interpreters and (pin.interpreter is not None or not problem.share_language(pair)):
            return None
        tables = self.tables_for(pair, len(people) + bool(interpreters), video=request.video)
        if pin.table is not None:
            tables &= 1 << self.table_number[pin.table]
        times = -1 if pin.slot is None else 1 << self.position[pin.slot]
        for person in people:
            times &= self.free[person]
        times = sum(1 << time for time in bits(times) if self.open_tables[time] & tables)
        return Option(people, times, tables, interpreters) if times and tables else None

    def _interpreters(self, pair: tuple[str, str], pin: Pin) -> int:
        if pin.interpreter is None and self.problem.share_language(pair):
            return 0
        able = self._able(frozenset(self.problem.person[pair[0]].languages), self.problem.person[pair[1]].languages)
        return able if pin.interpreter is None else able & 1 << self.number[pin.interpreter]

    def _able(self, one: frozenset[str], other: frozenset[str]) -> int:
        known = self._able_known.get((one, other))
        if known is None:
            names = self.problem.interpreters
            known = sum(
                1 << self.number[name]
                for name in names
                if self.problem.person[name].languages & one and self.problem.person[name].languages & other
            )
            self._able_known[one, other] = known
        return known

    @cached_property
    def _able_known(self) -> dict[tuple[frozenset[str], frozenset[str]], int]:
        return {}

    def tables_for(self, pair: tuple[str, str], people: int, *, video: bool) -> int:
        """The tables that fit so many people, two delegates among them."""
        own = {self.problem.person[name].table for name in pair} - {None}
        if len(own) > 1:
            return 0
        return self._fitting(own.pop() if own else None, people, video)

    def _fitting(self, host: str | None, people: int, video: bool) -> int:
        key = (host, people, video)
        if key not in self._fitting_known:
            self._fitting_known[key] = sum(
                1 << number
                for number, table in enumerate(self.tables)
                if table.seats >= people
                and table.video == video
                and (table.id not in self.problem.hosted if host is None else table.id == host)
            )
        return self._fitting_known[key]

    @cached_property
    def _fitting_known(self) -> dict[tuple[str | None, int, bool], int]:
        return {}

    def plan(self, places: Mapping[int, Place]) -> EventPlan:
        """A plan in words."""
        return EventPlan({self.problem.requests[n].id: self.seating(n, at) for n, at in sorted(places.items())})

    def seating(self, request: int, at: Place) -> Seating:
        """One place in words."""
        one, other, *_ = (self.people[person].id for person in self.options[request][at.option].people)
        interpreter = None if at.interpreter < 0 else self.people[at.interpreter].id
        return Seating(self.slot[at.time], self.tables[at.table].id, (one, other), interpreter)

    def place(self, request: int, at: Seating) -> Place | None:
        """A seating in numbers, None if it is none of the request's options."""
        if at.table not in self.table_number or not 0 <= at.slot < len(self.position):
            return None
        pair = tuple(self.number.get(name, -1) for name in at.people)
        time, table = self.position[at.slot], self.table_number[at.table]
        interpreter = -1 if at.interpreter is None else self.number.get(at.interpreter, -1)
        for number, option in enumerate(self.options[request]):
            if option.people[:2] == pair and option.times >> time & 1 and option.tables >> table & 1:
                if option.interpreters and (interpreter < 0 or not option.interpreters >> interpreter & 1):
                    return None
                return Place(number, time, table, interpreter if option.interpreters else -1)
        return None


def _may_speak(request: Request, person: str) -> bool:
    return request.speakers is None or person in request.speakers
