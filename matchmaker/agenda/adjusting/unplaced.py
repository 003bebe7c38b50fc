"""Why a request has no place, and the smallest change that would give it one.

Each time and each choice of delegates is looked at by itself: what is missing there, one thing or several. The smallest
change is that of the time at which the least is missing.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import product

from matchmaker.agenda.adjusting.replanning import known_places
from matchmaker.agenda.event_problem import EventPlan, EventProblem, Person, Request
from matchmaker.agenda.exact.presolve import Reason
from matchmaker.agenda.search.board import Board
from matchmaker.agenda.search.frame import Frame

# Of changes that are equally many, the easier first: asking somebody to come at another time is the hardest.
HARDNESS = {"busy": 2, "rival": 2, "interpreter": 3, "table": 4, "limit": 5, "away": 6}


@dataclass(frozen=True)
class Unplaced:
    """``blocked_by`` counts, for each rule, the slots in which it stands in the way.

    ``change`` is all that has to change, for ``slot`` where it is about one: somebody ``busy`` there with another
    request or ``away``, a ``table`` or ``interpreter`` more, a ``limit`` raised, a ``rival`` of the same pair given up.
    Where no time could ever do, it names the rule: ``veto``, ``no_delegate``, ``no_table``.
    """

    request: str
    blocked_by: dict[str, int]
    slot: int | None
    change: tuple[Reason, ...]


def unplaced(problem: EventProblem, plan: EventPlan) -> list[Unplaced]:
    """Why each request without a place has none, the most valuable first."""
    frame = Frame(replace(problem, pins={}))
    board = Board(frame)
    board.load(known_places(frame, plan.placements).items())
    missing = [request for request in problem.requests if request.id not in plan.placements]
    number = {request.id: place for place, request in enumerate(problem.requests)}
    movable = [_movable_tables(board, time) for time in range(frame.times)]
    return [
        _Look(frame, board, movable, request, number[request.id]).explain()
        for request in sorted(missing, key=lambda one: (not one.must, -one.value, one.id))
    ]


def _movable_tables(board: Board, time: int) -> int:
    """A bit for each table whose users could take one that is free at this time."""
    free = board.free_tables[time]
    return sum(1 << table for table, user in board.table_user[time].items() if free & board.option(user).tables)


class _Look:
    def __init__(self, frame: Frame, board: Board, movable: list[int], request: Request, number: int) -> None:
        self.frame, self.board, self.request, self.number = frame, board, request, number
        self.movable = movable
        self.problem = frame.problem

    def explain(self) -> Unplaced:
        """One request's reasons."""
        never = self._never()
        if never is not None:
            return Unplaced(self.request.id, {never.code: len(self.problem.slots)}, None, (never,))
        found = {
            (slot, pair): self._missing(pair, slot) for pair in self._pairs() for slot in range(len(self.problem.slots))
        }
        blocked: dict[str, set[int]] = {}
        for (slot, _), reasons in found.items():
            for reason in reasons:
                blocked.setdefault(reason.code, set()).add(slot)
        (slot, _), change = min(found.items(), key=lambda item: (_hardness(item[1]), item[0][0]))
        return Unplaced(self.request.id, {code: len(slots) for code, slots in sorted(blocked.items())}, slot, change)

    def _pairs(self) -> list[tuple[Person, Person]]:
        sides = [
            [
                person
                for person in self.problem.delegates.get(organisation, ())
                if self.request.speakers is None or person.id in self.request.speakers
            ]
            for organisation in (self.request.first, self.request.second)
        ]
        return list(product(sides[0], sides[1]))

    def _never(self) -> Reason | None:
        """What no time can help against."""
        pair = self.request.pair
        if pair in self.problem.forbidden:
            return Reason("veto", {"organisations": list(pair)})
        pairs = self._pairs()
        if not pairs or not self.problem.slots:
            lacking = [name for name in (self.request.first, self.request.second) if name not in self.problem.delegates]
            return Reason("no_delegate", {"organisations": lacking or list(pair)})
        if not any(self._tables(one, other) for one, other in pairs):
            return Reason("no_table", {"seats": self._seats(*pairs[0]), "video": self.request.video})
        return None

    def _seats(self, one: Person, other: Person) -> int:
        needed = 2 + len(self.request.experts)
        return needed + (not self.problem.share_language((one.id, other.id)))

    def _tables(self, one: Person, other: Person) -> int:
        return self.frame.tables_for((one.id, other.id), self._seats(one, other), video=self.request.video)

    def _missing(self, pair: tuple[Person, Person], slot: int) -> tuple[Reason, ...]:
        """All that stands in the way of these delegates at this time."""
        time = self.frame.position[slot]
        people = [self.frame.number[person] for person in (pair[0].id, pair[1].id, *self.request.experts)]
        reasons = [reason for person in people for reason in self._of_person(person, time, slot)]
        tables = self._tables(*pair)
        if not self.board.free_tables[time] & tables and not self._swappable(time, tables, people):
            reasons.append(Reason("table", {"slot": slot}))
        if not self.problem.share_language((pair[0].id, pair[1].id)) and not self._interpreter(pair, time):
            languages = [sorted(person.languages) for person in pair]
            reasons.append(Reason("interpreter", {"slot": slot, "languages": languages}))
        for rival in self.frame.rivals.get(self.number, ()):
            if rival in self.board.places:
                reasons.append(Reason("rival", {"request": self.problem.requests[rival].id}))
        return tuple(reasons)

    def _of_person(self, person: int, time: int, slot: int) -> list[Reason]:
        name = self.frame.people[person].id
        met = self.board.at[person][time]
        if met >= 0:
            other = self.problem.requests[met].id
            return [Reason("busy", {"person": name, "slot": slot, "request": other})]
        if not self.frame.free[person] >> time & 1:
            return [Reason("away", {"person": name, "slot": slot})]
        limits = self.frame.limits[person]
        if limits is not None and not limits[self.board.busy[person] | 1 << time]:
            return [Reason("limit", {"person": name, "slot": slot})]
        return []

    def _swappable(self, time: int, tables: int, people: list[int]) -> bool:
        """Whether a table becomes free if its users take another one, or with those whom these people leave."""
        if self.movable[time] & tables:
            return True
        leaving = {self.board.at[person][time] for person in people} - {-1}
        if not leaving:
            return False
        return any(user in leaving and tables >> table & 1 for table, user in self.board.table_user[time].items())

    def _interpreter(self, pair: tuple[Person, Person], time: int) -> bool:
        able = (
            self.frame.number[name]
            for name in self.problem.interpreters
            if self.problem.interprets(name, (pair[0].id, pair[1].id))
        )
        return any(not self._of_person(person, time, self.frame.slot[time]) for person in able)


def _hardness(reasons: Iterable[Reason]) -> tuple[int, int]:
    counts = Counter(reason.code for reason in reasons)
    return sum(counts.values()), sum(HARDNESS[code] * count for code, count in counts.items())
