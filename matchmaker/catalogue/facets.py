"""How many postings each choice of a filter would leave, beside what is chosen in the other filters."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from matchmaker.catalogue.models import Kind, State

Choice = str | int


@dataclass(frozen=True)
class Wanted:
    """Conditions that must all hold; an empty one does not restrict. Values of one of them are alternatives."""

    kind: Kind | None = None
    state: State | None = None
    organisation_id: int | None = None
    sectors: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    trl_min: int | None = None


@dataclass(frozen=True)
class Traits:
    """What a posting can be filtered by."""

    sectors: tuple[str, ...]
    language: str
    region: str | None
    trl: int | None


@dataclass(frozen=True)
class Facets:
    """Counts by choice; those of readiness say how many reach a level. ``total`` passes all filters."""

    total: int = 0
    sectors: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    regions: Counter[str] = field(default_factory=Counter)
    levels: Counter[int] = field(default_factory=Counter)


def count_facets(postings: Iterable[tuple[Traits, int]], wanted: Wanted) -> Facets:
    """Counts for each filter over the postings that pass all others; a posting of two sectors counts in both."""
    total, sectors, languages, regions = 0, Counter[str](), Counter[str](), Counter[str]()
    levels: Counter[int] = Counter()
    for traits, number in postings:
        passes = _passes(traits, wanted)
        failed = [name for name, good in passes.items() if not good]
        total += number if not failed else 0
        if failed in ([], ["sectors"]):
            sectors.update(dict.fromkeys(_with_tops(traits.sectors), number))
        if failed in ([], ["languages"]):
            languages[traits.language] += number
        if traits.region and failed in ([], ["regions"]):
            regions[traits.region] += number
        if traits.trl and failed in ([], ["levels"]):
            levels.update(dict.fromkeys(range(1, traits.trl + 1), number))
    return Facets(total, sectors, languages, regions, levels)


def _passes(traits: Traits, wanted: Wanted) -> dict[str, bool]:
    return {
        "sectors": not wanted.sectors or bool(_with_tops(traits.sectors).intersection(wanted.sectors)),
        "languages": not wanted.languages or traits.language in wanted.languages,
        "regions": not wanted.regions or traits.region in wanted.regions,
        "levels": wanted.trl_min is None or (traits.trl or 0) >= wanted.trl_min,
    }


def _with_tops(sectors: Iterable[str]) -> set[str]:
    """The sectors and the top sectors above them."""
    return {part for sector in sectors for part in (sector, sector.split(".")[0])}
