"""Plans, their targets, and the values that were entered for them."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from pydantic import FiniteFloat, StringConstraints, model_validator
from sqlmodel import Field, SQLModel

from matchmaker.accounts.models import Name, OrganisationKind, RegionCode
from matchmaker.catalogue.models import Key, SectorCode
from matchmaker.events.fields import Day, Link, Note, RowNumber, Version
from matchmaker.kit import clock
from matchmaker.kit.auditing import audited
from matchmaker.kit.database import StoredEnum
from matchmaker.outcomes.plans.progress import Comparison, Standing

MOST_TARGETS = 200


@audited(noise=("updated_at",))
class Plan(SQLModel, table=True):
    """A plan of a year; ``version`` counts the changes of the plan itself, its targets have their own."""

    __tablename__ = "plan"

    id: int | None = Field(default=None, primary_key=True)
    key: str | None = Field(default=None, max_length=100, unique=True)
    name_vi: str
    name_en: str
    number: str
    year: int
    version: int = 1
    created_at: datetime = Field(default_factory=clock.now)
    updated_at: datetime = Field(default_factory=clock.now)


@audited(part_of="plan_id", noise=("updated_at",))
class PlanTarget(SQLModel, table=True):
    """A target. With an ``indicator`` the service counts it, in the plan's year and cut as the columns say.

    ``part`` is the currency, stage, kind or sector of an indicator that is told in parts.
    """

    __tablename__ = "plan_target"

    id: int | None = Field(default=None, primary_key=True)
    plan_id: int = Field(foreign_key="plan.id", index=True, ondelete="CASCADE")
    place: int
    name_vi: str
    name_en: str
    definition_vi: str
    definition_en: str
    unit_vi: str
    unit_en: str
    value: float
    comparison: Comparison = Field(sa_type=StoredEnum(Comparison))
    responsible: str
    due: date
    indicator: str | None = Field(default=None, max_length=60)
    part: str | None = Field(default=None, max_length=80)
    event_id: int | None = Field(default=None, foreign_key="event.id", ondelete="SET NULL", index=True)
    sector: str | None = None
    kind: str | None = None
    region: str | None = None
    version: int = 1
    updated_at: datetime = Field(default_factory=clock.now)


@audited(part_of="target_id")
class PlanEntry(SQLModel, table=True):
    """A value of a target as it stood on a day, with what proves it; the one of the latest day counts."""

    __tablename__ = "plan_entry"

    id: int | None = Field(default=None, primary_key=True)
    target_id: int = Field(foreign_key="plan_target.id", index=True, ondelete="CASCADE")
    value: float
    day: date
    evidence: str
    link: str | None = None
    actor: str
    account_id: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL", index=True)
    at: datetime = Field(default_factory=clock.now)


# --- as they are sent and shown ---

Code = Annotated[str, StringConstraints(pattern=r"^[a-z_]+$", max_length=60)]
PartCode = Annotated[str, StringConstraints(pattern=r"^[A-Za-z_.-]+$", max_length=80)]
Amount = Annotated[FiniteFloat, Field(ge=-1e15, le=1e15)]


class Counted(SQLModel):
    """What is counted for a target: an indicator, or one of its parts, within these bounds and the plan's year."""

    indicator: Code | None = None
    part: PartCode | None = None
    event_id: RowNumber | None = None
    sector: SectorCode | None = None
    kind: OrganisationKind | None = None
    region: RegionCode | None = None


class TargetBase(Counted):
    name_vi: Name = Field(default="", schema_extra={"examples": ["Biểu ghi cập nhật vào cơ sở dữ liệu quốc gia"]})
    name_en: Name = Field(default="", schema_extra={"examples": ["Records in the national database"]})
    definition_vi: Note = ""
    definition_en: Note = ""
    unit_vi: Name = Field(default="", schema_extra={"examples": ["biểu ghi"]})
    unit_en: Name = Field(default="", schema_extra={"examples": ["records"]})
    value: Amount = Field(schema_extra={"examples": [150]})
    comparison: Comparison = Comparison.AT_LEAST
    responsible: Name = Field(default="", description="The person or unit that answers for it.")
    due: Day = Field(schema_extra={"examples": ["2026-12-31"]})


class TargetCreate(TargetBase):
    model_config = {"extra": "forbid"}


class TargetSaved(TargetBase):
    """A target as it shall be; ``version`` guards against overwriting somebody else's change."""

    model_config = {"extra": "forbid"}

    version: Version


class PlanBase(SQLModel):
    """At least one of the two names is filled."""

    name_vi: Name = Field(default="", schema_extra={"examples": ["Kế hoạch khoa học và công nghệ năm 2026"]})
    name_en: Name = Field(default="", schema_extra={"examples": ["Science and technology plan for 2026"]})
    number: Annotated[str, StringConstraints(max_length=60, strip_whitespace=True)] = Field(
        default="", schema_extra={"examples": ["350/KH-UBND"]}
    )
    year: int = Field(ge=2000, le=2199, schema_extra={"examples": [2026]})


class PlanCreate(PlanBase):
    """A plan, perhaps with all its targets."""

    model_config = {"extra": "forbid"}

    key: Key | None = Field(default=None, description="Your own reference; unique.")
    targets: list[TargetCreate] = Field(default_factory=list, max_length=MOST_TARGETS)


class PlanSaved(PlanBase):
    """A plan as it shall be; ``version`` guards against overwriting somebody else's change."""

    model_config = {"extra": "forbid"}

    version: Version


class EntrySent(SQLModel):
    """A value as it stood on a day; a text or a link says where it comes from."""

    model_config = {"extra": "forbid"}

    value: Amount
    day: Day
    evidence: Note = Field(default="", schema_extra={"examples": ["Báo cáo của Sở, trang 3"]})
    link: Link | None = Field(default=None, schema_extra={"examples": [None]})

    @model_validator(mode="after")
    def _proven(self) -> "EntrySent":
        if not (self.evidence or self.link):
            raise ValueError("a text or a link must say where the value comes from")
        return self


class PlanEntryPublic(SQLModel):
    id: int
    value: float
    day: date
    evidence: str
    link: str | None
    by: str = Field(description="Who entered it: a name where there is an account.")
    at: datetime


class How(StrEnum):
    """Where the value of a target comes from."""

    COUNTED = "counted"
    ENTERED = "entered"


class TargetPublic(TargetBase):
    """A target with its progress: what it has come to, by counting or by hand, and where it stands."""

    id: int
    version: int
    how: How
    now: float | None = Field(description="The value now; none was counted or entered so far if it is left out.")
    standing: Standing
    entries: list[PlanEntryPublic] = Field(description="Entered by hand, the one that counts first.")


class PlanSummary(PlanBase):
    id: int
    key: str | None
    version: int
    targets: int


class PlanPublic(PlanBase):
    id: int
    key: str | None
    version: int
    targets: list[TargetPublic]
