"""Which rows of a side a search may list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from matchmaker.embedding.index import Mask
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


def masks(side: Side, wanted: Filter, today: date) -> Sequence[Mask]:
    """One mask per segment: rows that pass the filter and whose postings have not run out."""
    return [_mask(segment.columns, wanted, today.toordinal()) for segment in side.segments]


def _mask(columns: Columns, wanted: Filter, today: int) -> Mask:
    mask: Mask = (columns.expires == 0) | (columns.expires >= today)
    if wanted.sectors:
        mask &= _in_sectors(columns, wanted.sectors)
    if wanted.languages:
        mask &= np.isin(columns.language, wanted.languages)
    if wanted.regions:
        mask &= np.isin(columns.region, wanted.regions)
    if wanted.trl_min is not None:
        mask &= columns.trl >= wanted.trl_min
    if wanted.organisation is not None:
        mask &= columns.organisation == wanted.organisation
    if wanted.exclude_organisation is not None:
        mask &= columns.organisation != wanted.exclude_organisation
    if wanted.postings:
        mask &= np.isin(columns.posting, wanted.postings)
    return mask


def _in_sectors(columns: Columns, sectors: tuple[str, ...]) -> Mask:
    """Rows in one of the sectors; a top sector takes its leaves with it."""
    # Few different lists of sectors occur, so the words are looked at once per list and not once per row.
    lists, row_list = columns.sector_lists
    hit = np.array(
        [any(f" {code} " in listed or f" {code}." in listed for code in sectors) for listed in lists], np.bool_
    )
    found: Mask = hit[row_list] if len(lists) else np.zeros(len(row_list), np.bool_)
    return found
