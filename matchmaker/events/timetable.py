"""From hours of a day to slots: aware instants in UTC, whatever the clocks of the place do.

Hours are those of the event's zone. Meetings last as long as they say also where clocks change during the day; hours
that do not exist or exist twice on such a day are refused.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from itertools import pairwise
from typing import Any

MOST_SLOTS = 500


class Part(StrEnum):
    MORNING = "morning"
    AFTERNOON = "afternoon"


class TimetableError(ValueError):
    """A timetable that cannot be; ``code`` and ``params`` say why."""

    def __init__(self, code: str, **params: Any) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


@dataclass(frozen=True)
class Hours:
    """One day: from when to when, and the breaks inside it."""

    day: date
    starts: time
    ends: time
    breaks: tuple[tuple[time, time], ...] = ()


@dataclass(frozen=True, order=True)
class Period:
    """One slot; both instants are in UTC, the day is that of the event's zone."""

    starts_at: datetime
    ends_at: datetime
    day: date
    part: Part


def generate(
    days: Sequence[Hours], zone: tzinfo, meeting: timedelta, changeover: timedelta, afternoon_from: time
) -> list[Period]:
    """The slots of all days in order: as many as fit between breaks, with time to change tables between them.

    Raises TimetableError.
    """
    if meeting <= timedelta() or changeover < timedelta():
        raise TimetableError("slot_of_zero_length", minutes=int(meeting.total_seconds() // 60))
    found: list[Period] = []
    for hours in sorted(days, key=lambda hours: hours.day):
        if found and found[-1].day == hours.day:
            raise TimetableError("day_twice", day=str(hours.day))
        for start, end in _stretches(hours, zone):
            while start + meeting <= end:
                found.append(_period(start, start + meeting, zone, afternoon_from))
                start += meeting + changeover
                if len(found) > MOST_SLOTS:
                    raise TimetableError("too_many_slots", most=MOST_SLOTS)
    if not found:
        raise TimetableError("no_slot_fits")
    return found


def from_hand(slots: Sequence[tuple[datetime, datetime]], zone: tzinfo, afternoon_from: time) -> list[Period]:
    """The slots in order, from instants as they were sent, with their offsets. Raises TimetableError."""
    if len(slots) > MOST_SLOTS:
        raise TimetableError("too_many_slots", most=MOST_SLOTS)
    _check_offsets(slots, zone)
    found = sorted(_period(start.astimezone(UTC), end.astimezone(UTC), zone, afternoon_from) for start, end in slots)
    for period in found:
        if period.ends_at <= period.starts_at:
            raise TimetableError("slot_of_zero_length", starts_at=_told(period.starts_at, zone))
        if (period.ends_at - timedelta(microseconds=1)).astimezone(zone).date() != period.day:
            raise TimetableError("slot_over_midnight", starts_at=_told(period.starts_at, zone))
    for before, after in pairwise(found):
        if after.starts_at < before.ends_at:
            pair = [_told(before.starts_at, zone), _told(after.starts_at, zone)]
            raise TimetableError("slots_overlap", starts_at=pair)
    return found


def instant(day: date, hour: time, zone: tzinfo) -> datetime:
    """The one instant, in UTC, at which clocks in the zone show this. Raises TimetableError."""
    local = datetime.combine(day, hour, tzinfo=zone)
    found = local.astimezone(UTC)
    if found.astimezone(zone).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise TimetableError("time_does_not_exist", time=local.replace(tzinfo=None).isoformat())
    if local.replace(fold=1).utcoffset() != local.utcoffset():
        raise TimetableError("time_exists_twice", time=local.replace(tzinfo=None).isoformat())
    return found


def _stretches(hours: Hours, zone: tzinfo) -> list[tuple[datetime, datetime]]:
    """The day without its breaks."""
    start, end = instant(hours.day, hours.starts, zone), instant(hours.day, hours.ends, zone)
    if end <= start:
        raise TimetableError("day_of_zero_length", day=str(hours.day))
    found = []
    for first, last in sorted(hours.breaks):
        pause, resume = instant(hours.day, first, zone), instant(hours.day, last, zone)
        if resume <= pause:
            raise TimetableError("break_of_zero_length", day=str(hours.day), starts=first.isoformat())
        if pause < start or resume > end:
            raise TimetableError("break_outside_hours", day=str(hours.day), starts=first.isoformat())
        found.append((start, pause))
        start = resume
    return [*found, (start, end)]


def _period(start: datetime, end: datetime, zone: tzinfo, afternoon_from: time) -> Period:
    local = start.astimezone(zone)
    part = Part.MORNING if local.time() < afternoon_from else Part.AFTERNOON
    return Period(start, end, local.date(), part)


def _check_offsets(slots: Sequence[tuple[datetime, datetime]], zone: tzinfo) -> None:
    """Of one day all instants are in the event's zone, or all in UTC."""
    ways: dict[date, set[str]] = {}
    for moment in (moment for slot in slots for moment in slot):
        local = moment.astimezone(zone)
        offsets = {"zone": local.utcoffset(), "utc": timedelta()}
        fitting = {way for way, offset in offsets.items() if offset == moment.utcoffset()}
        left = ways.setdefault(local.date(), {"zone", "utc"})
        left &= fitting
        if not left:
            raise TimetableError("day_in_two_zones", day=str(local.date()), zone=str(zone))


def _told(moment: datetime, zone: tzinfo) -> str:
    return moment.astimezone(zone).isoformat()
