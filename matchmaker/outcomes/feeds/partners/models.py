"""Partners' catalogues, what is known of each of their records, and how they are sent and shown."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, StringConstraints, model_validator
from pydantic import Field as Checked
from sqlalchemy import JSON, Column, UniqueConstraint
from sqlmodel import Field, SQLModel

from matchmaker.catalogue.models import Kind, LanguageCode, SectorCode
from matchmaker.catalogue.source import WebAddress
from matchmaker.kit import clock
from matchmaker.kit.auditing import audited
from matchmaker.kit.database import StoredEnum
from matchmaker.kit.jobs.models import JobPublic
from matchmaker.kit.text import normalise
from matchmaker.outcomes.feeds.partners.reading.paths import JsonField


class PartnerForm(StrEnum):
    """How a catalogue is read."""

    OAI_PMH = "oai_pmh"
    JSON = "json"


class RecordState(StrEnum):
    """``REFUSED`` could not be read as a posting; ``WITHDRAWN`` is gone there."""

    TAKEN = "taken"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


def _nothing() -> dict[str, Any]:
    return {}


def _no_items() -> list[Any]:
    return []


@audited(noise=("since", "until", "token", "run", "counts", "job_id", "started_at", "harvested_at"))
class PartnerSource(SQLModel, table=True):
    """A catalogue of one kind of postings; ``organisation_id`` stands for the partner here.

    ``since`` is where the next harvest begins. While one is under way ``until`` is its end and ``token`` the place
    where it goes on, both in the partner's words; ``run`` numbers it, and ``counts`` says what it has done so far.
    """

    __tablename__ = "partner_source"

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(max_length=200)
    kind: Kind = Field(sa_type=StoredEnum(Kind))
    form: PartnerForm = Field(sa_type=StoredEnum(PartnerForm))
    address: str = Field(max_length=500)
    prefix: str = Field(default="oai_dc", max_length=60)
    set_name: str = Field(default="", max_length=200)
    fields: dict[str, str] = Field(default_factory=_nothing, sa_column=Column(JSON, nullable=False))
    language: str
    licence: str = Field(max_length=200)
    licence_address: str = Field(default="", max_length=1000)
    organisation_id: int = Field(foreign_key="organisation.id")
    sectors: list[str] = Field(default_factory=_no_items, sa_column=Column(JSON, nullable=False))
    terms: dict[str, str] = Field(default_factory=_nothing, sa_column=Column(JSON, nullable=False))
    every_days: int = 0
    version: int = 1
    created_at: datetime = Field(default_factory=clock.now)
    since: str = ""
    until: str = ""
    token: str = ""
    run: int = 0
    counts: dict[str, int] = Field(default_factory=_nothing, sa_column=Column(JSON, nullable=False))
    job_id: int | None = None
    started_at: datetime | None = None
    harvested_at: datetime | None = None


class PartnerRecord(SQLModel, table=True):
    """One record of a catalogue. ``content`` is what was read last, so that what changed there can be told.

    ``run`` is the harvest that saw it last; ``compared`` whether copies were looked for since it changed, of which
    ``alike_id`` is the nearest, with the cosine ``alike``.
    """

    __tablename__ = "partner_record"
    __table_args__ = (UniqueConstraint("source_id", "identifier"),)

    id: int | None = Field(default=None, primary_key=True)
    source_id: int = Field(foreign_key="partner_source.id", ondelete="CASCADE")
    identifier: str = Field(max_length=500)
    posting_id: int | None = Field(default=None, foreign_key="posting.id", ondelete="SET NULL", index=True)
    state: RecordState = Field(sa_type=StoredEnum(RecordState))
    content: dict[str, Any] = Field(default_factory=_nothing, sa_column=Column(JSON, nullable=False))
    errors: list[dict[str, Any]] = Field(default_factory=_no_items, sa_column=Column(JSON, nullable=False))
    run: int
    compared: bool = False
    alike_id: int | None = None
    alike: float | None = None
    changed_at: datetime = Field(default_factory=clock.now)


# --- as they are sent and shown ---

Name = Annotated[str, AfterValidator(normalise), StringConstraints(min_length=1, max_length=200)]
Term = Annotated[str, AfterValidator(normalise), StringConstraints(min_length=1, max_length=200)]
Path = Annotated[str, StringConstraints(pattern=r"^[\w$-]*(\.[\w$-]+)*$", max_length=200)]
OWN_PREFIX = "matchmaker"


class PartnerSent(BaseModel):
    """A partner's catalogue as an organiser enters it."""

    model_config = {"extra": "forbid"}

    name: Name = Checked(examples=["Sàn công nghệ Đà Nẵng"])
    kind: Kind = Kind.TECHNOLOGY
    form: PartnerForm
    address: Annotated[str, StringConstraints(min_length=8, max_length=500)] = Checked(
        description="Of the catalogue; `{since}` in that of a JSON feed stands for the moment of the last harvest."
    )
    prefix: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.!~*'()-]+$", max_length=60)] = Checked(
        default="oai_dc", description="The metadata format: `oai_dc`, or `matchmaker` of another service like this."
    )
    set_name: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.!~*'():-]*$", max_length=200)] = Checked(
        default="", description="Only this set."
    )
    fields: Annotated[dict[JsonField, Path], Checked(max_length=30)] = Checked(
        default_factory=dict,
        description="Where fields lie in a JSON feed, with dots; those of JSON Feed 1.1 if left out.",
    )
    language: LanguageCode = Checked(default="vi", description="Of texts that do not say theirs.")
    licence: Name = Checked(description="Under which the records may be shown.", examples=["CC BY 4.0"])
    licence_address: WebAddress = ""
    organisation_id: Annotated[
        int, Checked(ge=1, le=2**53, description="The organisation that stands for the partner.")
    ]
    sectors: Annotated[list[SectorCode], Checked(max_length=10)] = Checked(
        default_factory=list, description="For records none of whose terms is known."
    )
    terms: Annotated[dict[Term, SectorCode], Checked(max_length=500)] = Checked(
        default_factory=dict, description="Their words for subjects, and our sectors."
    )
    every_days: Annotated[int, Checked(ge=0, le=365)] = Checked(default=0, description="0 harvests by hand only.")

    @model_validator(mode="after")
    def _one_kind_of_own_records(self) -> "PartnerSent":
        if self.form is PartnerForm.OAI_PMH and self.prefix == OWN_PREFIX and self.kind is not Kind.TECHNOLOGY:
            raise ValueError("records of this format are technologies")
        return self


class PartnerChange(PartnerSent):
    """All of it anew. ``version`` guards against overwriting somebody else's change."""

    version: Annotated[int, Checked(ge=1, le=2**31 - 1)]


class PartnerPublic(PartnerSent):
    """With the numbers of its records by state, how many of them may be copies, and its last job."""

    id: int
    version: int
    harvested_at: datetime | None
    unfinished: bool = Checked(description="A harvest stopped on the way; the next one goes on there.")
    taken: int
    refused: int
    withdrawn: int
    alike: int
    job: JobPublic | None


class HarvestAsked(BaseModel):
    model_config = {"extra": "forbid"}

    whole: bool = Checked(default=False, description="Read everything again instead of what has changed.")


class PartnerRecordPublic(BaseModel):
    """A record with the posting that was made of it; ``errors`` are ``{field, code}``."""

    identifier: str
    state: RecordState
    title: str
    posting_id: int | None
    posting_state: str | None
    errors: list[dict[str, Any]]
    alike_id: int | None
    alike: float | None
    changed_at: datetime
