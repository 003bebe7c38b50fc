"""What a contract's value is worth while not everybody has said so; pure."""

from datetime import datetime
from enum import StrEnum

from matchmaker.catalogue.models import Kind


class Backing(StrEnum):
    """``evidenced`` is an organiser's word, by a document; it is shown as such."""

    OPEN = "open"
    EVIDENCED = "evidenced"
    CONFIRMED = "confirmed"


def backing_of(need: datetime | None, technology: datetime | None, evidenced: datetime | None) -> Backing:
    """How far a value is backed, by the moments of the confirmations."""
    if need is not None and technology is not None:
        return Backing.CONFIRMED
    return Backing.OPEN if evidenced is None else Backing.EVIDENCED


def awaited(need: datetime | None, technology: datetime | None) -> frozenset[Kind]:
    """The sides that have not confirmed."""
    moments = {Kind.NEED: need, Kind.TECHNOLOGY: technology}
    return frozenset(side for side, at in moments.items() if at is None)
