"""Who saw what of whom."""

from datetime import date, datetime
from enum import StrEnum

from pydantic import BaseModel, Field
from sqlmodel import Field as Column
from sqlmodel import SQLModel

from matchmaker.kit import clock
from matchmaker.kit.database import StoredEnum


class SeenKind(StrEnum):
    """What was seen: a teaser's details, somebody's name in an agenda, a case, or files with many of them."""

    POSTING = "posting"
    PERSON = "person"
    POSTING_EXPORT = "posting_export"
    AGENDA_EXPORT = "agenda_export"
    CASE = "case"
    CASE_EXPORT = "case_export"


class DetailView(SQLModel, table=True):
    """Somebody saw something of an organisation on a day, once for each day; ``key`` is made of all that.

    ``item_id`` is the posting's, the person's, the event's or the case's id; of an export of postings or cases it is 0.
    What an organiser saw has no ``organisation_id``. ``account_id`` refers to nothing, so that the record outlives the
    account.
    """

    __tablename__ = "detail_view"

    key: str = Column(primary_key=True, max_length=200)
    day: date
    what: SeenKind = Column(sa_type=StoredEnum(SeenKind))
    item_id: int
    owner_id: int = Column(foreign_key="organisation.id", index=True, ondelete="CASCADE")
    viewer: str = Column(max_length=100)
    organisation_id: int | None = Column(default=None, foreign_key="organisation.id", ondelete="SET NULL")
    account_id: int | None = Column(default=None, index=True)
    at: datetime = Column(default_factory=clock.now)


class ViewPublic(BaseModel):
    """What somebody saw of an organisation; names of people are for organisers and those concerned."""

    day: date
    at: datetime = Field(description="When it was seen first on that day.")
    what: SeenKind
    item_id: int
    viewer: str = Field(examples=["organisation:7"])
    organisation_id: int | None
    organisation_vi: str | None
    organisation_en: str | None
