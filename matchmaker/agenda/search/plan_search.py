"""Searches for a plan of an event, level after level; runs in a process of its own and reports each better plan."""

import random
import time
from collections.abc import Mapping
from dataclasses import dataclass

from matchmaker.agenda.event_problem import EventProblem
from matchmaker.agenda.search.annealing import STEPS_A_LOOK, Annealer, cooling
from matchmaker.agenda.search.board import Board
from matchmaker.agenda.search.frame import Frame, Place
from matchmaker.agenda.search.greedy import Placer
from matchmaker.agenda.worker import Hear, Report

# Of the time, at most so much goes into value before breaks are looked at.
VALUE_SHARE = 0.25
# Better plans are reported no more often than this, in seconds for each meeting.
REPORT_SECONDS = 0.5, 0.0005
# The share of the cooling in which requests that are left are still tried now and then.
STILL_PLACING = 0.6
TRY_EVERY = 0.01
# In breaks: between two tries to make room, meetings change their times at this temperature.
SHAKING = 0.4


@dataclass(frozen=True)
class PlanTask:
    """``start`` are places to begin with, ``seconds`` count from the start of ``run``.

    With ``gentle``, what starts somewhere stays there unless it makes room for more value.
    """

    problem: EventProblem
    seconds: float
    target: int
    seed: int = 0
    start: tuple[tuple[int, Place], ...] = ()
    gentle: bool = False

    def run(self, report: Report, hear: Hear) -> None:
        """Search until time is up."""
        PlanSearch(self, report).run()


class PlanSearch:
    def __init__(self, task: PlanTask, report: Report) -> None:
        self.task, self.report = task, report
        self.started = time.monotonic()
        self.frame = Frame(task.problem)
        self.board = Board(self.frame)
        self.chance = random.Random(task.seed)
        self.start = dict(task.start)
        self.placer = Placer(self.board, self.chance, {request: place.time for request, place in task.start})
        self.reported, self.next_report = (-1, 0), 0.0
        self.left: list[int] = []

    @property
    def passed(self) -> float:
        return (time.monotonic() - self.started) / max(self.task.seconds, 1e-9)

    def run(self) -> None:
        """First the value, then the breaks."""
        self.board.load(self.task.start)
        rest = (request for request in range(len(self.frame.options)) if request not in self.board.places)
        self.left = self.placer.fill(request for request in rest if self.frame.options[request])
        # Before anything is compiled, which may take its time.
        self._report(self.board.places)
        annealer = Annealer(self.board, self.chance)
        self._raise_value(annealer)
        if self.task.gentle:
            self._return(annealer)
        self.report({"settled": sorted(self.board.places)})
        self._lower_breaks(annealer)
        self._tell(annealer, always=True)

    def weight(self) -> int:
        """All that the first level counts, in one number."""
        covered = sum(count > 0 for count in self.board.met)
        return covered * self.frame.cover_weight + sum(self.frame.weights[request] for request in self.board.places)

    def _raise_value(self, annealer: Annealer) -> None:
        """Make room for what is left; between tries, meetings change their times at random."""
        while self.left and self.passed < VALUE_SHARE and self.weight() < self.task.target:
            self.left = self.placer.improve(self.left, lambda: self.passed > VALUE_SHARE)
            annealer.start_anew()
            self._tell(annealer)
            if self.task.gentle:
                break
            annealer.steps(max(1000, len(self.board.places)), SHAKING)
            annealer.load_board()
        annealer.start_anew()

    def _return(self, annealer: Annealer) -> None:
        """Take back changes that nothing needs any more; what is where it was is held from now on."""
        for request, place in self.start.items():
            now = self.board.places.get(request)
            if now is not None and now != place:
                self.board.lift(request)
                if not self.board.keep(request, place):
                    self.board.put(request, now)
        places = self.board.places
        # A table or an interpreter that others could do without would be a change as well.
        self.board.exchange = False
        annealer.hold({request: place for request, place in self.start.items() if places.get(request) == place})

    def _lower_breaks(self, annealer: Annealer) -> None:
        began = self.passed
        next_try = 0.0
        while (done := (self.passed - began) / max(1.0 - began, 1e-9)) < 1 and (annealer.best or self.left):
            annealer.steps(STEPS_A_LOOK, cooling(done))
            self._tell(annealer)
            if self.left and next_try <= done < STILL_PLACING and not self.task.gentle:
                self._try_left(annealer)
                next_try = done + TRY_EVERY

    def _try_left(self, annealer: Annealer) -> None:
        """A request that fits now raises the value, which no saving of breaks can outweigh."""
        annealer.load_board()
        still = [one for one in self.left if not (self.placer.insert(one) or self.placer.insert_by_chain(one))]
        if len(still) < len(self.left):
            self.left = still
            annealer.start_anew()

    def _tell(self, annealer: Annealer, *, always: bool = False) -> None:
        now = time.monotonic()
        if now < self.next_report and not always:
            return
        places = annealer.best_places()
        found = (sum(self.frame.weights[request] for request in places), -annealer.best)
        if found != self.reported:
            self.reported = found
            self.next_report = now + REPORT_SECONDS[0] + REPORT_SECONDS[1] * len(places)
            self._report(places)

    def _report(self, places: Mapping[int, Place]) -> None:
        self.report({"places": [[request, *place] for request, place in places.items()]})
