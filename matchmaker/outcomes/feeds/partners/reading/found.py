"""What one record of a partner says, whatever it was written in; pure."""

from dataclasses import dataclass, field
from typing import Any

from matchmaker.kit.errors import InvalidError

MOST_TOKEN = 2000


@dataclass(frozen=True)
class Found:
    """``content`` has the names of a posting's fields; ``terms`` are the partner's words for subjects.

    ``codes`` are sectors in our own words, ``licence`` that of this record alone.
    """

    identifier: str
    deleted: bool = False
    content: dict[str, Any] = field(default_factory=dict)
    terms: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    holder: str = ""
    address: str = ""
    licence: str = ""
    licence_address: str = ""


@dataclass(frozen=True)
class Page:
    """Records, and where to go on: an empty ``token`` is the end. ``total`` is what the partner says, or 0."""

    records: list[Found]
    token: str = ""
    total: int = 0


def unreadable(reason: str) -> InvalidError:
    """The refusal of an answer that is not what it should be."""
    return InvalidError("partner_unreadable", reason=reason)
