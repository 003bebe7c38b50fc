"""The door to planning an event: a problem in, the best plan found in time out, with a bound for each level.

Levels come one after the other, and none gives up what an earlier one has reached:

1. ``covered``, ``musts``, ``value``: organisations with a meeting, then must-meets, then the value of all meetings;
2. ``breaks``, ``most_breaks``: breaks of all delegates, then how they are spread, as the most that one has;
3. ``table_changes``, ``waiting``: changes of tables and empty slots in breaks.

Bounds of levels 2 and 3 hold for the requests that the plan places, those of table changes for its times.
"""

import random
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

from matchmaker.agenda.event_constraints import event_violations
from matchmaker.agenda.event_problem import EventPlan, EventProblem
from matchmaker.agenda.exact.presolve import Reduced
from matchmaker.agenda.exact.searching import Task
from matchmaker.agenda.processes import Searchers
from matchmaker.agenda.search.board import Board, places_at
from matchmaker.agenda.search.break_bound import breaks_bounds, reduced_form
from matchmaker.agenda.search.breaks import gaps
from matchmaker.agenda.search.flow_bound import BoundTask, ValueBound, loose_bound, value_bound
from matchmaker.agenda.search.frame import Frame, Place
from matchmaker.agenda.search.greedy import Placer
from matchmaker.agenda.search.plan_search import PlanTask
from matchmaker.agenda.search.seats_kept import keep_tables, table_changes, table_changes_bound
from matchmaker.agenda.worker import Runnable
from matchmaker.kit.errors import ConflictError
from matchmaker.kit.telemetry.spans import span

POLL_SECONDS = 0.1
# Above so many requests the second process searches as well instead of proving bounds.
MOST_PROVED = 200
# What starting a process and finishing a plan take, once and for each request.
RESERVE_SECONDS = 0.3, 0.0006
# Bounds on the value of larger events are found beside the search, not before it.
MOST_AT_ONCE = 2000


@dataclass(frozen=True)
class Level:
    """``bound`` is the best value that any plan could have; ``proven`` says that the plan has it."""

    name: str
    value: int
    bound: int

    @property
    def proven(self) -> bool:
        return self.value == self.bound


@dataclass(frozen=True)
class PlanProgress:
    """The plan so far: the level that was improved, its bound, and value and breaks of the whole."""

    level: str
    value: int
    breaks: int | None
    bound: int
    seconds: float


@dataclass(frozen=True)
class Planned:
    plan: EventPlan
    levels: tuple[Level, ...]
    seconds: float

    def level(self, name: str) -> Level:
        """One level by its name."""
        return next(level for level in self.levels if level.name == name)


def plan_event(
    problem: EventProblem,
    *,
    time_limit: float = 20.0,
    workers: int = 2,
    seed: int = 0,
    progress: Callable[[PlanProgress], None] = lambda _: None,
    stop: Callable[[], bool] = lambda: False,
) -> Planned:
    """Plan an event within ``time_limit`` seconds; stopped early, the best plan so far.

    Raises ConflictError("agenda_pins_conflict") if pinned requests cannot all be placed as they are pinned.
    """
    return search_plan(Frame(problem), time_limit, workers, seed, progress, stop)


@span("plan")
def search_plan(
    frame: Frame,
    time_limit: float,
    workers: int,
    seed: int,
    progress: Callable[[PlanProgress], None],
    stop: Callable[[], bool],
    start: tuple[tuple[int, Place], ...] = (),
    *,
    gentle: bool = False,
) -> Planned:
    """The same from places to start with; ``gentle`` changes them only for value."""
    run = _Run(frame, progress)
    reserve = RESERVE_SECONDS[0] + RESERVE_SECONDS[1] * len(frame.options)
    seconds = max(time_limit - reserve - run.seconds, 0.05)
    tasks: list[Runnable] = [PlanTask(frame.problem, seconds, run.target, seed, start, gentle)]
    if run.large:
        tasks.append(BoundTask(frame.problem))
    while len(tasks) < workers and len(frame.options) > MOST_PROVED:
        tasks.append(PlanTask(frame.problem, seconds, run.target, seed + len(tasks), start, gentle))
    with ExitStack() as stack:
        searchers = stack.enter_context(Searchers(tasks))
        provers: Searchers | None = None
        while searchers.running and not run.proven and run.seconds < time_limit and not stop():
            for _, found in searchers.wait(POLL_SECONDS):
                run.take(found)
            if workers > 1 and run.settled and not run.looked and (reduced := run.reduced()) is not None:
                provers = stack.enter_context(Searchers([Task(reduced, from_below=True, options={})]))
            for _, found in provers.wait(0.0) if provers is not None and provers.running else ():
                run.take_proof(found)
    if run.key is None:
        run.take_first(start)
    return run.planned(new_tables=not gentle)


class _Run:
    """The best of what was reported so far."""

    def __init__(self, frame: Frame, progress: Callable[[PlanProgress], None]) -> None:
        self.frame, self.progress = frame, progress
        self.started = time.monotonic()
        self.large = len(frame.options) > MOST_AT_ONCE
        self.bound: ValueBound = loose_bound(frame) if self.large else value_bound(frame)
        self.places: dict[int, Place] = {}
        self.key: tuple[int, int, int, int] | None = None
        self.settled = False
        self.bounds: dict[str, int] = {}
        self.looked, self.proved, self.proved_for, self.proved_order = False, 0, frozenset[int](), list[int]()

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.started

    @property
    def target(self) -> int:
        """What no plan exceeds, as search for value counts."""
        musts = self.frame.must_weight * self.bound.musts
        pinned = sum(request.id in self.frame.problem.pins for request in self.frame.problem.requests)
        top = self.frame.cover_weight * (self.bound.covered + 4 * len(self.frame.options) * pinned)
        return top + musts + self.bound.value

    @property
    def proven(self) -> bool:
        """Whether the plan is as good as can be in value and breaks."""
        if self.key is None or not self.settled:
            return False
        most = (self.bound.covered, self.bound.musts, self.bound.value)
        return -self.key[1] <= self.breaks_bound and self._values() >= most

    @property
    def breaks_bound(self) -> int:
        proved = self.proved if self.proved_for == frozenset(self.places) else 0
        return max(sum(self.bounds.values()), proved)

    def take(self, found: dict[str, Any]) -> None:
        """Take in what a searcher says."""
        if "settled" in found:
            self.settled = True
        if "value_bound" in found:
            self.bound = ValueBound(*found["value_bound"])
        if "places" not in found:
            return
        self._take_places({request: Place(*place) for request, *place in found["places"]})

    def _take_places(self, places: dict[int, Place]) -> None:
        breaks, spread, waiting = self._breaks(places)
        key = (self._weight(places), -breaks, -spread, -waiting)
        if self.key is not None and key <= self.key:
            return
        level = "value" if self.key is None or key[0] > self.key[0] else "breaks"
        if set(places) != set(self.places):
            self.bounds = breaks_bounds(self.frame, places)
        self.places, self.key = places, key
        self._tell(level)

    def take_first(self, start: tuple[tuple[int, Place], ...]) -> None:
        """Place one by one here, where time was too short for any searcher to speak."""
        board = Board(self.frame)
        board.load(start)
        placer = Placer(board, random.Random(0))
        placer.fill(request for request in range(len(self.frame.options)) if request not in board.places)
        self._take_places(board.places)

    def take_proof(self, found: dict[str, Any]) -> None:
        """Take in what was proved for the requests of ``reduced``: a bound, or times that reach it."""
        if "slots" in found:
            times = dict(zip(self.proved_order, found["slots"], strict=True))
            places = places_at(self.frame, times)
            if places is not None:
                self._take_places(places)
        if found.get("bound", 0) > self.proved:
            self.proved = found["bound"]
            self._tell("breaks")

    def reduced(self) -> Reduced | None:
        """Bound breaks by the placed requests in the exact form; that form where a proof may come of it, else None."""
        self.looked = True
        self.proved_order = sorted(self.places)
        reduced = reduced_form(self.frame, self.proved_order)
        if reduced is not None:
            self.proved_for, self.proved = frozenset(self.places), reduced.bound
        return reduced if len(self.frame.options) <= MOST_PROVED else None

    def _tell(self, level: str) -> None:
        value, bound = self._values()[2], self.bound.value if level == "value" else self.breaks_bound
        self.progress(PlanProgress(level, value, None if self.key is None else -self.key[1], bound, self.seconds))

    def planned(self, *, new_tables: bool) -> Planned:
        """The best plan, judged; with ``new_tables`` people keep tables as far as possible."""
        places = keep_tables(self.frame, self.places) if new_tables else self.places
        plan = self.frame.plan(places)
        wrong = event_violations(self.frame.problem, plan)
        if wrong and all(violation.rule == "pinned" for violation in wrong):
            names = [violation.params["request"] for violation in wrong]
            raise ConflictError("agenda_pins_conflict", requests=names)
        if wrong:
            raise AssertionError(f"the plan breaks a rule: {wrong[0]}")
        return Planned(plan, self._levels(places), self.seconds)

    def _levels(self, places: dict[int, Place]) -> tuple[Level, ...]:
        covered, musts, value = self._values()
        total, most, waiting = self._breaks(places)
        most_musts, most_value = self.bound.given(covered, musts)
        changes = table_changes(self.frame, places)
        return (
            Level("covered", covered, self.bound.covered),
            Level("musts", musts, most_musts),
            Level("value", value, most_value),
            Level("breaks", total, self.breaks_bound),
            Level("most_breaks", most, max([min(self.breaks_bound, 1), *self.bounds.values()])),
            Level("table_changes", changes, min(changes, table_changes_bound(self.frame, places))),
            Level("waiting", waiting, self.breaks_bound),
        )

    def _values(self) -> tuple[int, int, int]:
        return values(self.frame, self.places)

    def _weight(self, places: dict[int, Place]) -> int:
        covered = values(self.frame, places)[0]
        return covered * self.frame.cover_weight + sum(self.frame.weights[request] for request in places)

    def _breaks(self, places: dict[int, Place]) -> tuple[int, int, int]:
        return break_counts(self.frame, places)


def values(frame: Frame, places: dict[int, Place]) -> tuple[int, int, int]:
    """Organisations with a meeting, must-meets and value of a plan."""
    requests = [frame.problem.requests[number] for number in places]
    covered = {organisation for request in requests for organisation in request.pair}
    return len(covered), sum(request.must for request in requests), sum(max(request.value, 0) for request in requests)


def break_counts(frame: Frame, places: dict[int, Place]) -> tuple[int, int, int]:
    """Breaks of all delegates, the most that one has, and empty slots in them."""
    busy = [0] * frame.delegates
    for request, place in places.items():
        for person in frame.options[request][place.option].people:
            if person < frame.delegates:
                busy[person] |= 1 << place.time
    found = [gaps(times, frame.days) for times in busy]
    return sum(count for count, _ in found), max((count for count, _ in found), default=0), sum(w for _, w in found)
