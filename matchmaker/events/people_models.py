"""Who comes: registered organisations, their delegates, interpreters, experts; when they can, and fixed blocks."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import JSON, Column, UniqueConstraint
from sqlmodel import Field, SQLModel

from matchmaker.accounts.models import Name
from matchmaker.catalogue.models import LanguageCode, SectorCode
from matchmaker.events.fields import Email, Label, RowNumber
from matchmaker.kit import clock
from matchmaker.kit.auditing import audited
from matchmaker.kit.database import StoredEnum


class RegistrationState(StrEnum):
    REGISTERED = "registered"
    WITHDRAWN = "withdrawn"


class PersonRole(StrEnum):
    DELEGATE = "delegate"
    INTERPRETER = "interpreter"
    EXPERT = "expert"
    SUPPORT = "support"


class BlockKind(StrEnum):
    COMPANY_VISIT = "company_visit"
    PLENARY = "plenary"
    OTHER = "other"


def _no_items() -> list[str]:
    return []


def _no_ids() -> list[int]:
    return []


@audited(part_of="event_id", noise=("updated_at",))
class Registration(SQLModel, table=True):
    """An organisation at an event."""

    __table_args__ = (UniqueConstraint("event_id", "organisation_id"),)

    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id", ondelete="CASCADE")
    organisation_id: int = Field(foreign_key="organisation.id", index=True)
    state: RegistrationState = Field(default=RegistrationState.REGISTERED, sa_type=StoredEnum(RegistrationState))
    stand_in: bool = True
    repeat_meetings: bool = False
    actor: str
    created_at: datetime = Field(default_factory=clock.now)
    updated_at: datetime = Field(default_factory=clock.now)


@audited(part_of="event_id")
class EventPerson(SQLModel, table=True):
    """Somebody at an event: a delegate of a registered organisation, or one of the organiser's people."""

    __tablename__ = "event_person"

    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id", index=True, ondelete="CASCADE")
    registration_id: int | None = Field(default=None, foreign_key="registration.id", index=True, ondelete="CASCADE")
    role: PersonRole = Field(sa_type=StoredEnum(PersonRole))
    name: str
    email: str | None = None
    languages: list[str] = Field(default_factory=_no_items, sa_column=Column(JSON, nullable=False))
    subjects: list[str] = Field(default_factory=_no_items, sa_column=Column(JSON, nullable=False))
    posting_ids: list[int] = Field(default_factory=_no_ids, sa_column=Column(JSON, nullable=False))
    max_per_day: int | None = None
    max_consecutive: int | None = None
    table_id: int | None = Field(default=None, foreign_key="meeting_table.id", index=True, ondelete="SET NULL")
    # False for somebody who was taken off while an agenda names them: its meetings must still say whom.
    coming: bool = True
    remote: bool = False


@audited(part_of="person_id")
class PersonAbsence(SQLModel, table=True):
    """A slot in which somebody cannot; without such rows everybody can."""

    __tablename__ = "person_absence"

    person_id: int = Field(primary_key=True, foreign_key="event_person.id", ondelete="CASCADE")
    slot_id: int = Field(primary_key=True, foreign_key="slot.id", index=True, ondelete="CASCADE")


@audited(part_of="table_id")
class TableAbsence(SQLModel, table=True):
    """A slot in which a table cannot be used."""

    __tablename__ = "table_absence"

    table_id: int = Field(primary_key=True, foreign_key="meeting_table.id", ondelete="CASCADE")
    slot_id: int = Field(primary_key=True, foreign_key="slot.id", index=True, ondelete="CASCADE")


@audited(part_of="event_id")
class Block(SQLModel, table=True):
    """Something fixed: its people have no meetings in its slots."""

    __tablename__ = "event_block"

    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id", index=True, ondelete="CASCADE")
    kind: BlockKind = Field(sa_type=StoredEnum(BlockKind))
    name_vi: str
    name_en: str
    place: str
    everybody: bool
    revision: int = 0
    changed_at: datetime | None = None


@audited(part_of="block_id")
class BlockSlot(SQLModel, table=True):
    __tablename__ = "event_block_slot"

    block_id: int = Field(primary_key=True, foreign_key="event_block.id", ondelete="CASCADE")
    slot_id: int = Field(primary_key=True, foreign_key="slot.id", index=True, ondelete="CASCADE")


@audited(part_of="block_id")
class BlockPerson(SQLModel, table=True):
    __tablename__ = "event_block_person"

    block_id: int = Field(primary_key=True, foreign_key="event_block.id", ondelete="CASCADE")
    person_id: int = Field(primary_key=True, foreign_key="event_person.id", index=True, ondelete="CASCADE")


# --- as they are sent and shown ---

Languages = list[LanguageCode]


class DelegateCreate(SQLModel):
    model_config = {"extra": "forbid"}

    name: Label = Field(schema_extra={"examples": ["Nguyễn Thị Hạnh"]})
    email: Email | None = Field(default=None, schema_extra={"examples": ["hanh@example.org"]})
    languages: Languages = Field(default_factory=lambda: ["vi"], min_length=1, max_length=10)
    posting_ids: list[RowNumber] = Field(
        default_factory=list, max_length=200, description="The postings this delegate speaks for; all if empty."
    )
    remote: bool = Field(default=False, description="Whether a delegate or expert takes part by video.")


class RegistrationCreate(SQLModel):
    """``stand_in``: any colleague may take a delegate's meeting. A pair meets twice where both sides ask for it."""

    model_config = {"extra": "forbid"}

    organisation_id: RowNumber | None = Field(default=None, description="Your own when left out.")
    stand_in: bool = True
    repeat_meetings: bool = False
    delegates: list[DelegateCreate] = Field(min_length=1, max_length=50)


class RegistrationUpdate(SQLModel):
    model_config = {"extra": "forbid"}

    stand_in: bool | None = None
    repeat_meetings: bool | None = None


class RegistrationPublic(SQLModel):
    organisation_id: int
    organisation_vi: str
    organisation_en: str
    kind: str
    region: str
    state: RegistrationState
    stand_in: bool
    repeat_meetings: bool
    delegates: int = Field(description="How many come.")
    created_at: datetime
    updated_at: datetime


class PersonCreate(DelegateCreate):
    """A delegate of ``organisation_id``, or one of the organiser's people with limits of their own."""

    role: PersonRole = PersonRole.DELEGATE
    organisation_id: RowNumber | None = Field(default=None, description="For delegates; your own when left out.")
    subjects: list[SectorCode] = Field(default_factory=list, max_length=80, description="What an expert knows of.")
    max_per_day: int | None = Field(default=None, ge=1, le=500)
    max_consecutive: int | None = Field(default=None, ge=1, le=500)
    table_id: RowNumber | None = Field(default=None, description="The table where a host stays.")


class PersonUpdate(SQLModel):
    model_config = {"extra": "forbid"}

    name: Label | None = None
    email: Email | None = None
    languages: Languages | None = Field(default=None, min_length=1, max_length=10)
    posting_ids: list[RowNumber] | None = Field(default=None, max_length=200)
    remote: bool | None = None
    subjects: list[SectorCode] | None = Field(default=None, max_length=80)
    max_per_day: int | None = Field(default=None, ge=1, le=500)
    max_consecutive: int | None = Field(default=None, ge=1, le=500)
    table_id: RowNumber | None = None


class PersonPublic(SQLModel):
    """Somebody at the event; the address is for the own organisation and organisers."""

    id: int
    role: PersonRole
    organisation_id: int | None
    name: str
    email: str | None
    languages: list[str]
    subjects: list[str]
    posting_ids: list[int]
    remote: bool
    max_per_day: int | None
    max_consecutive: int | None
    table_id: int | None


class Availability(SQLModel):
    """The slots in which somebody, or a table, is not there; in all others they are."""

    model_config = {"extra": "forbid"}

    away: list[RowNumber] = Field(max_length=500, schema_extra={"examples": [[3, 4]]})


class AvailabilityPublic(SQLModel):
    away: list[int]
    blocked: list[int] = Field(description="Slots taken by company visits and other fixed blocks.")


class BlockCreate(SQLModel):
    model_config = {"extra": "forbid"}

    kind: BlockKind = BlockKind.COMPANY_VISIT
    name_vi: Name = Field(default="", schema_extra={"examples": ["Tham quan nhà máy"]})
    name_en: Name = ""
    place: Name = ""
    everybody: bool = Field(default=False, description="Whether it is for all people of the event.")
    person_ids: list[RowNumber] = Field(default_factory=list, max_length=2000)
    slot_ids: list[RowNumber] = Field(min_length=1, max_length=500)


class BlockPublic(SQLModel):
    id: int
    kind: BlockKind
    name_vi: str
    name_en: str
    place: str
    everybody: bool
    person_ids: list[int]
    slot_ids: list[int]
