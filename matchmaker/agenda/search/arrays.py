"""A frame and a plan as one array of integers, for compiled code.

Compiled functions take the array and where things are in it, which costs far less than as many arrays. A list begins
at ``where.name``; a table of rows too, and its rows are as long as said in ``Where``. Options of all requests are
numbered through; -1 is nobody or nothing.

Tables are counted by *kind*, a set of tables that options choose from: of two such sets one holds the other or they
share nothing, so meetings find tables if none of these sets has more meetings that must be within it than tables
(Hall's condition). Which table it is, is decided afterwards.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from matchmaker.agenda.exact.counting import bits
from matchmaker.agenda.search.frame import Frame, Place

Memory = npt.NDArray[np.int64]
MOST_MOVES = 64
MOST_LENT = 31


# Sizes first, then where what does not change begins, then the plan, then the best plan and room to work in.
HEADER = (
    "requests",
    "delegates",
    "times",
    "days",
    "width",  # of rows of ``people``
    "depth",  # of rows of ``wider``
    "most",  # of rows of ``meetings``
    "movables",
    "first",  # of each request, its first option; one more at the end
    "people",  # of each option, in rows: delegates and experts
    "may",  # of each option and time: whether all are there
    "choices_first",  # of each option, where its times begin in ``choices``; one more at the end
    "choices",
    "kind",  # of each option
    "wider",  # of each kind, in rows: kinds that hold its tables, itself first
    "room",  # of each kind and time: tables
    "needs",  # of each option: a set of interpreters, or -1
    "able_first",  # of each such set, where it begins in ``able``; one more at the end
    "able",
    "day",  # of each time
    "bit",  # of each time, a number with one bit for its place in the day
    "free",  # of each person and time: whether they are there
    "per_day",  # of each person, -1 where there is no limit
    "consecutive",
    "held",  # of each request: whether it must stay
    "movable",  # the others that are placed
    "option",  # of each request
    "time",
    "interpreter",
    "at",  # of each person and time: a request
    "busy",  # of each person and day: the sum of the bits of times with a meeting
    "used",  # of each kind and time: meetings that must be within it
    "meetings",  # of each time, in rows: its requests, in no order
    "count",  # of each time: how many they are
    "rank",  # of each request, where it is in that row
    "cost",  # of each delegate
    "totals",  # the cost now, that of the best plan
    "best_option",
    "best_time",
    "best_interpreter",
    "new_cost",
    "moves",
    "before",
    "moving",
    "changed",
    "odd",
    "lent_count",
    "lent_user",
    "lent_person",
)
(
    REQUESTS,
    DELEGATES,
    TIMES,
    DAYS,
    WIDTH,
    DEPTH,
    MOST,
    MOVABLES,
    FIRST,
    PEOPLE,
    MAY,
    CHOICES_FIRST,
    CHOICES,
    KIND,
    WIDER,
    ROOM,
    NEEDS,
    ABLE_FIRST,
    ABLE,
    DAY,
    BIT,
    FREE,
    PER_DAY,
    CONSECUTIVE,
    HELD,
    MOVABLE,
    OPTION,
    TIME,
    INTERPRETER,
    AT,
    BUSY,
    USED,
    MEETINGS,
    COUNT,
    RANK,
    COST,
    TOTALS,
    BEST_OPTION,
    BEST_TIME,
    BEST_INTERPRETER,
    NEW_COST,
    MOVES,
    BEFORE,
    MOVING,
    CHANGED,
    ODD,
    LENT_COUNT,
    LENT_USER,
    LENT_PERSON,
) = range(len(HEADER))


class Arrays:
    """``held`` requests must stay, and their tables are nobody else's."""

    def __init__(self, frame: Frame, held: Mapping[int, Place]) -> None:
        self.frame, self.held = frame, held
        self.options = [option for of_request in frame.options for option in of_request]
        self.first = np.cumsum([0, *map(len, frame.options)])
        self.open_tables = list(frame.open_tables)
        for place in held.values():
            self.open_tables[place.time] &= ~(1 << place.table)
        parts = self._fixed() | self._of_people() | self._plan() | self._work()
        sizes = {
            "requests": len(frame.options),
            "delegates": frame.delegates,
            "times": frame.times,
            "days": len(frame.days),
            "width": parts["people"].shape[1],
            "depth": parts["wider"].shape[1],
            "most": parts["meetings"].shape[1],
            "movables": 0,
        }
        *starts, end = np.cumsum([len(HEADER), *(part.size for part in parts.values())]).tolist()
        header = sizes | dict(zip(parts, starts, strict=True))
        self.memory = np.zeros(end, np.int64)
        self.memory[: len(HEADER)] = [header[name] for name in HEADER]
        self.views = {
            name: self.memory[start : start + part.size].reshape(part.shape)
            for (name, part), start in zip(parts.items(), starts, strict=True)
        }
        for name, part in parts.items():
            self.views[name][...] = part

    def load(self, places: Mapping[int, Place]) -> None:
        """Take in a plan, with what is held in it."""
        for name, part in self._plan().items():
            self.views[name][...] = part
        movable = sorted(set(places) - set(self.held))
        self.views["movable"][: len(movable)] = movable
        self.memory[MOVABLES] = len(movable)
        for request, place in places.items():
            self._put(request, place)
        for name in ("option", "time", "interpreter"):
            self.views[f"best_{name}"][:] = self.views[name]

    def _fixed(self) -> dict[str, Memory]:
        """All about options and their tables."""
        times = range(self.frame.times)
        choices = [list(bits(option.times)) for option in self.options]
        kinds = {tables: number for number, tables in enumerate(sorted({option.tables for option in self.options}))}
        sets = {names: number for number, names in enumerate({option.interpreters for option in self.options} - {0})}
        able = [list(bits(names)) for names in sets]
        return {
            "first": self.first,
            "people": _rows([option.people for option in self.options]),
            "may": _table(([option.times >> time & 1 for time in times] for option in self.options), len(times)),
            "choices_first": _starts(choices),
            "choices": _flat(choices),
            "kind": _list(kinds[option.tables] for option in self.options),
            "wider": _rows([_wider(tables, kinds) for tables in kinds]),
            "room": _table(
                ([(self.open_tables[time] & tables).bit_count() for time in times] for tables in kinds), len(times)
            ),
            "needs": _list(sets.get(option.interpreters, -1) for option in self.options),
            "able_first": _starts(able),
            "able": _flat(able),
        }

    def _of_people(self) -> dict[str, Memory]:
        frame = self.frame
        day, bit = _zeros(frame.times), _zeros(frame.times)
        for number, times in enumerate(frame.days):
            for place, time in enumerate(bits(times)):
                day[time], bit[time] = number, 1 << place
        return {
            "day": day,
            "bit": bit,
            "free": _table(([free >> time & 1 for time in range(frame.times)] for free in frame.free), frame.times),
            "per_day": _limits(person.max_per_day for person in frame.people),
            "consecutive": _limits(person.max_consecutive for person in frame.people),
        }

    def _plan(self) -> dict[str, Memory]:
        requests, people, times = len(self.frame.options), len(self.frame.people), self.frame.times
        kinds = len({option.tables for option in self.options})
        held = _zeros(requests)
        held[list(self.held)] = 1
        return {
            "held": held,
            "movable": _none(requests),
            "option": _none(requests),
            "time": _none(requests),
            "interpreter": _none(requests),
            "at": _none(people, times),
            "busy": _zeros(people, len(self.frame.days)),
            "used": _zeros(kinds, times),
            "meetings": _none(times, max((tables.bit_count() for tables in self.open_tables), default=0) + 1),
            "count": _zeros(times),
            "rank": _none(requests),
            "cost": _zeros(people),
            "totals": _zeros(2),
        }

    def _work(self) -> dict[str, Memory]:
        requests, people = len(self.frame.options), len(self.frame.people)
        widest = max((len(option.people) for option in self.options), default=1)
        return {
            "best_option": _none(requests),
            "best_time": _none(requests),
            "best_interpreter": _none(requests),
            "new_cost": _zeros(people),
            "moves": _none(MOST_MOVES),
            "before": _none(MOST_MOVES),
            "moving": _zeros(requests),
            "changed": _none(MOST_MOVES * widest),
            "odd": _zeros(people),
            "lent_count": _zeros(1),
            "lent_user": _none(MOST_LENT + 1),
            "lent_person": _none(MOST_LENT + 1),
        }

    def _put(self, request: int, place: Place) -> None:
        views, time = self.views, place.time
        option = int(self.first[request]) + place.option
        views["option"][request], views["time"][request] = option, time
        views["interpreter"][request] = place.interpreter
        for person in (*self.options[option].people, place.interpreter):
            if person >= 0:
                views["at"][person, time] = request
                views["busy"][person, views["day"][time]] |= views["bit"][time]
        if request in self.held:
            return
        for kind in views["wider"][views["kind"][option]]:
            if kind >= 0:
                views["used"][kind, time] += 1
        views["rank"][request] = views["count"][time]
        views["meetings"][time, views["count"][time]] = request
        views["count"][time] += 1

    def places(self, *, best: bool) -> dict[int, Place]:
        """The plan as it is or was at its best, with tables: those with the least choice choose first."""
        names = ("option", "time", "interpreter")
        option, time, interpreter = (self.views[f"best_{name}" if best else name] for name in names)
        movable = self.views["movable"][: self.memory[MOVABLES]]
        rows = np.stack([movable, option[movable] - self.first[movable], time[movable], interpreter[movable]], axis=1)
        by_time: list[list[tuple[int, Place]]] = [[] for _ in range(self.frame.times)]
        for request, choice, at, helper in rows.tolist():
            by_time[at].append((request, Place(choice, at, -1, helper)))
        found = dict(self.held)
        for at, placed in enumerate(by_time):
            free = self.open_tables[at]
            wanted = {request: self.frame.options[request][place.option].tables for request, place in placed}
            for request, place in sorted(placed, key=lambda one: wanted[one[0]].bit_count()):
                table = free & wanted[request] & -(free & wanted[request])
                found[request] = place._replace(table=table.bit_length() - 1)
                free ^= table
        return found


def _wider(tables: int, kinds: Mapping[int, int]) -> list[int]:
    """The kinds that hold these tables, the same first."""
    return [kinds[tables]] + [number for other, number in kinds.items() if other != tables and not tables & ~other]


def _none(*shape: int) -> Memory:
    return np.full(shape, -1, np.int64)


def _zeros(*shape: int) -> Memory:
    return np.zeros(shape, np.int64)


def _list(values: Iterable[Any]) -> Memory:
    return np.fromiter(values, np.int64)


def _limits(values: Iterable[int | None]) -> Memory:
    return _list(-1 if value is None else value for value in values)


def _flat(lists: Sequence[Sequence[int]]) -> Memory:
    return _list(value for values in lists for value in values)


def _starts(lists: Sequence[Sequence[Any]]) -> Memory:
    return np.cumsum([0, *map(len, lists)])


def _table(rows: Iterable[Sequence[int]], width: int) -> Memory:
    made = list(rows)
    return np.array(made, np.int64).reshape(len(made), width)


def _rows(lists: Sequence[Sequence[int]]) -> Memory:
    """One row each, filled up with -1."""
    found = _none(len(lists), max(map(len, lists), default=1))
    for row, values in zip(found, lists, strict=True):
        row[: len(values)] = values
    return found
