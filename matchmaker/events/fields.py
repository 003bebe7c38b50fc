"""The types of what people send about events: days, moments, zones, addresses."""

from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import Annotated
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, AwareDatetime, StringConstraints
from pydantic_core import PydanticCustomError
from sqlmodel import Field

from matchmaker.kit.sent_text import SentText

# Between these years no calculation with days and zones can leave the calendar.
FIRST_YEAR, LAST_YEAR = 2000, 2199


def _in_our_time(value: date) -> date:
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise PydanticCustomError("year_out_of_range", "year out of range")
    return value


def _plain(value: time) -> time:
    if value.tzinfo is not None:
        raise PydanticCustomError("time_with_zone", "hours of a day are those of the event's zone")
    return value.replace(second=0, microsecond=0)


def _known_zone(name: str) -> str:
    if name not in _zones():
        raise PydanticCustomError("zone_unknown", "no zone of the IANA database")
    return name


def _utc(value: datetime) -> datetime:
    return value.astimezone(UTC)


@lru_cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


@lru_cache
def zone_of(name: str) -> ZoneInfo:
    """The zone of a name that was checked on its way in."""
    return ZoneInfo(name)


Day = Annotated[date, AfterValidator(_in_our_time)]
ClockTime = Annotated[time, AfterValidator(_plain)]
# As it was sent, with its offset; and the same in UTC.
SentMoment = Annotated[AwareDatetime, AfterValidator(_in_our_time)]
Moment = Annotated[AwareDatetime, AfterValidator(_in_our_time), AfterValidator(_utc)]
Zone = Annotated[str, StringConstraints(max_length=60), AfterValidator(_known_zone)]
Label = Annotated[str, SentText(300, least=1)]
Note = Annotated[str, SentText(2000)]
Email = Annotated[
    str,
    StringConstraints(
        pattern=r"^[^\s@<>\",;\x00-\x20]+@[^\s@<>\",;\x00-\x20]+\.[^\s@<>\",;.\x00-\x20]+$", max_length=254
    ),
]
Link = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$", max_length=500)]
RowNumber = Annotated[int, Field(ge=1, le=2**53)]
Version = Annotated[int, Field(ge=1, le=2**31 - 1)]
