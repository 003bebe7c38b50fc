"""The present moment, in one place, so that it can be asked for in one way."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

HOME_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """The date at the service's home; deadlines and expiries are meant there."""
    return datetime.now(HOME_ZONE).date()
