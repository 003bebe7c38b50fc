"""How often somebody tried what must not be tried without end; under keys that tell nobody who."""

from collections.abc import Mapping

from sqlmodel import Session, col, delete

from matchmaker.accounts.account_models import FailedSignIn
from matchmaker.accounts.throttling import seconds_to_wait
from matchmaker.kit import clock
from matchmaker.kit.errors import TooOftenError


def seconds_left(session: Session, allowances: Mapping[str, int]) -> int:
    """Whole seconds until the next attempt is heard; ``allowances`` say how many of each key cost nothing."""
    return max((_wait(session, key, free) for key, free in allowances.items()), default=0)


def count(session: Session, *keys: str) -> None:
    """Write down one more attempt under each key."""
    for key in keys:
        row = session.get(FailedSignIn, key, with_for_update=True) or FailedSignIn(key=key)
        row.count, row.last_at = row.count + 1, clock.now()
        session.add(row)


def forget(session: Session, *keys: str) -> None:
    """Begin anew after a success."""
    session.exec(delete(FailedSignIn).where(col(FailedSignIn.key).in_(keys)))


def take_turn(session: Session, allowances: Mapping[str, int]) -> None:
    """Count an attempt, successful or not. Raises TooOftenError ``too_often`` for one that comes too early."""
    require_turn(session, allowances)
    count(session, *allowances)


def require_turn(session: Session, allowances: Mapping[str, int]) -> None:
    """Only look. Raises TooOftenError ``too_often``."""
    if wait := seconds_left(session, allowances):
        raise TooOftenError("too_often", seconds=wait)


def _wait(session: Session, key: str, free: int) -> int:
    row = session.get(FailedSignIn, key)
    return seconds_to_wait(row.count, free, row.last_at, clock.now()) if row else 0
