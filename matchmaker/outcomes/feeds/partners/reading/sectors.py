"""Our sectors for a partner's words; pure."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from matchmaker.catalogue import taxonomy
from matchmaker.kit.text import fold
from matchmaker.outcomes.feeds.partners.reading.found import Found

MOST = 10


def sectors_of(found: Found, terms: Mapping[str, str], otherwise: Sequence[str]) -> list[str]:
    """The sectors of a record: those it names, those of its terms, or those for records without any."""
    known = taxonomy.sectors()
    named = [code for code in found.codes if code in known]
    meant = [code for term in found.terms if (code := sector_of(term, terms)) and code in known]
    return list(dict.fromkeys([*named, *meant]))[:MOST] or list(otherwise)


def sector_of(term: str, terms: Mapping[str, str]) -> str | None:
    """The sector of a term: as the organiser mapped it, or one that has this name or code."""
    key = fold(term)
    mapped = next((code for name, code in terms.items() if fold(name) == key), None)
    return mapped or _names().get(key)


@lru_cache
def _names() -> dict[str, str]:
    found: dict[str, str] = {}
    for code, sector in taxonomy.sectors().items():
        for name in (code, sector.name_vi, sector.name_en):
            found.setdefault(fold(name), code)
    return found
