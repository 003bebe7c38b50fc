"""The one door to SAT solving: CaDiCaL 1.5.3 by Armin Biere, Katalin Fazekas, Mathias Fleury, in python-sat."""

from collections.abc import Sequence
from typing import Any, Literal


class SatSolver:
    """Solves under assumptions and keeps what it learnt; a call cannot be interrupted, but its process be killed."""

    def __init__(self, options: dict[str, int] | None = None) -> None:
        from pysat.solvers import Cadical153

        self._solver: Any = Cadical153()
        self._solver.configure(options or {})
        self._read = 0

    def add(self, rows: Sequence[Sequence[int]]) -> None:
        """Take in clauses."""
        for row in rows:
            self._solver.add_clause(row)

    def solve(self, assumptions: Sequence[int] = ()) -> list[int] | None:
        """The literals that hold in a solution, or None if there is none under these assumptions."""
        if not self._solver.solve(assumptions=list(assumptions)):
            return None
        model: list[int] = self._solver.get_model()
        return model

    def solve_for(self, conflicts: int, assumptions: Sequence[int] = ()) -> list[int] | Literal[False] | None:
        """A solution, False if there is none under these assumptions, None if that many conflicts did not tell."""
        self._solver.conf_budget(conflicts)
        answer = self._solver.solve_limited(assumptions=list(assumptions))
        if not answer:
            return None if answer is None else False
        model: list[int] = self._solver.get_model()
        return model

    def core(self) -> list[int]:
        """Assumptions that the last unsuccessful call found impossible together."""
        found: list[int] | None = self._solver.get_core()
        return found or []
