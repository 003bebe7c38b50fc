"""How long somebody who failed must wait."""

from datetime import UTC, datetime, timedelta

import pytest

from matchmaker.accounts.throttling import seconds_to_wait

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("count", "expected"), [(0, 0), (4, 0), (5, 30), (6, 60), (7, 120), (9, 480), (10, 900), (1000, 900)]
)
def test_each_failure_beyond_those_that_are_free_doubles_the_wait(count: int, expected: int) -> None:
    assert seconds_to_wait(count, 5, NOW, NOW) == expected


@pytest.mark.parametrize(("later", "expected"), [(29.5, 1), (30, 0), (31, 0)])
def test_waiting_ends(later: float, expected: int) -> None:
    assert seconds_to_wait(5, 5, NOW, NOW + timedelta(seconds=later)) == expected
