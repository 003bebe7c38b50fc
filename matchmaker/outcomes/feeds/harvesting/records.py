"""A record for other catalogues, as the public may read it; pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True)
class Holder:
    """The organisation behind a record; names by language."""

    names: dict[str, str]
    kind: str
    region: str
    website: str | None


@dataclass(frozen=True)
class Content:
    """What a technology says: texts by name and language, amounts in whole units of the currency."""

    texts: dict[str, dict[str, str]]
    language: str
    holder: Holder
    keywords: list[str] = field(default_factory=list)
    cooperation: list[str] = field(default_factory=list)
    region: str | None = None
    readiness: int | None = None
    rights: str | None = None
    price_min: int | None = None
    price_max: int | None = None
    currency: str | None = None
    expires_on: date | None = None


@dataclass(frozen=True)
class Record:
    """``number`` is the posting's id, ``stamp`` its last change; a deleted record has no content."""

    number: int
    stamp: datetime
    sectors: list[str]
    content: Content | None
    # What its sectors are called, by code and language.
    subjects: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What it is called within this service."""
        return f"technology/{self.number}"


def set_of(sector: str) -> str:
    """The protocol's name for a sector: levels stand behind colons."""
    return sector.replace(".", ":")


def sector_of(name: str) -> str:
    """The sector of a set's name."""
    return name.replace(":", ".")


def sets_of(sectors: Iterable[str]) -> list[str]:
    """The sets that a record is in, without those above them."""
    return sorted({set_of(sector) for sector in sectors})
