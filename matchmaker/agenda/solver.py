"""The door to planning: a problem in, the best plan found in time out, with a proof where there is one.

Presolve answers what counting can answer. Then searchers run side by side: the first raises the proven bound on
breaks one by one until a plan meets it, the others look for better plans. A plan is shown as soon as it is found, and
none leaves here that ``constraints`` would object to.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from matchmaker.agenda.constraints import total_breaks, violations
from matchmaker.agenda.exact import explaining
from matchmaker.agenda.exact.presolve import Reason, Reduced, reduce
from matchmaker.agenda.exact.searching import Task
from matchmaker.agenda.exact.seating import seat
from matchmaker.agenda.problem import Plan, Problem
from matchmaker.agenda.processes import Searchers

# Staying in the mode that is good at finding solutions: a first plan comes ten times sooner.
IMPROVER = {"stabilizeonly": 1}
# More places in time than this, over all meetings, make a formula that takes more than a gigabyte.
MOST_PLACES = 30_000
# Whoever asked to stop waits no longer than this.
POLL_SECONDS = 0.1


class Status(StrEnum):
    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Progress:
    """``value`` is the number of meetings placed; ``breaks`` those of the best plan, if there is one yet."""

    value: int
    breaks: int | None
    bound: int
    seconds: float


@dataclass(frozen=True)
class Solution:
    """No plan has fewer breaks than ``bound``; ``reasons`` say why nothing can be planned, where that is known."""

    status: Status
    plan: Plan | None
    breaks: int | None
    bound: int | None
    seconds: float
    reasons: tuple[Reason, ...] = ()


def solve(
    problem: Problem,
    *,
    time_limit: float = 60.0,
    workers: int = 2,
    progress: Callable[[Progress], None] = lambda _: None,
    stop: Callable[[], bool] = lambda: False,
) -> Solution:
    """Plan every meeting with as few breaks as possible, within ``time_limit`` seconds."""
    started = time.monotonic()
    reduced = reduce(problem)
    if isinstance(reduced, Reason):
        reasons = explaining.count(problem) or (reduced,)
        return Solution(Status.INFEASIBLE, None, None, None, time.monotonic() - started, reasons)
    if sum(domain.bit_count() for domain in reduced.domains) > MOST_PLACES:
        return Solution(Status.UNKNOWN, None, None, reduced.bound, time.monotonic() - started)
    run = _Run(reduced, started, progress)
    with Searchers(_tasks(reduced, workers)) as searchers:
        while not run.decided and searchers.running and not stop():
            left = started + time_limit - time.monotonic()
            if not left > 0:
                break
            for number, found in searchers.wait(min(left, POLL_SECONDS)):
                if run.take(found):
                    searchers.tell(number, {"bound": run.bound, "breaks": run.breaks})
    return run.solution()


def _tasks(reduced: Reduced, workers: int) -> list[Task]:
    improvers = [Task(reduced, from_below=False, options=IMPROVER | {"seed": seed}) for seed in range(workers)]
    return improvers if workers == 1 else [Task(reduced, from_below=True, options={}), *improvers[1:]]


class _Run:
    """The best of what searchers have said so far."""

    def __init__(self, reduced: Reduced, started: float, progress: Callable[[Progress], None]) -> None:
        self.problem = reduced.problem
        self.bound = reduced.bound
        self.breaks: int | None = None
        self.plan: Plan | None = None
        self.infeasible = False
        self._started, self._progress = started, progress

    @property
    def decided(self) -> bool:
        return self.infeasible or (self.breaks is not None and self.bound >= self.breaks)

    def take(self, found: dict[str, Any]) -> bool:
        """Take in what a searcher says; whether it was news."""
        self.infeasible = self.infeasible or "infeasible" in found
        bound: int = found.get("bound", 0)
        news = bound > self.bound
        self.bound = max(self.bound, bound)
        if "slots" in found:
            news = self._take_plan(found["slots"]) or news
        if news:
            placed = len(self.plan.assignments) if self.plan else 0
            self._progress(Progress(placed, self.breaks, self.bound, time.monotonic() - self._started))
        return news

    def _take_plan(self, slots: list[int]) -> bool:
        plan = seat(self.problem, slots)
        if plan is None or violations(self.problem, plan):
            raise AssertionError("a searcher's plan breaks a rule")
        breaks = total_breaks(self.problem, plan)
        if self.breaks is not None and breaks >= self.breaks:
            return False
        self.plan, self.breaks = plan, breaks
        return True

    def solution(self) -> Solution:
        seconds = time.monotonic() - self._started
        if self.infeasible:
            return Solution(Status.INFEASIBLE, None, None, None, seconds)
        status = Status.UNKNOWN if self.plan is None else Status.OPTIMAL if self.decided else Status.FEASIBLE
        return Solution(status, self.plan, self.breaks, self.bound, seconds)
