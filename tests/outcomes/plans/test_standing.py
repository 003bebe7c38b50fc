"""Where a target stands by its value and its day."""

from datetime import date

import pytest

from matchmaker.outcomes.plans.progress import Comparison, Standing, meets, standing

DUE = date(2026, 12, 31)
BEFORE, AFTER = date(2026, 6, 1), date(2027, 1, 1)
DONE, WAY, BEHIND = Standing.DONE, Standing.ON_THE_WAY, Standing.BEHIND


@pytest.mark.parametrize(
    ("comparison", "values"),
    [
        (Comparison.AT_LEAST, (False, True, True)),
        (Comparison.ABOVE, (False, False, True)),
        (Comparison.AT_MOST, (True, True, False)),
    ],
)
def test_a_value_below_at_and_above_its_target(comparison: Comparison, values: tuple[bool, ...]) -> None:
    assert tuple(meets(value, 31, comparison) for value in (30.9, 31, 31.1)) == values


@pytest.mark.parametrize(
    ("value", "comparison", "today", "expected"),
    [
        (None, Comparison.AT_LEAST, BEFORE, WAY),
        (None, Comparison.AT_LEAST, AFTER, BEHIND),
        (150, Comparison.AT_LEAST, BEFORE, DONE),
        (149, Comparison.AT_LEAST, DUE, WAY),
        (149, Comparison.AT_LEAST, AFTER, BEHIND),
        (150, Comparison.ABOVE, AFTER, BEHIND),
        (100, Comparison.AT_MOST, BEFORE, WAY),
        (100, Comparison.AT_MOST, AFTER, DONE),
        (151, Comparison.AT_MOST, BEFORE, BEHIND),
        (None, Comparison.AT_MOST, AFTER, BEHIND),
    ],
)
def test_standing_by_value_and_day(
    value: float | None, comparison: Comparison, today: date, expected: Standing
) -> None:
    assert standing(value, 150, comparison, DUE, today) is expected
