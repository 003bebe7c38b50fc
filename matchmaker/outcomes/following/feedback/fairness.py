"""How much of a word its readers see, and which of two words of one side counts; pure."""

from datetime import datetime

from matchmaker.catalogue.models import Kind


def is_newer(said: tuple[datetime, str], known: tuple[datetime, str]) -> bool:
    """Whether a word replaces the known one, each as its moment and its key.

    Of two words of one moment the key decides, so that all orders of arrival end the same.
    """
    return said > known


def may_read(side: Kind, reader: Kind | None, spoken: frozenset[Kind]) -> bool:
    """Whether the word of a side is shown: to itself and organisers (None), to the other once both have spoken."""
    return reader in (None, side) or len(spoken) == len(Kind)
