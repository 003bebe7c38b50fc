"""Fewer breaks with the same meetings: simulated annealing over times, stand-ins and interpreters."""

import random
from collections.abc import Mapping

from matchmaker.agenda.event_problem import EventProblem, Person, Request, Slot, Table
from matchmaker.agenda.search.arrays import MOVABLES, Arrays
from matchmaker.agenda.search.board import Board
from matchmaker.agenda.search.breaks import BREAK
from matchmaker.agenda.search.frame import Frame, Place

# In breaks: hot enough to accept many steps that cost a break, cold enough to accept hardly any; then spread and
# waiting count, which are small beside a break, and are cooled in the rest of the time.
HOT, COLD, COLDEST = 0.25, 0.1, 1e-5
BREAKS_SHARE = 0.8
# So many steps pass between two looks at the clock.
STEPS_A_LOOK = 20_000


class Annealer:
    """Improves what is on a board, and keeps the best it has seen; ``held`` requests never move."""

    def __init__(self, board: Board, chance: random.Random) -> None:
        from matchmaker.agenda.search.kernel import steps

        self.board, self.kernel = board, steps
        steps.seed(chance.getrandbits(32))
        self.hold({})

    def hold(self, held: Mapping[int, Place]) -> None:
        """From now on these stay; the board is taken as the best there is."""
        self.arrays = Arrays(self.board.frame, dict(held))
        self.start_anew()

    def start_anew(self) -> None:
        """Take the board as it is for the best there is."""
        self.arrays.load(self.board.places)
        self.untouched: dict[int, Place] | None = dict(self.board.places)
        self.kernel.count_costs(self.arrays.memory)

    @property
    def best(self) -> int:
        """What the best plan costs, as ``kernel`` counts."""
        return int(self.arrays.views["totals"][1])

    def best_places(self) -> dict[int, Place]:
        """The best plan; other tables than on the board only once something has moved."""
        return self.arrays.places(best=True) if self.untouched is None else dict(self.untouched)

    def steps(self, count: int, temperature: float) -> None:
        """Try so many steps, at a temperature in breaks."""
        if self.arrays.memory[MOVABLES]:
            self.untouched = None
            self.kernel.steps(self.arrays.memory, count, temperature * BREAK)

    def load_board(self) -> None:
        """Let the board be as the plan is now."""
        for request in list(self.board.places):
            self.board.lift(request)
        for request, place in self.arrays.places(best=False).items():
            self.board.put(request, place)


def prepare() -> None:
    """Compile the steps, which otherwise happens when they are first needed; what was compiled is kept."""
    from matchmaker.agenda.search.kernel.compiling import forget_others

    problem = EventProblem(
        slots=(Slot(), Slot()),
        tables=(Table("t"),),
        people=(Person("a", "a"), Person("b", "b")),
        requests=(Request("ab", "a", "b"),),
    )
    board = Board(Frame(problem))
    board.drop(0, 0, 0)
    Annealer(board, random.Random(0)).steps(1, HOT)
    forget_others()


def cooling(progress: float) -> float:
    """The temperature, in breaks, after this share of the time."""
    if progress < BREAKS_SHARE:
        return float(HOT * (COLD / HOT) ** (max(progress, 0.0) / BREAKS_SHARE))
    return float(COLD * (COLDEST / COLD) ** ((min(progress, 1.0) - BREAKS_SHARE) / (1 - BREAKS_SHARE)))
