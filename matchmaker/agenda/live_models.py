"""What happens on the day: mishaps and their repair, stand-ins, and offers that both sides accept."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Field as Checked
from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel

from matchmaker.agenda.editing_models import BrokenPublic
from matchmaker.agenda.models import ChangePublic, Key, SeatPublic
from matchmaker.events.fields import RowNumber, Version
from matchmaker.kit import clock
from matchmaker.kit.auditing import audited
from matchmaker.kit.database import StoredEnum

MOST_MISHAPS = 100


class OfferState(StrEnum):
    """``expired`` and ``overtaken`` are what an open offer has become; they are never stored."""

    OPEN = "open"
    PLACED = "placed"
    DECLINED = "declined"
    EXPIRED = "expired"
    OVERTAKEN = "overtaken"


@audited(part_of="event_id", noise=("meeting",))
class AgendaOffer(SQLModel, table=True):
    """A meeting offered at short notice. ``meeting`` is what would be placed; each side says yes or no."""

    __tablename__ = "agenda_offer"

    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id", ondelete="CASCADE", index=True)
    key: str = Field(max_length=60)
    need_organisation_id: int = Field(foreign_key="organisation.id", index=True)
    technology_organisation_id: int = Field(foreign_key="organisation.id", index=True)
    slot_id: int = Field(foreign_key="slot.id", ondelete="CASCADE", index=True)
    meeting: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    need_says: bool | None = None
    technology_says: bool | None = None
    state: OfferState = Field(default=OfferState.OPEN, sa_type=StoredEnum(OfferState))
    actor: str
    at: datetime = Field(default_factory=clock.now)
    expires_at: datetime


# --- as they are sent and shown ---


class Mishap(StrEnum):
    """``late`` lasts until before a slot, ``leaves`` begins with one; the others last as long as is said."""

    LATE = "late"
    ABSENT = "absent"
    LEAVES = "leaves"
    TABLE_FAILED = "table_failed"
    VIDEO_FAILED = "video_failed"
    INTERPRETER_MISSING = "interpreter_missing"


class MishapSent(SQLModel):
    """What happened to a person, or to a table; ``until`` is the first slot in which all is well again."""

    model_config = {"extra": "forbid"}

    what: Mishap
    person_id: RowNumber | None = None
    table_id: RowNumber | None = None
    from_slot_id: RowNumber | None = None
    until_slot_id: RowNumber | None = None


class RepairSent(SQLModel):
    """``number`` is the published version that is repaired: refused when there is a later one."""

    model_config = {"extra": "forbid"}

    mishaps: list[MishapSent] = Field(max_length=MOST_MISHAPS)
    now_slot_id: RowNumber | None = Field(default=None, description="The running slot; else by the clock.")
    number: Version | None = None
    apply: bool = Field(default=False, description="Publish what changed and keep absences; else it is only shown.")


class OwnChanges(SQLModel):
    """What becomes of somebody's own meetings."""

    person_id: int
    changes: list[ChangePublic]


class WaitingPublic(SQLModel):
    """Somebody who is there, and whose meeting in a slot is not."""

    person_id: int
    slot_id: int
    key: str


class RepairPublic(SQLModel):
    """A repaired plan; meetings by keys."""

    applied: bool
    version: int = Field(description="The published version: the repaired one, or that which would be repaired.")
    kept: int
    moved: list[str]
    cancelled: list[str]
    changes: list[ChangePublic]
    people: list[OwnChanges]
    waiting: list[WaitingPublic]
    draft: list[BrokenPublic] = Field(description="What is wrong with the next draft after it followed.")


class StandInPublic(SQLModel):
    """A meeting that somebody could have in a slot without anybody else moving."""

    key: str
    need_id: int | None
    technology_id: int | None
    need_organisation_id: int
    technology_organisation_id: int
    value: int
    must: bool
    accepted: bool = Field(description="Both sides wanted it already; else the ranking proposes it.")
    seat: SeatPublic


class OfferSent(SQLModel):
    """One of the stand-ins of a person in a slot."""

    model_config = {"extra": "forbid"}

    person_id: RowNumber
    slot_id: RowNumber
    key: Key
    minutes: Annotated[int, Checked(ge=1, le=1440, description="How long it can be accepted.")] = 10


class SaysSent(SQLModel):
    """What a side says; organisers name the side for which they say it."""

    model_config = {"extra": "forbid"}

    yes: bool
    side: Literal["need", "technology"] | None = None


class OfferPublic(SQLModel):
    id: int
    key: str
    need_id: int | None
    technology_id: int | None
    need_organisation_id: int
    technology_organisation_id: int
    seat: SeatPublic
    need_says: bool | None
    technology_says: bool | None
    state: OfferState
    expires_at: datetime
