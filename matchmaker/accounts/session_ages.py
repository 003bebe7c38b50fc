"""When a sign-in ends, is renewed and is noted; pure."""

from datetime import datetime, timedelta

ROTATED_AFTER = timedelta(minutes=30)
# Requests that were under way when the token changed.
FORMER_GOOD_FOR = timedelta(minutes=2)
NOTED_AFTER = timedelta(minutes=5)


def is_over(created: datetime, seen: datetime, now: datetime, idle: timedelta, longest: timedelta) -> bool:
    """Whether a sign-in has ended by itself: unused for ``idle``, or ``longest`` after it began."""
    return now - seen > idle or now - created > longest


def should_rotate(rotated: datetime, now: datetime) -> bool:
    return now - rotated > ROTATED_AFTER


def former_is_good(rotated: datetime, now: datetime) -> bool:
    return now - rotated <= FORMER_GOOD_FOR


def should_note(seen: datetime, now: datetime) -> bool:
    """Whether it is time to write down that a sign-in is in use; not at every request."""
    return now - seen > NOTED_AFTER
