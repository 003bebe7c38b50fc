"""Search for plans with fewer breaks and for proofs that there are none.

Several searchers work side by side, each in a process of its own; they tell each other, through the one who started
them, the best plan's breaks and the proven bound.
"""

from dataclasses import dataclass

from matchmaker.agenda.encoding import Encoding
from matchmaker.agenda.presolve import Reduced
from matchmaker.agenda.sat_cadical import SatSolver
from matchmaker.agenda.worker import Hear, Report

# Between slices of so many conflicts a searcher hears what others found; on the problems measured, a second or two.
SLICE_CONFLICTS = 20_000
# So many slices without an answer, and a searcher that tries several targets goes on to the next.
PATIENCE = 3


@dataclass(frozen=True)
class Task:
    """What one searcher does. ``from_below`` only ever tries the proven bound: its answers are proofs."""

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
        self.solver.add(self.encoding.clauses.rows)
        self.low = self.encoding.base
        self.high = self.anything = self.encoding.base + len(self.encoding.objective) + 1
        self.turn = self.tries = 0

    def run(self) -> None:
        """Search to the end; plans and bounds are reported as they are found."""
        while self.low < self.high:
            target = self.target()
            answer = self.solver.solve_for(SLICE_CONFLICTS, self._at_most(target))
            if answer is None:
                self.tries += 1
                self.turn += self.tries % PATIENCE == 0
            elif answer is not False:
                self._found(answer)
            elif target == self.anything:
                self.report({"infeasible": True})
                return
            else:
                self._raise_bound(target + 1)
                self.report({"bound": self.low})
            for heard in self.hear():
                self._raise_bound(heard.get("bound", 0))
                self.high = min(self.high, heard.get("breaks", self.high))

    def target(self) -> int:
        """The number of breaks to try: any at first, then the bound, or also half-way and one better than the best."""
        if self.high == self.anything:
            return self.anything
        if self.from_below:
            return self.low
        return ((self.low + self.high) // 2, self.low, self.high - 1)[self.turn % 3]

    def _found(self, model: list[int]) -> None:
        slots = self.encoding.slots_in(model)
        self.high = min(self.high, self.encoding.breaks_in(model))
        self.tries = self.turn = 0
        self.report({"slots": slots})

    def _raise_bound(self, bound: int) -> None:
        for literal in self.encoding.objective[max(self.low - self.encoding.base, 0) : bound - self.encoding.base]:
            self.solver.add([[literal]])
        self.low = max(self.low, bound)

    def _at_most(self, breaks: int) -> list[int]:
        above = breaks - self.encoding.base
        return [-literal for literal in self.encoding.objective[above : above + 1]]
