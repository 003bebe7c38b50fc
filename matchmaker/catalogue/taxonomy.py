"""The sectors of strategic technologies: two levels, named and described in Vietnamese and English; pure.

What is shipped stands in ``taxonomy.toml``. Administrators lay rows over it (`catalogue/sectors/`), so whoever has a
session asks `sectors.reading.taxonomy_of`; `shipped` is for what needs words of the field and no particular service's.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import resources
from typing import Literal

from matchmaker.kit.text import fold


@dataclass(frozen=True)
class Sector:
    """A sector; a leaf's code is ``top.leaf``. A retired one keeps its name, and nothing new is filed under it.

    ``version`` counts the changes of it here; what stands as it was shipped has version 0.
    """

    code: str
    name_vi: str
    name_en: str
    description_vi: str
    description_en: str
    retired: bool = False
    shipped: bool = True
    version: int = 0

    @property
    def parent(self) -> str | None:
        """The code of the sector above, None for a top one."""
        return self.code.split(".")[0] if "." in self.code else None

    def name(self, language: Literal["vi", "en"]) -> str:
        return self.name_vi if language == "vi" else self.name_en


@dataclass(frozen=True, eq=False)
class Taxonomy:
    """All sectors by code, each top one followed by its leaves."""

    sectors: Mapping[str, Sector]

    def leaves(self) -> list[Sector]:
        """The sectors of the second level under which something can be filed."""
        return [sector for sector in self.sectors.values() if sector.parent and not sector.retired]

    def unknown(self, codes: Iterable[str]) -> list[str]:
        """Which of the codes are no sectors."""
        return [code for code in codes if code not in self.sectors]

    def retired(self, codes: Iterable[str], kept: Iterable[str] = ()) -> list[str]:
        """Which of the codes are retired and were not ``kept`` from before."""
        before = set(kept)
        return [code for code in codes if code not in before and code in self.sectors and self.sectors[code].retired]

    def named(self, words: str) -> str | None:
        """The code of a sector by its name in either language, or by the code itself."""
        return self._by_name.get(fold(words))

    @property
    def mark(self) -> tuple[tuple[str, int], ...]:
        """What differs from the shipped one, for whatever is kept as long as names stay."""
        return tuple((one.code, one.version) for one in self.sectors.values() if one.version)

    @cached_property
    def _by_name(self) -> dict[str, str]:
        """Folded names and codes; a leaf wins over a top sector of the same name, one in use over a retired one."""
        names: dict[str, str] = {}
        for sector in sorted(self.sectors.values(), key=lambda one: (not one.retired, one.parent is not None)):
            names |= dict.fromkeys((fold(sector.name_vi), fold(sector.name_en), fold(sector.code)), sector.code)
        return names


@lru_cache
def shipped() -> Taxonomy:
    """The taxonomy as it comes with the service."""
    text = resources.files("matchmaker.catalogue").joinpath("taxonomy.toml").read_text("utf-8")
    return Taxonomy({entry["code"]: Sector(**entry) for entry in tomllib.loads(text)["sector"]})


def laid_over(base: Taxonomy, rows: Iterable[Sector]) -> Taxonomy:
    """The taxonomy with some sectors changed or added; added ones stand behind the shipped ones of their level."""
    every = dict(base.sectors)
    for row in rows:
        every[row.code] = row
    places = {code: place for place, code in enumerate(base.sectors)}

    def place(sector: Sector) -> tuple[int, str]:
        return places.get(sector.code, len(places)), sector.code

    ordered: dict[str, Sector] = {}
    for top in sorted((one for one in every.values() if not one.parent), key=place):
        own = sorted((one for one in every.values() if one.parent == top.code), key=place)
        ordered |= {one.code: one for one in (top, *own)}
    return Taxonomy(ordered)


def top_of(code: str) -> str:
    """The top sector that a code belongs to."""
    return code.split(".")[0]
