"""How long a delivery waits after each attempt in vain, and when it is given up; pure."""

from datetime import timedelta

FIRST = timedelta(seconds=10)
LONGEST = timedelta(hours=12)
# Together about two days.
MOST_ATTEMPTS = 16
# The share by which a wait is made longer or shorter, so that not all come back in the same moment.
SPREAD = 0.2


def is_given_up(attempts: int) -> bool:
    """Whether so many attempts were enough."""
    return attempts >= MOST_ATTEMPTS


def wait_after(attempts: int, chance: float) -> timedelta:
    """The wait after so many attempts: twice as long each time; ``chance`` between 0 and 1 spreads it."""
    doubled: int = 2 ** min(max(attempts - 1, 0), 20)
    return min(FIRST * doubled, LONGEST) * (1 + SPREAD * (2 * chance - 1))
