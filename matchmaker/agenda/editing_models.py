"""Steps of a draft that can be undone, plans that were found too late, and hand moves as they are sent and shown."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field as Checked
from sqlalchemy import JSON, Column, UniqueConstraint
from sqlmodel import Field, SQLModel

from matchmaker.agenda.models import ChangePublic, Key
from matchmaker.events.fields import RowNumber
from matchmaker.kit import clock
from matchmaker.kit.database import StoredEnum

MOST_STEPS = 100


class Doing(StrEnum):
    PLACE = "place"
    MOVE = "move"
    SWAP = "swap"
    UNPLACE = "unplace"
    PIN = "pin"
    UNPIN = "unpin"
    WRITE = "write"
    SOLVE = "solve"


class AgendaStep(SQLModel, table=True):
    """One change of a draft. ``before`` and ``after`` hold the meetings that are different, figures and inputs."""

    __tablename__ = "agenda_step"
    __table_args__ = (UniqueConstraint("version_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    version_id: int = Field(foreign_key="agenda_version.id", ondelete="CASCADE")
    number: int
    doing: Doing = Field(sa_type=StoredEnum(Doing))
    undone: bool = False
    before: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    after: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    actor: str
    at: datetime = Field(default_factory=clock.now)


class FoundPlan(SQLModel, table=True):
    """What a planning job found for a draft that was changed meanwhile."""

    __tablename__ = "agenda_found_plan"

    job_id: int = Field(primary_key=True, foreign_key="job.id", ondelete="CASCADE")
    event_id: int = Field(foreign_key="event.id", ondelete="CASCADE", index=True)
    placements: list[dict[str, Any]] = Field(sa_column=Column(JSON, nullable=False))
    figures: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    inputs: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    at: datetime = Field(default_factory=clock.now)


# --- as they are sent and shown ---

Revision = Annotated[int, Checked(ge=0, le=2**31 - 1, description="The draft's; 0 if there is none yet.")]


class EditSent(SQLModel):
    """What every hand move says."""

    model_config = {"extra": "forbid"}

    revision: Revision
    dry_run: bool = Field(default=False, description="Only say what would be; nothing is refused or saved.")


class MeetingSent(EditSent):
    """A meeting or request by its key."""

    key: Key


class PlaceSent(MeetingSent):
    """Where a request is to be placed; what is left out is chosen.

    With ``make_room``, meetings in its way move to other times, and one that it replaces is given up; of the rest only
    ``slot_id`` counts then.
    """

    slot_id: RowNumber | None = None
    table_id: RowNumber | None = None
    need_person_id: RowNumber | None = None
    technology_person_id: RowNumber | None = None
    interpreter_id: RowNumber | None = None
    make_room: bool = False


class MoveSent(MeetingSent):
    """Where a meeting moves; without a table its own is kept if it is free there, or another one taken."""

    slot_id: RowNumber
    table_id: RowNumber | None = None


class SwapSent(MeetingSent):
    """Two meetings that take each other's time and table."""

    other: Key


class GoSent(EditSent):
    """The step after which the draft is wanted; 0 is before all of them."""

    number: Annotated[int, Checked(ge=0, le=2**31 - 1)]


class TakeSent(EditSent):
    """The job whose plan becomes the draft."""

    job_id: RowNumber


class BrokenPublic(SQLModel):
    """A rule that is broken; parameters are ids of rows and keys of meetings."""

    code: str
    params: dict[str, Any]


class EditPublic(SQLModel):
    """What a change of the draft makes of it."""

    saved: bool
    revision: int
    violations: list[BrokenPublic] = Field(description="Everything that is wrong with the draft after it.")
    value: int = Field(description="How much more the placed meetings are worth than before.")
    breaks: int = Field(description="How many more breaks delegates have than before.")
    changes: list[ChangePublic]


class StepPublic(SQLModel):
    number: int
    doing: Doing
    undone: bool
    actor: str
    at: datetime
