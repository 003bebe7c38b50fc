"""What is sent and shown of slots."""

from datetime import date, datetime, time

from sqlmodel import Field, SQLModel

from matchmaker.events.fields import ClockTime, Day, RowNumber, SentMoment
from matchmaker.events.timetable import MOST_SLOTS, Part


class BreakHours(SQLModel):
    model_config = {"extra": "forbid"}

    starts: ClockTime = Field(schema_extra={"examples": ["12:00"]})
    ends: ClockTime = Field(schema_extra={"examples": ["13:30"]})


class DayHours(SQLModel):
    """Hours of one day, on the clocks of the event's zone."""

    model_config = {"extra": "forbid"}

    day: Day = Field(schema_extra={"examples": ["2027-05-20"]})
    starts: ClockTime = Field(schema_extra={"examples": ["08:30"]})
    ends: ClockTime = Field(schema_extra={"examples": ["17:00"]})
    breaks: list[BreakHours] = Field(default_factory=list, max_length=20)


class Timetable(SQLModel):
    model_config = {"extra": "forbid"}

    days: list[DayHours] = Field(min_length=1, max_length=31)
    meeting_minutes: int = Field(default=25, ge=5, le=480)
    changeover_minutes: int = Field(default=5, ge=0, le=120)
    afternoon_from: ClockTime = time(12)


class SlotSent(SQLModel):
    model_config = {"extra": "forbid"}

    starts_at: SentMoment = Field(schema_extra={"examples": ["2027-05-20T08:30:00+07:00"]})
    ends_at: SentMoment = Field(schema_extra={"examples": ["2027-05-20T08:55:00+07:00"]})


class SlotAdded(SlotSent):
    """One more slot, with the offset of the event's zone or in UTC."""

    afternoon_from: ClockTime = time(12)


class SlotList(SQLModel):
    """Slots set by hand, with the offset of the event's zone or all in UTC."""

    model_config = {"extra": "forbid"}

    slots: list[SlotSent] = Field(max_length=MOST_SLOTS)
    afternoon_from: ClockTime = time(12)


class SlotMoved(SlotSent):
    id: RowNumber


class SlotsMoved(SQLModel):
    """Other times for some slots; meetings, absences and blocks in them move along."""

    model_config = {"extra": "forbid"}

    slots: list[SlotMoved] = Field(min_length=1, max_length=MOST_SLOTS)
    afternoon_from: ClockTime = time(12)


class SlotPublic(SQLModel):
    """A slot; times carry the offset of the event's zone. Without an id it is only proposed."""

    id: int | None
    day: date
    part: Part
    starts_at: datetime
    ends_at: datetime


# --- rooms and tables ---
