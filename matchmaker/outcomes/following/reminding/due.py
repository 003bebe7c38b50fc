"""When somebody is reminded of what; pure. All dates are those of the service's home."""

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum

# After so many calendar months it is asked how a case goes.
MILESTONES = (1, 3, 6, 12)


class Nearness(StrEnum):
    SOON = "soon"
    OVERDUE = "overdue"


def nearness(due: date, today: date) -> Nearness | None:
    """Whether a task is due tomorrow or today, or was due before."""
    if due < today:
        return Nearness.OVERDUE
    return Nearness.SOON if due - today <= timedelta(days=1) else None


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def milestone(began: date, today: date) -> int | None:
    """The last milestone that has come, in months; None before the first. Those before it are not made up for."""
    return max((months for months in MILESTONES if months_after(began, months) <= today), default=None)
