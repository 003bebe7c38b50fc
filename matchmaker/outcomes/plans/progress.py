"""How far a target is; pure."""

from datetime import date
from enum import StrEnum


class Comparison(StrEnum):
    """How a value meets its target."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOVE = "above"


class Standing(StrEnum):
    DONE = "done"
    ON_THE_WAY = "on_the_way"
    BEHIND = "behind"


def meets(value: float, target: float, comparison: Comparison) -> bool:
    """Whether a value is what the target asks for."""
    match comparison:
        case Comparison.AT_LEAST:
            return value >= target
        case Comparison.AT_MOST:
            return value <= target
        case Comparison.ABOVE:
            return value > target


def standing(value: float | None, target: float, comparison: Comparison, due: date, today: date) -> Standing:
    """Where a target stands; None is no value yet.

    What may at most be reached is done only once its day is over, and behind as soon as it is exceeded. The due day
    itself is still in time.
    """
    over = today > due
    met = value is not None and meets(value, target, comparison)
    if comparison is Comparison.AT_MOST:
        if value is not None and not met:
            return Standing.BEHIND
        return (Standing.DONE if met else Standing.BEHIND) if over else Standing.ON_THE_WAY
    if met:
        return Standing.DONE
    return Standing.BEHIND if over else Standing.ON_THE_WAY
