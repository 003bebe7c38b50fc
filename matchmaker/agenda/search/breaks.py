"""What it costs people to be busy at given times: breaks first, then their spread, then time spent waiting."""

from collections.abc import Sequence

from matchmaker.agenda.search.board import Board
from matchmaker.agenda.search.frame import Frame

# One break more is worse than any spread, one unit of spread worse than any waiting in a day.
BREAK, SPREAD = 1 << 16, 1 << 8


class Cost(dict[int, int]):
    """The cost of a set of times for one delegate; remembered."""

    def __init__(self, frame: Frame) -> None:
        self.days = frame.days
        self.delegates = frame.delegates

    def __missing__(self, times: int) -> int:
        count, waiting = gaps(times, self.days)
        self[times] = cost = BREAK * count + SPREAD * count * count + waiting
        return cost

    def added(self, board: Board, people: Sequence[int], time: int) -> int:
        """How much more it costs these people to be busy at one more time."""
        bit = 1 << time
        return sum(
            self[board.busy[person] | bit] - self[board.busy[person]] for person in people if person < self.delegates
        )


def gaps(times: int, days: Sequence[int]) -> tuple[int, int]:
    """Breaks, and empty slots in them, of somebody who is busy at these times."""
    runs = (times & ~(times << 1)).bit_count()
    present = 0
    waiting = 0
    for day in days:
        busy = times & day
        if busy:
            present += 1
            waiting += busy.bit_length() - (busy & -busy).bit_length() + 1 - busy.bit_count()
    return runs - present, waiting
