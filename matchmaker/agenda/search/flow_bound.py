"""Bounds on the value of a plan: what people's free slots, tables and interpreters can hold at most.

Requests are edges between organisations, and organisations, tables and interpreters have room for so many: a b-matching
of maximum weight, relaxed to a linear program. Between two sides it is a network flow, whose optimum is integral
(Ford and Fulkerson, "Flows in Networks", 1962); elsewhere it is still a bound. Small events get a program with one
variable for each request and time, which is tighter.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from typing import Any

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_array

from matchmaker.agenda.event_problem import EventProblem
from matchmaker.agenda.exact.counting import bits
from matchmaker.agenda.search.frame import Frame
from matchmaker.agenda.worker import Hear, Report

# So many variables take about a second.
MOST_TIMED = 8_000
TOLERANCE = 1e-6


@dataclass(frozen=True)
class ValueBound:
    """At most so many organisations with a meeting, must-meets, value; each given the best of those before it.

    ``meetings`` and what is ``alone`` are bounds by themselves.
    """

    covered: int
    musts: int
    value: int
    meetings: int
    musts_alone: int
    value_alone: int

    def given(self, covered: int, musts: int) -> tuple[int, int]:
        """Bounds on must-meets and value of plans that reach at least so much before."""
        most = self.musts if covered >= self.covered else self.musts_alone
        reached = covered >= self.covered and musts >= self.musts
        return most, self.value if reached else self.value_alone


class _Rows:
    """Rows of a linear program: sums of variables that are at most so much."""

    def __init__(self) -> None:
        self.row: list[int] = []
        self.column: list[int] = []
        self.factor: list[float] = []
        self.limit: list[float] = []

    def add(self, columns: Sequence[int], limit: float, *, minus: Sequence[int] = (), factor: float = 1.0) -> None:
        number = len(self.limit)
        self.row.extend([number] * (len(columns) + len(minus)))
        self.column.extend([*columns, *minus])
        self.factor.extend([factor] * len(columns) + [-1.0] * len(minus))
        self.limit.append(limit)

    def matrix(self, columns: int) -> Any:
        return coo_array((self.factor, (self.row, self.column)), shape=(len(self.limit), columns)).tocsr()


def value_bound(frame: Frame, *, timed: bool = True) -> ValueBound:
    """Bounds for the first level; ``timed`` allows the tighter program where it is small enough."""
    size = sum(_all_times(frame, number).bit_count() for number in range(len(frame.options)))
    program = _Program(frame, timed=timed and size <= MOST_TIMED)
    must = np.array([float(request.must) for request in frame.problem.requests])
    worth = np.array([float(max(request.value, 0)) for request in frame.problem.requests])
    meetings, musts_alone, value_alone = (program.most(weights) for weights in (np.ones(len(must)), must, worth))
    covered = program.cover()
    musts = program.musts(must)
    return ValueBound(covered, musts, program.most(worth), meetings, musts_alone, value_alone)


def loose_bound(frame: Frame) -> ValueBound:
    """Bounds at once: everything that could take place by itself."""
    possible = [request for request, options in zip(frame.problem.requests, frame.options, strict=True) if options]
    covered = {organisation for request in possible for organisation in request.pair}
    musts, value = sum(request.must for request in possible), sum(max(request.value, 0) for request in possible)
    return ValueBound(len(covered), musts, value, len(possible), musts, value)


@dataclass(frozen=True)
class BoundTask:
    """Finds the bounds of a large event in a process of its own."""

    problem: EventProblem

    def run(self, report: Report, hear: Hear) -> None:
        """Report them."""
        report({"value_bound": list(astuple(value_bound(Frame(self.problem))))})


def _all_times(frame: Frame, request: int) -> int:
    times = 0
    for option in frame.options[request]:
        times |= option.times
    return times


class _Program:
    """Variables: one a request, one an organisation that says it is covered, then those of requests at times."""

    def __init__(self, frame: Frame, *, timed: bool) -> None:
        self.frame = frame
        self.requests = len(frame.options)
        self.organisations = 1 + max((max(pair) for pair in frame.organisations), default=-1)
        self.columns = self.requests + self.organisations
        self.rows = _Rows()
        self.of: defaultdict[int, list[int]] = defaultdict(list)
        for number, pair in enumerate(frame.organisations):
            for organisation in set(pair):
                self.of[organisation].append(number)
        for organisation, numbers in self.of.items():
            self.rows.add([self.requests + organisation], 0.0, minus=numbers)
        for one, others in frame.rivals.items():
            for other in others:
                if one < other:
                    self.rows.add([one, other], 1.0)
        if timed:
            self._timed()
        else:
            self._counted()

    def _counted(self) -> None:
        """Rooms over all times: delegates, tables, interpreters of a language."""
        frame = self.frame
        for people, numbers in self._by(lambda number: self._sides(number)).items():
            self.rows.add(numbers, sum(frame.free[person].bit_count() for person in bits(people)))
        for tables, numbers in self._by(lambda number: [self._union(number, "tables")]).items():
            self.rows.add(numbers, sum((free & tables).bit_count() for free in frame.open_tables))
        everywhere = (1 << len(frame.tables)) - 1
        self.rows.add(range(self.requests), sum((free & everywhere).bit_count() for free in frame.open_tables))
        for able, numbers in self._by_interpreters().items():
            self.rows.add(numbers, sum(self._work(person) for person in bits(able)))

    def _timed(self) -> None:
        """The same at each time, with a variable for each request and time."""
        frame = self.frame
        cells: list[dict[int, int]] = []
        for number in range(self.requests):
            times = _all_times(frame, number)
            cells.append({time: self.columns + place for place, time in enumerate(bits(times))})
            self.columns += times.bit_count()
            self.rows.add([number], 0.0, minus=list(cells[-1].values()))
        sides, tables = (
            self._by(lambda number: self._sides(number)),
            self._by(lambda number: [self._union(number, "tables")]),
        )
        interpreters = self._by_interpreters()
        for time in frame.slot:
            for people, numbers in sides.items():
                room = sum(frame.free[person] >> time & 1 for person in bits(people))
                self._at(cells, numbers, time, room)
            for mask, numbers in tables.items():
                self._at(cells, numbers, time, (frame.open_tables[time] & mask).bit_count())
            self._at(cells, range(self.requests), time, frame.open_tables[time].bit_count())
            for able, numbers in interpreters.items():
                room = sum(frame.free[person] >> time & 1 for person in bits(able))
                self._at(cells, numbers, time, room)
        for able, numbers in interpreters.items():
            self.rows.add(numbers, sum(self._work(person) for person in bits(able)))

    def _at(self, cells: list[dict[int, int]], numbers: Sequence[int], time: int, room: int) -> None:
        here = [cells[number][time] for number in numbers if time in cells[number]]
        if len(here) > room:
            self.rows.add(here, room)

    def _sides(self, number: int) -> list[int]:
        """For each person's part in a request, all who could take it."""
        found: list[int] = []
        for option in self.frame.options[number]:
            found = found or [0] * len(option.people)
            found = [mask | 1 << person for mask, person in zip(found, option.people, strict=True)]
        return found

    def _union(self, number: int, field: str) -> int:
        found = 0
        for option in self.frame.options[number]:
            found |= int(getattr(option, field))
        return found

    def _by(self, key: Any) -> dict[int, list[int]]:
        """Requests by what they choose from; then for each such set, all who choose from within it."""
        own: defaultdict[int, list[int]] = defaultdict(list)
        for number in range(self.requests):
            for mask in set(key(number)) - {0}:
                own[mask].append(number)
        if len(own) > 2 * len(self.frame.people):
            return dict(own)
        return {mask: self._within(own, mask) for mask in own}

    @staticmethod
    def _within(own: dict[int, list[int]], mask: int) -> list[int]:
        if mask & (mask - 1) == 0:
            return own[mask]
        return sorted({number for other, numbers in own.items() if not other & ~mask for number in numbers})

    def _by_interpreters(self) -> dict[int, list[int]]:
        """Requests whose every option needs an interpreter, by who could be it, smaller sets within larger ones."""

        def needed(number: int) -> list[int]:
            options = self.frame.options[number]
            return (
                [self._union(number, "interpreters")]
                if options and all(option.interpreters for option in options)
                else []
            )

        found = self._by(needed)
        everybody = 0
        for mask in found:
            everybody |= mask
        if found:
            found[everybody] = sorted({number for numbers in found.values() for number in numbers})
        return found

    def _work(self, person: int) -> int:
        """The most meetings that a person's free slots and limit a day allow."""
        limit = self.frame.people[person].max_per_day
        counts = [(self.frame.free[person] & day).bit_count() for day in self.frame.days]
        return sum(count if limit is None else min(count, limit) for count in counts)

    def most(self, weights: Sequence[float] | np.ndarray[Any, Any]) -> int:
        """The most that requests of these weights can come to."""
        return self._solve(np.concatenate([weights, np.zeros(self.columns - self.requests)]))

    def cover(self) -> int:
        """The most organisations that can have a meeting; kept from now on."""
        weights = np.zeros(self.columns)
        weights[self.requests : self.requests + self.organisations] = 1.0
        found = self._solve(weights)
        self.rows.add(range(self.requests, self.requests + self.organisations), -float(found), factor=-1.0)
        return found

    def musts(self, must: np.ndarray[Any, Any]) -> int:
        """The most must-meets that what was kept allows; kept from now on."""
        found = self.most(must)
        self.rows.add([int(number) for number in np.flatnonzero(must)], -float(found), factor=-1.0)
        return found

    def _solve(self, weights: np.ndarray[Any, Any]) -> int:
        if not self.requests:
            return 0
        top = np.ones(self.columns)
        top[: self.requests] = [float(bool(options)) for options in self.frame.options]
        bounds = np.stack([np.zeros(self.columns), top], axis=1)
        solved = linprog(
            -weights, A_ub=self.rows.matrix(self.columns), b_ub=self.rows.limit, bounds=bounds, method="highs"
        )
        if solved.status != 0:
            return int(sum(weights))
        return int(-solved.fun + TOLERANCE * max(1.0, -solved.fun))
