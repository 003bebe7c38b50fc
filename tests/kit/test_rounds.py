"""A thread that goes round: again and again, whatever a round raises, until it is asked to stop."""

import threading
from collections.abc import Callable

from matchmaker.kit.rounds import GoingRound


class Counting(GoingRound):
    """Counts its rounds, and does something in each."""

    def __init__(self, doing: Callable[[int], None]) -> None:
        super().__init__("counting", 0.001)
        self.rounds, self._doing = 0, doing

    def go(self) -> None:
        self.rounds += 1
        self._doing(self.rounds)


def test_a_round_that_fails_ends_that_round_alone() -> None:
    third = threading.Event()

    def fail_twice(number: int) -> None:
        if number < 3:
            raise OSError("away")
        third.set()

    going = Counting(fail_twice)
    going.start()
    came_so_far = third.wait(10)
    going.stop()

    assert came_so_far
    assert going.rounds >= 3


def test_the_step_under_way_is_the_last_when_it_is_asked_to_stop() -> None:
    begun, told = threading.Event(), threading.Event()
    seen: list[bool] = []

    def work_until_told(_: int) -> None:
        begun.set()
        told.wait(10)
        seen.append(going.stops())

    going = Counting(work_until_told)
    going.start()
    begun.wait(10)
    going.ask_to_stop()
    told.set()
    going.stop()

    assert (seen, going.rounds) == ([True], 1)
