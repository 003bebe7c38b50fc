"""Search for plans with fewer breaks and for proofs that there are none.

Several searchers work side by side, each in a process of its own; they tell each other, through the one who started
them, the best plan's breaks and the proven bound.
"""

from dataclasses import dataclass

from matchmaker.agenda.exact.encoding import Encoding
from matchmaker.agenda.exact.presolve import Reduced
from matchmaker.agenda.exact.sat_cadical import SatSolver
from matchmaker.agenda.worker import Hear, Report

# Between slices of so many conflicts a searcher hears what others found; on the problems measured, about a second.
SLICE_CONFLICTS = 10_000


@dataclass(frozen=True)
class Task:
    """What one searcher does. ``from_below`` only ever tries the proven bound: every answer but the last is a proof."""

    reduced: Reduced
    from_below: bool
    options: dict[str, int]

    def run(self, report: Report, hear: Hear) -> None:
        """Search to the end."""
        Searcher(self, report, hear).run()


class Searcher:
    """Narrows the gap between ``low``, proven, and ``high``, the breaks of the best plan, until they meet."""

    def __init__(self, task: Task, report: Report, hear: Hear) -> None:
        self.encoding = Encoding(task.reduced)
        self.from_below = task.from_below
        self.report, self.hear = report, hear
        self.solver = SatSolver(task.options)
        self.low = self.base = task.reduced.bound
        self.high = sum(task.reduced.most) + 1
        self.in_vain = 0

    def run(self) -> None:
        """Search to the end; plans and bounds are reported as they are found."""
        self.solver.add(self.encoding.clauses.take())
        if not self.from_below and not self._find_any():
            return
        self.encoding.complete()
        self.solver.add(self.encoding.clauses.take())
        while self.low < self.high:
            target = self.target()
            answer = self.solver.solve_for(SLICE_CONFLICTS, self._at_most(target))
            if answer is None:
                self.in_vain += 1
            elif answer is not False:
                self._found(answer)
            elif self.solver.core():
                self._raise_bound(target + 1)
                self.report({"bound": self.low})
            else:
                self.report({"infeasible": True})
                return
            self._listen()

    def target(self) -> int:
        """The number of breaks to try next.

        Proofs come from the proven bound alone. Whoever improves tries half-way first and asks for half as much after
        each slice without an answer; real optima are close to the bound, so every other slice is given to that.
        """
        if self.from_below or self.in_vain % 2:
            return self.low
        return self.high - max(1, (self.high - self.low) >> 1 + self.in_vain // 2)

    def _find_any(self) -> bool:
        answer = None
        while answer is None:
            answer = self.solver.solve_for(SLICE_CONFLICTS)
            self._listen()
        if answer is False:
            self.report({"infeasible": True})
            return False
        self._found(answer)
        return True

    def _listen(self) -> None:
        for heard in self.hear():
            self._raise_bound(heard["bound"])
            self.high = min(self.high, self.high if heard["breaks"] is None else heard["breaks"])

    def _found(self, model: list[int]) -> None:
        self.high = min(self.high, self.encoding.breaks_in(model))
        self.in_vain = max(0, self.in_vain - 2)
        self.report({"slots": self.encoding.slots_in(model)})

    def _raise_bound(self, bound: int) -> None:
        for literal in self.encoding.objective[self.low - self.base : max(bound - self.base, 0)]:
            self.solver.add([[literal]])
        self.low = max(self.low, bound)

    def _at_most(self, breaks: int) -> list[int]:
        above = breaks - self.base
        return [-literal for literal in self.encoding.objective[above : above + 1]]
