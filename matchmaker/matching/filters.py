"""Which rows of a side a search may list: the one place where a filter becomes terms, and terms a mask."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from matchmaker.embedding.index import Comparison, Mask, Selection, Term
from matchmaker.matching.side import Columns, Side


@dataclass(frozen=True)
class Filter:
    """Conditions that must all hold; an empty one does not restrict. ``exclude_organisation`` is one's own."""

    sectors: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    trl_min: int | None = None
    organisation: int | None = None
    exclude_organisation: int | None = None
    postings: tuple[int, ...] = ()


def selections(side: Side, wanted: Filter, today: date) -> Sequence[Selection]:
    """One per segment: rows that pass the filter and whose postings have not run out; dead rows are not left out."""
    found = terms(wanted, today)
    return [Selection(mask(segment.columns, found), found) for segment in side.segments]


def terms(wanted: Filter, today: date) -> tuple[Term, ...]:
    """What a filter asks of a row, and that its posting has not run out."""
    found = [Term("expires", Comparison.UNSET_OR_AT_LEAST, (today.toordinal(),))]
    if wanted.sectors:
        found.append(Term("sectors", Comparison.UNDER, wanted.sectors))
    if wanted.languages:
        found.append(Term("language", Comparison.ONE_OF, wanted.languages))
    if wanted.regions:
        found.append(Term("region", Comparison.ONE_OF, wanted.regions))
    if wanted.trl_min is not None:
        found.append(Term("trl", Comparison.AT_LEAST, (wanted.trl_min,)))
    if wanted.organisation is not None:
        found.append(Term("organisation", Comparison.ONE_OF, (wanted.organisation,)))
    if wanted.exclude_organisation is not None:
        found.append(Term("organisation", Comparison.NONE_OF, (wanted.exclude_organisation,)))
    if wanted.postings:
        found.append(Term("posting", Comparison.ONE_OF, wanted.postings))
    return tuple(found)


def mask(columns: Columns, wanted: Sequence[Term]) -> Mask:
    """Rows for which every term holds."""
    found = np.ones(len(columns.posting), np.bool_)
    for term in wanted:
        found &= _holds(columns, term)
    return found


def _holds(columns: Columns, term: Term) -> Mask:
    values = getattr(columns, term.attribute)
    holds: Mask
    if term.comparison is Comparison.UNDER:
        holds = _in_sectors(columns, [str(code) for code in term.values])
    elif term.comparison is Comparison.ONE_OF:
        holds = values == term.values[0] if len(term.values) == 1 else np.isin(values, term.values)
    elif term.comparison is Comparison.NONE_OF:
        holds = values != term.values[0] if len(term.values) == 1 else ~np.isin(values, term.values)
    elif term.comparison is Comparison.AT_LEAST:
        holds = values >= term.values[0]
    else:
        holds = (values == 0) | (values >= term.values[0])
    return holds


def _in_sectors(columns: Columns, sectors: Sequence[str]) -> Mask:
    """Rows in one of the sectors; a top sector takes its leaves with it."""
    # Few different lists of sectors occur, so the words are looked at once per list and not once per row.
    lists, row_list = columns.sector_lists
    hit = np.array(
        [any(f" {code} " in listed or f" {code}." in listed for code in sectors) for listed in lists], np.bool_
    )
    found: Mask = hit[row_list] if len(lists) else np.zeros(len(row_list), np.bool_)
    return found
