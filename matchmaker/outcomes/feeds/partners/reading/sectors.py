"""Our sectors for a partner's words; pure."""

from collections.abc import Mapping, Sequence

from matchmaker.catalogue.taxonomy import Taxonomy
from matchmaker.kit.text import fold
from matchmaker.outcomes.feeds.partners.reading.found import Found

MOST = 10


def sectors_of(found: Found, terms: Mapping[str, str], otherwise: Sequence[str], known: Taxonomy) -> list[str]:
    """The sectors of a record: those it names, those of its terms, or those for records without any.

    Nothing comes in under a retired one.
    """
    named = [code for code in found.codes if code in known.sectors]
    meant = [code for term in found.terms if (code := sector_of(term, terms, known)) and code in known.sectors]
    living = [code for code in dict.fromkeys([*named, *meant]) if not known.retired([code])]
    return living[:MOST] or [code for code in otherwise if not known.retired([code])]


def sector_of(term: str, terms: Mapping[str, str], known: Taxonomy) -> str | None:
    """The sector of a term: as the organiser mapped it, or one that has this name or code."""
    key = fold(term)
    mapped = next((code for name, code in terms.items() if fold(name) == key), None)
    return mapped or known.named(term)
