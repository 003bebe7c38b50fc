"""Everybody has a bucket of points that fills again."""

from matchmaker.kit.rates import Rates


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def test_the_points_of_a_minute_may_be_spent_at_once() -> None:
    rates = Rates(Clock())

    waits = [rates.take("lan", 10, 60) for _ in range(7)]

    assert waits == [0] * 6 + [10]


def test_points_come_back_with_time() -> None:
    clock = Clock()
    rates = Rates(clock)
    rates.take("lan", 60, 60)

    clock.seconds += 9.5
    early = rates.take("lan", 10, 60)
    clock.seconds += early

    assert (early, rates.take("lan", 10, 60)) == (1, 0)


def test_a_long_rest_gives_no_more_than_a_minute() -> None:
    clock = Clock()
    rates = Rates(clock)
    rates.take("lan", 1, 60)

    clock.seconds += 3600

    assert [rates.take("lan", 60, 60), rates.take("lan", 1, 60)] == [0, 1]


def test_nobody_spends_what_is_anothers() -> None:
    rates = Rates(Clock())
    rates.take("lan", 60, 60)

    assert rates.take("hanh", 60, 60) == 0


def test_a_call_that_costs_more_than_a_minute_is_had_once_a_minute() -> None:
    clock = Clock()
    rates = Rates(clock)

    first, second = rates.take("lan", 120, 60), rates.take("lan", 120, 60)
    clock.seconds += 60

    assert (first, second, rates.take("lan", 120, 60)) == (0, 60, 0)


def test_who_was_not_seen_for_longest_is_forgotten() -> None:
    rates = Rates(Clock(), most_known=2)
    for who in ("lan", "hanh", "lan", "tuan"):
        rates.take(who, 30, 60)

    assert len(rates) == 2
    assert [rates.take("lan", 30, 60), rates.take("hanh", 60, 60)] == [30, 0]


def test_what_was_taken_elsewhere_is_missing_here() -> None:
    clock = Clock()
    here, there = Rates(clock), Rates(clock)
    there.take("lan", 40, 60)
    there.take("lan", 15, 60)

    here.take_as_elsewhere(there.taken())

    assert [here.take("lan", 5, 60), here.take("lan", 5, 60)] == [0, 5]
    assert (here.taken(), there.taken()) == ({"lan": (5, 60)}, {})


def test_what_both_took_at_once_is_a_debt_that_time_pays() -> None:
    clock = Clock()
    here, there = Rates(clock), Rates(clock)
    for rates in (here, there):
        rates.take("lan", 60, 60)

    here.take_as_elsewhere(there.taken())

    assert here.take("lan", 1, 60) == 61
    clock.seconds += 61
    assert here.take("lan", 1, 60) == 0
