"""Events, their phases, rooms and tables, and the rows of slots."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field as Checked
from pydantic import field_validator
from sqlalchemy import JSON, Column, UniqueConstraint
from sqlmodel import Field, SQLModel

from matchmaker.accounts.models import Name, RegionCode
from matchmaker.catalogue.models import Key, LanguageCode, SectorCode
from matchmaker.events.fields import Day, Label, Link, Moment, Note, RowNumber, Version, Zone
from matchmaker.events.phases import Doing, Phase, Refusal
from matchmaker.events.timetable import MOST_SLOTS, Part
from matchmaker.kit import clock
from matchmaker.kit.auditing import audited
from matchmaker.kit.database import StoredEnum


class TableMode(StrEnum):
    IN_PERSON = "in_person"
    VIDEO = "video"


def _no_items() -> list[str]:
    return []


@audited(noise=("updated_at",))
class Event(SQLModel, table=True):
    """One connection session, of one or more days. Only announced ones are known outside."""

    id: int | None = Field(default=None, primary_key=True)
    key: str | None = Field(default=None, max_length=100, unique=True)
    name_vi: str
    name_en: str
    place: str
    region: str
    zone: str
    first_day: date
    last_day: date
    registration_until: datetime
    answers_until: datetime
    open_requests_limit: int
    request_hours: int
    repeat_meetings: bool
    announced: bool
    sectors: list[str] = Field(default_factory=_no_items, sa_column=Column(JSON, nullable=False))
    languages: list[str] = Field(default_factory=_no_items, sa_column=Column(JSON, nullable=False))
    phase: Phase = Field(default=Phase.OPEN, sa_type=StoredEnum(Phase))
    version: int = 1
    created_at: datetime = Field(default_factory=clock.now)
    updated_at: datetime = Field(default_factory=clock.now)


class EventStep(SQLModel, table=True):
    """One change of phase: who, when and why."""

    __tablename__ = "event_step"

    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id", index=True, ondelete="CASCADE")
    from_phase: Phase = Field(sa_type=StoredEnum(Phase))
    to_phase: Phase = Field(sa_type=StoredEnum(Phase))
    actor: str
    reason: str = ""
    at: datetime = Field(default_factory=clock.now)


@audited(part_of="event_id")
class Slot(SQLModel, table=True):
    """A time at which every table can hold one meeting; the day is that of the event's zone."""

    __table_args__ = (UniqueConstraint("event_id", "starts_at"),)

    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id", index=True, ondelete="CASCADE")
    day: date
    part: Part = Field(sa_type=StoredEnum(Part))
    starts_at: datetime
    ends_at: datetime


@audited(part_of="event_id")
class Room(SQLModel, table=True):
    __table_args__ = (UniqueConstraint("event_id", "name"),)

    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id", index=True, ondelete="CASCADE")
    name: str
    note: str = ""


@audited(part_of="event_id")
class MeetingTable(SQLModel, table=True):
    """A place for one meeting at a time, in a room or on a screen; in use between two moments if they are set."""

    __tablename__ = "meeting_table"
    __table_args__ = (UniqueConstraint("event_id", "name"),)

    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id", index=True, ondelete="CASCADE")
    room_id: int | None = Field(default=None, foreign_key="room.id", index=True)
    name: str
    seats: int
    mode: TableMode = Field(sa_type=StoredEnum(TableMode))
    video_link: str | None = None
    used_from: datetime | None = None
    used_until: datetime | None = None


class Detail(StrEnum):
    """What people read in an agenda beside where and when it says they meet."""

    EVENT = "event"
    SLOT = "slot"
    TABLE = "table"
    PERSON = "person"


class DetailChange(SQLModel, table=True):
    """One change of a detail after which calendars must be read again; rows are never changed."""

    __tablename__ = "event_detail_change"

    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id", index=True, ondelete="CASCADE")
    detail: Detail = Field(sa_type=StoredEnum(Detail))
    row_id: int
    at: datetime = Field(default_factory=clock.now)


# --- events as they are sent and shown ---


class EventBase(SQLModel):
    """At least one of the two names is filled; hours and days are those of the zone."""

    name_vi: Name = Field(default="", schema_extra={"examples": ["Ngày kết nối cung cầu năng lượng xanh"]})
    name_en: Name = Field(default="", schema_extra={"examples": ["Green energy connection day"]})
    sectors: list[SectorCode] = Field(
        default_factory=list, max_length=20, schema_extra={"examples": [["renewable-energy"]]}
    )
    place: Name = Field(default="", schema_extra={"examples": ["Cung Văn hóa Hữu nghị Việt Tiệp, Hải Phòng"]})
    region: RegionCode = "hai-phong"
    zone: Zone = Field(default="Asia/Ho_Chi_Minh", description="A zone of the IANA database.")
    languages: list[LanguageCode] = Field(default_factory=lambda: ["vi"], min_length=1, max_length=10)
    first_day: Day = Field(schema_extra={"examples": ["2027-05-20"]})
    last_day: Day = Field(schema_extra={"examples": ["2027-05-21"]})
    registration_until: Moment = Field(schema_extra={"examples": ["2027-05-01T17:00:00+07:00"]})
    answers_until: Moment = Field(schema_extra={"examples": ["2027-05-10T17:00:00+07:00"]})
    open_requests_limit: int = Field(
        default=20, ge=1, le=1000, description="Requests that wait at once: of one sender, and at one receiver."
    )
    request_hours: int = Field(default=120, ge=1, le=8760, description="After how many hours a request expires.")
    repeat_meetings: bool = Field(default=False, description="Whether two organisations may meet more than once.")
    announced: bool = Field(default=False, description="Whether others than organisers know of the event.")


class EventCreate(EventBase):
    model_config = {"extra": "forbid"}

    key: Key | None = Field(default=None, description="Your own reference; unique.")


class EventUpdate(SQLModel):
    """Fields to change; what is left out stays. ``version`` guards against overwriting somebody else's change."""

    model_config = {"extra": "forbid"}

    version: Version
    changes: dict[str, Any] = Field(max_length=40, schema_extra={"examples": [{"place": "Trung tâm Hội nghị"}]})

    @field_validator("changes")
    @classmethod
    def _no_identity(cls, changes: dict[str, Any]) -> dict[str, Any]:
        for name in ("id", "key", "phase", "version"):
            if name in changes:
                raise ValueError(f"{name} cannot be changed")
        return changes


class EventPublic(EventBase):
    """An event; deadlines are on the clocks of its zone."""

    id: int
    registration_until: datetime
    answers_until: datetime
    key: str | None
    phase: Phase
    may_become: list[Phase] = Field(description="The phases to which it may go next, in order.")
    refused: dict[Doing, Refusal] = Field(description="What whoever asks may not do now, with the code that says why.")
    version: int
    created_at: datetime
    updated_at: datetime


class PhaseChange(SQLModel):
    model_config = {"extra": "forbid"}

    phase: Phase = Field(schema_extra={"examples": ["answering"]})
    reason: Note = ""
    version: Version | None = Field(default=None, description="Refused when the event has another one by now.")


class EventStepPublic(SQLModel):
    from_phase: Phase
    to_phase: Phase
    actor: str
    reason: str
    at: datetime


# --- slots ---


class RoomCreate(SQLModel):
    model_config = {"extra": "forbid"}

    name: Label = Field(schema_extra={"examples": ["Hội trường A"]})
    note: Note = ""


class RoomUpdate(SQLModel):
    model_config = {"extra": "forbid"}

    name: Label | None = None
    note: Note | None = None


class RoomPublic(SQLModel):
    id: int
    name: str
    note: str


class TableCreate(SQLModel):
    """A table; one of mode ``video`` is a link instead of a place, or a place with a screen."""

    model_config = {"extra": "forbid"}

    name: Label = Field(schema_extra={"examples": ["Bàn 7"]})
    room_id: RowNumber | None = None
    seats: int = Field(default=4, ge=2, le=100)
    mode: TableMode = TableMode.IN_PERSON
    video_link: Link | None = None
    used_from: Moment | None = Field(default=None, description="From when it can be used; from the start if left out.")
    used_until: Moment | None = None


class TableUpdate(SQLModel):
    model_config = {"extra": "forbid"}

    name: Label | None = None
    room_id: RowNumber | None = None
    seats: Annotated[int, Checked(ge=2, le=100)] | None = None
    mode: TableMode | None = None
    video_link: Link | None = None
    used_from: Moment | None = None
    used_until: Moment | None = None


class TableHours(SQLModel):
    """When tables are in use: the same for all of these."""

    model_config = {"extra": "forbid"}

    table_ids: list[RowNumber] = Field(min_length=1, max_length=2000)
    used_from: Moment | None = Field(description="From when they can be used; null is from the start.")
    used_until: Moment | None = Field(description="Until when; null is until the end.")
    away: list[RowNumber] = Field(max_length=MOST_SLOTS, description="The slots in which they cannot be used.")


class TablePublic(SQLModel):
    """A table; its link and absences are for organisers, and the link for the people of a meeting by their agenda."""

    id: int
    name: str
    room_id: int | None
    seats: int
    mode: TableMode
    video_link: str | None
    used_from: datetime | None
    used_until: datetime | None
    away: list[int] = Field(description="The slots in which it cannot be used; empty for others than organisers.")
