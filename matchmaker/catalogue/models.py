"""Postings: technologies (offers) and needs, their texts in several languages, and their review.

Both kinds share one table, because everything after this stage (vectors, ranking, meetings) treats them as the two
sides of one thing. What people send and see is one flat schema per kind.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, StringConstraints, field_validator, model_validator
from sqlalchemy import JSON, BigInteger, Column, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from matchmaker.catalogue.fields import Body, Keyword, Title, check_range
from matchmaker.catalogue.source import Source
from matchmaker.kit import clock
from matchmaker.kit.auditing import audited
from matchmaker.kit.database import StoredEnum
from matchmaker.kit.text import normalise


class Kind(StrEnum):
    TECHNOLOGY = "technology"
    NEED = "need"

    @property
    def other(self) -> "Kind":
        """The side that this one is matched with."""
        return Kind.NEED if self is Kind.TECHNOLOGY else Kind.TECHNOLOGY


class State(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    PUBLISHED = "published"
    RETURNED = "returned"
    CLOSED = "closed"
    EXPIRED = "expired"


class Party(StrEnum):
    """Who can have the next step in a review."""

    OWNER = "owner"
    ORGANISER = "organiser"


class Visibility(StrEnum):
    PUBLIC = "public"
    TEASER = "teaser"


class IpStatus(StrEnum):
    NONE = "none"
    APPLIED = "applied"
    GRANTED = "granted"
    TRADE_SECRET = "trade_secret"
    COPYRIGHT = "copyright"
    OPEN = "open"


class Cooperation(StrEnum):
    LICENCE = "licence"
    SALE = "sale"
    JOINT_DEVELOPMENT = "joint_development"
    TECHNICAL_COOPERATION = "technical_cooperation"
    SERVICE = "service"
    INVESTMENT = "investment"


class Currency(StrEnum):
    VND = "VND"
    USD = "USD"
    EUR = "EUR"
    JPY = "JPY"
    KRW = "KRW"
    CNY = "CNY"
    TWD = "TWD"


# The parts of a posting's text, in reading order. The first two after the title are what a teaser shows.
TEXT_FIELDS: dict[Kind, tuple[str, ...]] = {
    Kind.TECHNOLOGY: ("title", "summary", "description", "advantages", "requirements", "references"),
    Kind.NEED: ("title", "problem", "tried", "success_measure"),
}
# What anybody may read of a posting that is shown as a teaser only.
TEASER_FIELDS: dict[Kind, tuple[str, ...]] = {Kind.TECHNOLOGY: ("title", "summary"), Kind.NEED: ("title",)}
# What nobody else reads of it beside the texts. Region and readiness stay: the lists can be filtered by them.
TEASER_HIDES = frozenset(
    {
        *("key", "keywords", "cooperation", "currency", "expires_on", "ip_status", "price_min", "price_max"),
        *("budget_min", "budget_max", "deadline"),
    }
)


LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
RegionCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,}(-[a-z]+)*$", max_length=40)]
SectorCode = Annotated[str, StringConstraints(pattern=r"^[a-z-]+(\.[a-z-]+)?$", max_length=80)]
Key = Annotated[str, AfterValidator(normalise), StringConstraints(pattern=r"^[\w.:/ -]+$", max_length=100)]
Money = Annotated[int, Field(ge=0, le=10**15)]
Level = Annotated[int, Field(ge=1, le=9)]


# Functions of our own: for the built-in types every new row would parse their signatures from text.
def _no_items() -> list[str]:
    return []


def _no_texts() -> dict[str, str]:
    return {}


@audited(noise=("updated_at",))
class Posting(SQLModel, table=True):
    """One technology or need; ``trl`` is the level reached, or the lowest that a need accepts; ``source`` a Source."""

    __table_args__ = (
        UniqueConstraint("organisation_id", "kind", "key"),
        Index("ix_posting_listed", "kind", "state", "updated_at", "id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    kind: Kind = Field(sa_type=StoredEnum(Kind))
    key: str | None = Field(default=None, max_length=100)
    organisation_id: int = Field(foreign_key="organisation.id", index=True)
    language: str
    state: State = Field(default=State.DRAFT, sa_type=StoredEnum(State))
    visibility: Visibility = Field(default=Visibility.PUBLIC, sa_type=StoredEnum(Visibility))
    region: str | None = None
    trl: int | None = None
    ip_status: IpStatus | None = Field(default=None, sa_type=StoredEnum(IpStatus))
    amount_min: int | None = Field(default=None, sa_type=BigInteger)
    amount_max: int | None = Field(default=None, sa_type=BigInteger)
    currency: Currency | None = Field(default=None, sa_type=StoredEnum(Currency))
    deadline: date | None = None
    expires_on: date | None = Field(default=None, index=True)
    sectors: list[str] = Field(default_factory=_no_items, sa_column=Column(JSON, nullable=False))
    keywords: list[str] = Field(default_factory=_no_items, sa_column=Column(JSON, nullable=False))
    cooperation: list[str] = Field(default_factory=_no_items, sa_column=Column(JSON, nullable=False))
    source: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
    version: int = 1
    created_at: datetime = Field(default_factory=clock.now)
    updated_at: datetime = Field(default_factory=clock.now)


@audited(part_of="posting_id")
class PostingText(SQLModel, table=True):
    """A posting's text in one language; ``body`` maps the names in TEXT_FIELDS to text."""

    __tablename__ = "posting_text"
    __table_args__ = (UniqueConstraint("posting_id", "language"),)

    id: int | None = Field(default=None, primary_key=True)
    posting_id: int = Field(foreign_key="posting.id", index=True, ondelete="CASCADE")
    language: str
    body: dict[str, str] = Field(default_factory=_no_texts, sa_column=Column(JSON, nullable=False))


class ReviewEvent(SQLModel, table=True):
    """One change of state: who did it, when, and why.

    ``content`` is what organisers had seen until then, where a later version will be compared with it.
    """

    __tablename__ = "review_event"

    id: int | None = Field(default=None, primary_key=True)
    posting_id: int = Field(foreign_key="posting.id", index=True, ondelete="CASCADE")
    from_state: State = Field(sa_type=StoredEnum(State))
    to_state: State = Field(sa_type=StoredEnum(State))
    actor: str
    reasons: list[str] = Field(default_factory=_no_items, sa_column=Column(JSON, nullable=False))
    content: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
    at: datetime = Field(default_factory=clock.now)


class CatalogueChange(SQLModel, table=True):
    """The catalogue's log of what became visible, changed or vanished; readers replay it from where they were."""

    __tablename__ = "catalogue_change"

    seq: int | None = Field(default=None, primary_key=True)
    posting_id: int = Field(index=True)


class _Common(SQLModel):
    """What both kinds say beside their text."""

    language: LanguageCode = Field(default="vi", schema_extra={"examples": ["vi"]})
    sectors: list[SectorCode] = Field(default_factory=list, max_length=10)
    keywords: list[Keyword] = Field(default_factory=list, max_length=30)
    cooperation: list[Cooperation] = Field(default_factory=list, max_length=6)
    currency: Currency | None = None
    region: RegionCode | None = None
    visibility: Visibility = Visibility.PUBLIC
    expires_on: date | None = None


class TechnologyText(SQLModel):
    """The text of a technology in one more language."""

    model_config = {"extra": "forbid"}

    language: LanguageCode
    title: Title
    summary: Body = ""
    description: Body = ""
    advantages: Body = ""
    requirements: Body = ""
    references: Body = ""


class NeedText(SQLModel):
    """The text of a need in one more language."""

    model_config = {"extra": "forbid"}

    language: LanguageCode
    title: Title
    problem: Body = ""
    tried: Body = ""
    success_measure: Body = ""


class TechnologyBase(_Common):
    """A technology as people write it; amounts are whole units of the currency."""

    title: Title = Field(schema_extra={"examples": ["Thu hồi nhiệt khí thải lò hơi bằng ống nhiệt"]})
    summary: Body = ""
    description: Body = ""
    advantages: Body = ""
    requirements: Body = ""
    references: Body = ""
    trl: Level | None = None
    ip_status: IpStatus | None = None
    price_min: Money | None = None
    price_max: Money | None = None
    translations: list[TechnologyText] = Field(default_factory=list, max_length=20)


class NeedBase(_Common):
    """A need as people write it; amounts are whole units of the currency."""

    title: Title = Field(schema_extra={"examples": ["Giảm tiền điện kho lạnh 2.000 tấn"]})
    problem: Body = ""
    tried: Body = ""
    success_measure: Body = ""
    trl_min: Level | None = None
    budget_min: Money | None = None
    budget_max: Money | None = None
    deadline: date | None = None
    translations: list[NeedText] = Field(default_factory=list, max_length=20)


# What each kind calls the shared columns.
COLUMN_OF: dict[Kind, dict[str, str]] = {
    Kind.TECHNOLOGY: {"trl": "trl", "price_min": "amount_min", "price_max": "amount_max", "ip_status": "ip_status"},
    Kind.NEED: {"trl_min": "trl", "budget_min": "amount_min", "budget_max": "amount_max", "deadline": "deadline"},
}
SHARED_COLUMNS = ("sectors", "keywords", "cooperation", "currency", "region", "visibility", "expires_on", "language")


class _Owned(SQLModel):
    # A misspelt field would be lost without a word, and what is not the caller's to set has no place here.
    model_config = {"extra": "forbid"}

    organisation_id: int | None = Field(
        default=None, ge=1, le=2**53, description="The contact organisation; your own when left out."
    )
    key: Key | None = Field(default=None, description="Your own reference; unique per organisation and kind.")


class TechnologyCreate(_Owned, TechnologyBase):
    @model_validator(mode="after")
    def _ranges(self) -> "TechnologyCreate":
        check_range(self.price_min, self.price_max)
        return self


class NeedCreate(_Owned, NeedBase):
    @model_validator(mode="after")
    def _ranges(self) -> "NeedCreate":
        check_range(self.budget_min, self.budget_max)
        return self


PostingCreate = TechnologyCreate | NeedCreate
CREATE_SCHEMA: dict[Kind, type[TechnologyCreate] | type[NeedCreate]] = {
    Kind.TECHNOLOGY: TechnologyCreate,
    Kind.NEED: NeedCreate,
}


class PostingUpdate(SQLModel):
    """Fields to change; what is left out stays. ``version`` guards against overwriting somebody else's change."""

    version: int = Field(ge=1, le=2**31 - 1)
    changes: dict[str, Any] = Field(
        max_length=40, schema_extra={"examples": [{"title": "Thu hồi nhiệt khí thải lò hơi", "trl": 8}]}
    )

    @field_validator("changes")
    @classmethod
    def _no_owner(cls, changes: dict[str, Any]) -> dict[str, Any]:
        for name in ("organisation_id", "key", "state", "id"):
            if name in changes:
                raise ValueError(f"{name} cannot be changed")
        return changes


class _Shown(SQLModel):
    id: int
    kind: Kind
    key: str | None
    organisation_id: int
    state: State
    version: int
    teaser: bool = Field(description="True where details are withheld from this reader.")
    source: Source | None = Field(default=None, description="Where it was taken over from, and under which licence.")
    created_at: datetime
    updated_at: datetime
    editing: "Editing | None" = Field(default=None, description="For those who may change it.")


class Editing(SQLModel):
    """What somebody who may change a posting can do with it."""

    next_states: list[State] = Field(description="Where this reader may take it from its present state.")
    waits_for: Party | None = Field(description="Whose step is next; the owner is its organisation.")
    goes_back: bool = Field(description="Whether this reader's changes take it out of the catalogue for a new review.")
    findings: int = Field(description="How many things the rules for a draft would improve.")


class TechnologyPublic(_Shown, TechnologyBase):
    pass


class NeedPublic(_Shown, NeedBase):
    pass


PostingPublic = TechnologyPublic | NeedPublic
PUBLIC_SCHEMA: dict[Kind, type[TechnologyPublic] | type[NeedPublic]] = {
    Kind.TECHNOLOGY: TechnologyPublic,
    Kind.NEED: NeedPublic,
}
