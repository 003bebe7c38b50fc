"""Versions of an event's agenda and the meetings placed in them, who was told which, and feeds of calendars."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Field as Checked
from pydantic import FiniteFloat, StringConstraints
from sqlalchemy import JSON, Column, UniqueConstraint
from sqlmodel import Field, SQLModel

from matchmaker.agenda.changes import ChangeKind, What
from matchmaker.events.fields import Label, RowNumber, Version
from matchmaker.events.people_models import BlockKind
from matchmaker.kit import clock
from matchmaker.kit.auditing import audited
from matchmaker.kit.database import StoredEnum

MOST_PLACEMENTS = 100_000


class VersionState(StrEnum):
    DRAFT = "draft"
    PUBLISHED = "published"


class PlacementState(StrEnum):
    PLANNED = "planned"
    RUNNING = "running"
    HELD = "held"
    NOT_HELD = "not_held"
    CANCELLED = "cancelled"


def _nothing() -> dict[str, Any]:
    return {}


@audited(part_of="event_id", noise=("revision", "figures", "inputs"))
class AgendaVersion(SQLModel, table=True):
    """One version of the plan. An event has one draft at most; what is published stays as it is.

    ``revision`` counts the changes of a draft. ``figures`` are what the planner says of its levels: value, bound,
    proven; ``inputs`` what it was made from.
    """

    __tablename__ = "agenda_version"
    __table_args__ = (UniqueConstraint("event_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id", ondelete="CASCADE")
    number: int
    state: VersionState = Field(default=VersionState.DRAFT, sa_type=StoredEnum(VersionState))
    revision: int = 1
    figures: dict[str, Any] = Field(default_factory=_nothing, sa_column=Column(JSON, nullable=False))
    inputs: dict[str, Any] = Field(default_factory=_nothing, sa_column=Column(JSON, nullable=False))
    actor: str
    created_at: datetime = Field(default_factory=clock.now)
    updated_at: datetime = Field(default_factory=clock.now)
    published_by: str | None = None
    published_at: datetime | None = None


class Placement(SQLModel, table=True):
    """A meeting in a version. ``key`` is the same meeting's in all versions of the event."""

    __tablename__ = "agenda_placement"
    __table_args__ = (UniqueConstraint("version_id", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    version_id: int = Field(foreign_key="agenda_version.id", ondelete="CASCADE")
    key: str = Field(max_length=60)
    need_id: int | None = Field(default=None, foreign_key="posting.id", index=True)
    technology_id: int | None = Field(default=None, foreign_key="posting.id", index=True)
    need_organisation_id: int = Field(foreign_key="organisation.id", index=True)
    technology_organisation_id: int = Field(foreign_key="organisation.id", index=True)
    need_person_id: int = Field(foreign_key="event_person.id", index=True)
    technology_person_id: int = Field(foreign_key="event_person.id", index=True)
    slot_id: int = Field(foreign_key="slot.id", index=True)
    table_id: int = Field(foreign_key="meeting_table.id", index=True)
    interpreter_id: int | None = Field(default=None, foreign_key="event_person.id", index=True)
    expert_id: int | None = Field(default=None, foreign_key="event_person.id", index=True)
    pinned: bool = False
    state: PlacementState = Field(default=PlacementState.PLANNED, sa_type=StoredEnum(PlacementState))


class AgendaTold(SQLModel, table=True):
    """The published version that somebody was told last."""

    __tablename__ = "agenda_told"

    person_id: int = Field(primary_key=True, foreign_key="event_person.id", ondelete="CASCADE")
    number: int
    at: datetime = Field(default_factory=clock.now)


@audited(part_of="person_id", secret=("token",))
class CalendarFeed(SQLModel, table=True):
    """The secret in the address of somebody's calendar."""

    __tablename__ = "calendar_feed"

    person_id: int = Field(primary_key=True, foreign_key="event_person.id", ondelete="CASCADE")
    token: str = Field(max_length=60, unique=True)
    created_at: datetime = Field(default_factory=clock.now)


# --- as they are sent and shown ---

Amount = Annotated[int, Checked(ge=-(2**53), le=2**53)] | FiniteFloat
Key = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9-]*$", max_length=60)]


class PlacementBase(SQLModel):
    need_id: RowNumber | None = None
    technology_id: RowNumber | None = None
    need_organisation_id: RowNumber
    technology_organisation_id: RowNumber
    need_person_id: RowNumber
    technology_person_id: RowNumber
    slot_id: RowNumber
    table_id: RowNumber
    interpreter_id: RowNumber | None = None
    expert_id: RowNumber | None = None
    pinned: bool = False
    state: PlacementState = PlacementState.PLANNED


class PlacementSent(PlacementBase):
    """A meeting to be written; without a key it is known by its postings, or else by its organisations."""

    model_config = {"extra": "forbid"}

    key: Key | None = None


class PlacementPublic(PlacementBase):
    key: str


class Figure(SQLModel):
    """What one level of the plan came to, and whether nothing better is possible."""

    model_config = {"extra": "forbid"}

    value: Amount
    bound: Amount | None = None
    proven: bool = False


class DraftSent(SQLModel):
    """All meetings of the next version. ``revision`` guards against overwriting somebody else's change."""

    model_config = {"extra": "forbid"}

    revision: Version | None = None
    placements: list[PlacementSent] = Field(max_length=MOST_PLACEMENTS)
    figures: dict[Label, Figure] = Field(default_factory=dict, max_length=40)


class SolveSent(SQLModel):
    """How long planning may take; a stopped job keeps the best plan it has found."""

    model_config = {"extra": "forbid"}

    seconds: float = Field(default=20.0, gt=0, le=600)


class PublishSent(SQLModel):
    """Which draft is published: refused when it is another one, or was changed."""

    model_config = {"extra": "forbid"}

    number: Version
    revision: Version | None = None


class VersionPublic(SQLModel):
    number: int
    state: VersionState
    revision: int
    meetings: int = Field(description="How many are placed.")
    outdated: bool | None = Field(
        description="Of a draft: whether people, tables, slots, answers or rules changed since it was made."
    )
    figures: dict[str, Any]
    inputs: dict[str, Any]
    actor: str
    created_at: datetime
    updated_at: datetime
    published_by: str | None
    published_at: datetime | None


class SeatPublic(SQLModel):
    """Where a meeting is, by ids."""

    slot_id: int
    table_id: int
    need_person_id: int
    technology_person_id: int
    interpreter_id: int | None
    expert_id: int | None


class ChangePublic(SQLModel):
    """What became of a meeting between two versions; why is never said."""

    key: str
    kind: ChangeKind
    what: list[What] = Field(description="What is another one now, of a meeting that moved.")
    before: SeatPublic | None
    after: SeatPublic | None


class PersonChanges(SQLModel):
    """What somebody has not been told yet: everything if they were told nothing so far."""

    person_id: int
    told: int | None = Field(description="The version they were told last.")
    current: int | None = Field(description="The version published last.")
    changes: list[ChangePublic]


class ToldSent(SQLModel):
    """Who knows a version now; everybody if nobody is named."""

    model_config = {"extra": "forbid"}

    number: Version
    person_ids: list[RowNumber] | None = Field(default=None, max_length=10_000)


class FeedSent(SQLModel):
    model_config = {"extra": "forbid"}

    renew: bool = Field(default=False, description="Make another address; the former one ends.")


class FeedPublic(SQLModel):
    """The address of a calendar, below that of the service. Whoever has it can read the calendar."""

    path: str
    created_at: datetime


class PartyPublic(SQLModel):
    person_id: int
    person: str
    organisation_id: int | None
    organisation_vi: str
    organisation_en: str
    remote: bool


class EntryPublic(SQLModel):
    """A meeting as its people know it; times are on the clocks of the event's zone."""

    key: str
    state: PlacementState
    starts_at: datetime
    ends_at: datetime
    table_id: int
    table: str
    room: str
    video_link: str | None
    need_id: int | None
    technology_id: int | None
    need_titles: dict[str, str] = Field(description="By language, the posting's own first.")
    technology_titles: dict[str, str]
    need_side: PartyPublic
    technology_side: PartyPublic
    interpreter: PartyPublic | None
    expert: PartyPublic | None


class FixedPublic(SQLModel):
    """Something fixed, such as a company visit; people are named in the agenda of all."""

    block_id: int
    kind: BlockKind
    name_vi: str
    name_en: str
    place: str
    everybody: bool
    starts_at: datetime
    ends_at: datetime
    people: list[PartyPublic]


class AgendaPublic(SQLModel):
    """Meetings of a whole event, of somebody, or at a table, in order of time."""

    event_id: int
    name_vi: str
    name_en: str
    place: str
    zone: str
    first_day: date
    last_day: date
    version: int
    state: VersionState
    person: PartyPublic | None
    table: str | None
    entries: list[EntryPublic]
    fixed: list[FixedPublic]


Form = Literal["json", "csv", "xlsx", "pdf", "ics"]
Language = Literal["vi", "en"]
