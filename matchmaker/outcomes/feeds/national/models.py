"""How records and marks on them are sent and shown, and the columns that the national database wants."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, StringConstraints
from pydantic import Field as Checked
from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel

from matchmaker.kit.auditing import audited
from matchmaker.outcomes.feeds.national.mapping import MappedColumn


def _no_columns() -> list[dict[str, Any]]:
    return []


@audited()
class RecordMapping(SQLModel, table=True):
    """The columns of files for the national database; there is one row, or none for the columns to begin with."""

    __tablename__ = "record_mapping"

    id: int = Field(default=1, primary_key=True)
    columns: list[dict[str, Any]] = Field(default_factory=_no_columns, sa_column=Column(JSON, nullable=False))
    version: int = 1


# --- as they are sent and shown ---

RecordName = Annotated[str, StringConstraints(pattern=r"^[a-z]+/[1-9][0-9]{0,14}$")]
Number = Annotated[str, StringConstraints(strip_whitespace=True, max_length=100)]


class TakenState(StrEnum):
    WAITING = "waiting"
    TAKEN_OVER = "taken_over"


class RecordPublic(BaseModel):
    """A published technology, or one that was taken over before it was withdrawn."""

    name: RecordName
    posting_id: int
    title: str
    organisation: str
    organisation_en: str
    published: bool
    changed_at: datetime
    taken_over_on: date | None
    number: str


class RecordsPublic(BaseModel):
    """A page of records, and how many the national database has in all."""

    items: list[RecordPublic]
    total: int
    offset: int
    limit: int
    taken_over: int


class Mark(BaseModel):
    model_config = {"extra": "forbid"}

    name: RecordName
    number: Number = Checked(default="", description="What it is called there; empty keeps the former number.")


class MarksSent(BaseModel):
    """Records that were taken over on a day, or without a day were not after all."""

    model_config = {"extra": "forbid"}

    records: Annotated[list[Mark], Checked(min_length=1, max_length=1000)]
    taken_over_on: date | None


class MarksPublic(BaseModel):
    taken_over: int = Checked(description="How many the national database has now.")


class MappingSent(BaseModel):
    """All columns in their order. ``version`` guards against overwriting somebody else's change."""

    model_config = {"extra": "forbid"}

    version: Annotated[int, Checked(ge=0, le=2**31 - 1)]
    columns: Annotated[list[MappedColumn], Checked(min_length=1, max_length=60)]


class MappingPublic(BaseModel):
    version: int = Checked(description="0 while nobody has changed the columns to begin with.")
    columns: list[MappedColumn]
