"""Who is there, what was said of each meeting, and the address of the displays."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import Field as Checked
from pydantic import StringConstraints
from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from matchmaker.accounts.models import Name, OrganisationKind, RegionCode
from matchmaker.agenda.models import PlacementState
from matchmaker.catalogue.models import LanguageCode
from matchmaker.events.fields import Label, Moment, RowNumber
from matchmaker.events.people_models import PersonRole
from matchmaker.kit import clock
from matchmaker.kit.auditing import audited
from matchmaker.kit.database import StoredEnum


class Way(StrEnum):
    """How somebody was recognised at the desk."""

    CODE = "code"
    NAME = "name"
    WALK_IN = "walk_in"


class Speaker(StrEnum):
    """Who says what became of a meeting."""

    NEED = "need"
    TECHNOLOGY = "technology"
    DESK = "desk"


class Missing(StrEnum):
    """Which side was not there."""

    NEED = "need"
    TECHNOLOGY = "technology"
    BOTH = "both"


@audited(part_of="event_id")
class CheckIn(SQLModel, table=True):
    """What a desk said of somebody's presence. Rows are never changed; of one person the one said last counts.

    ``sent_key`` is made by whoever sends, so that sending twice is harmless; ``said_at`` is when it was said, ``at``
    when it arrived.
    """

    __tablename__ = "check_in"
    __table_args__ = (UniqueConstraint("event_id", "sent_key"),)

    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id", ondelete="CASCADE")
    person_id: int = Field(foreign_key="event_person.id", index=True)
    here: bool
    way: Way = Field(sa_type=StoredEnum(Way))
    said_at: datetime
    sent_key: str = Field(max_length=60)
    at: datetime = Field(default_factory=clock.now)
    actor: str


@audited(part_of="event_id")
class MeetingWord(SQLModel, table=True):
    """What a side or the desk said of a meeting: held or not. Rows are never changed; of each the last counts."""

    __tablename__ = "meeting_word"
    __table_args__ = (
        UniqueConstraint("event_id", "sent_key"),
        Index("ix_meeting_word_event_id_key", "event_id", "key"),
    )

    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id", ondelete="CASCADE")
    key: str = Field(max_length=60)
    speaker: Speaker = Field(sa_type=StoredEnum(Speaker))
    held: bool
    missing: Missing | None = Field(default=None, sa_type=StoredEnum(Missing))
    said_at: datetime
    sent_key: str = Field(max_length=60)
    at: datetime = Field(default_factory=clock.now)
    actor: str


@audited(part_of="event_id", secret=("token",))
class DayDisplay(SQLModel, table=True):
    """The secret in the addresses of an event's displays."""

    __tablename__ = "day_display"

    event_id: int = Field(primary_key=True, foreign_key="event.id", ondelete="CASCADE")
    token: str = Field(max_length=60, unique=True)
    created_at: datetime = Field(default_factory=clock.now)


# --- as they are sent and shown ---

SentKey = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]{16,60}$")]
SENT_KEY = "Made by whoever sends; what comes again with the same key changes nothing."
SAID_AT = "When it was said; it may arrive later."


class Said(SQLModel):
    """What may be sent later than it was said, and more than once."""

    model_config = {"extra": "forbid"}

    sent_key: SentKey = Field(description=SENT_KEY, schema_extra={"examples": ["7d5c1c3e-5d5b-4a53-9f5e-1f0e0b8c9a10"]})
    said_at: Moment = Field(description=SAID_AT)


class CheckInSent(Said):
    """Somebody by the code of their badge or by id; ``here`` false takes it back."""

    person_id: RowNumber | None = None
    code: Annotated[str, StringConstraints(max_length=100)] | None = None
    here: bool = True


class WalkInSent(Said):
    """Somebody who comes unregistered, of a known organisation or of a new one."""

    organisation_id: RowNumber | None = None
    organisation: Name = Field(default="", description="The name of an organisation that is not known yet.")
    kind: OrganisationKind = OrganisationKind.ENTERPRISE
    region: RegionCode = "hai-phong"
    person: Label = Field(schema_extra={"examples": ["Nguyễn Thị Hạnh"]})
    languages: list[LanguageCode] = Field(default_factory=lambda: ["vi"], min_length=1, max_length=10)


class PresencePublic(SQLModel):
    """Whether somebody is there by all that was said so far."""

    person_id: int
    here: bool
    said_at: datetime


class StateSent(SQLModel):
    """What became of a meeting. Organisers speak for the desk, or for the side they name; key and moment may be left
    out by programs that never send twice."""

    model_config = {"extra": "forbid"}

    state: PlacementState = Field(schema_extra={"examples": ["held"]})
    missing: Missing | None = Field(default=None, description="Who was not there, of a meeting that was not held.")
    side: Speaker | None = None
    sent_key: SentKey | None = Field(default=None, description=SENT_KEY)
    said_at: Moment | None = Field(default=None, description=SAID_AT)


class MeetingWordPublic(SQLModel):
    speaker: Speaker
    held: bool
    missing: Missing | None
    said_at: datetime


class StatePublic(SQLModel):
    """What became of a meeting by all that was said; ``disputed`` where the sides say different things."""

    key: str
    state: PlacementState
    disputed: bool
    words: list[MeetingWordPublic]


class RiskCode(StrEnum):
    """Somebody is not there yet; or an earlier meeting of one of its people, or at its table, has not ended."""

    PERSON_MISSING = "person_missing"
    OVERRUN = "overrun"


class RiskPublic(SQLModel):
    code: RiskCode
    person_id: int | None = None
    key: str | None = Field(default=None, description="The meeting that goes on too long.")


class PersonOnDay(SQLModel):
    """Somebody who comes; ``next_at`` is when their next meeting begins."""

    person_id: int
    name: str
    role: PersonRole
    organisation_id: int | None
    organisation_vi: str
    organisation_en: str
    remote: bool
    here: bool
    said_at: datetime | None
    next_at: datetime | None
    next_table: str | None


class SidePublic(SQLModel):
    person_id: int
    person: str
    organisation_vi: str
    organisation_en: str


class MeetingOnDay(SQLModel):
    key: str
    slot_id: int
    starts_at: datetime
    ends_at: datetime
    table: str
    state: PlacementState
    need_side: SidePublic
    technology_side: SidePublic
    interpreter: SidePublic | None
    risks: list[RiskPublic]
    words: list[MeetingWordPublic]
    disputed: bool


class DayPublic(SQLModel):
    """The day as the desk sees it; who takes part by video is neither expected nor missing."""

    event_id: int
    name_vi: str
    name_en: str
    phase: str
    now: datetime
    version: int | None = Field(description="The agenda published last.")
    expected: int
    here: int
    people: list[PersonOnDay]
    meetings: list[MeetingOnDay]


class CodePublic(SQLModel):
    """What somebody shows at the desk: the code of their badge, also as a picture."""

    person_id: int
    name: str
    code: str
    picture: str = Field(description="A QR code as the address of a picture.")


class DisplayAsked(SQLModel):
    model_config = {"extra": "forbid"}

    renew: bool = Field(default=False, description="Make another address; the former one ends.")


class DisplayPublic(SQLModel):
    """The secret of the displays' addresses. Whoever has it sees who meets at which table."""

    token: str
    created_at: datetime


class ShownOrganisation(SQLModel):
    name_vi: str
    name_en: str


class ShownMeeting(SQLModel):
    """A meeting as everybody in the hall may read it."""

    starts_at: datetime
    ends_at: datetime
    need: ShownOrganisation
    technology: ShownOrganisation


class TableShown(SQLModel):
    table_id: int
    table: str
    room: str
    current: ShownMeeting | None
    next: ShownMeeting | None


class ScreenPublic(SQLModel):
    """What a display shows now; ``now`` is the service's clock, for the countdown."""

    name_vi: str
    name_en: str
    place: str
    now: datetime
    version: int
    tables: Annotated[list[TableShown], Checked(description="All of the hall, or the one that was asked for.")]
