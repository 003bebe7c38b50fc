"""The written definitions of the indicators, and names for what they are said by, in both languages."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from matchmaker.catalogue.taxonomy import Taxonomy
from matchmaker.outcomes.following.cases.case_tables import STAGE_NAMES
from matchmaker.outcomes.indicators.counting import Number


class Section(StrEnum):
    """The parts of a report, in their order."""

    PARTIES = "parties"
    SUPPLY = "supply"
    DEMAND = "demand"
    REQUESTS = "requests"
    MEETINGS = "meetings"
    RESULTS = "results"
    UNMET = "unmet"
    FOLLOW_UP = "follow_up"


class Unit(StrEnum):
    """What a figure is: a share lies between 0 and 1, slots are those of an event's timetable."""

    COUNT = "count"
    SHARE = "share"
    DAYS = "days"
    SLOTS = "slots"
    MONEY = "money"


@dataclass(frozen=True)
class Words:
    """The same words in both languages."""

    vi: str
    en: str

    def say(self, language: str) -> str:
        return self.vi if language == "vi" else self.en


@dataclass(frozen=True)
class Definition:
    code: str
    section: Section
    unit: Unit
    name: Words
    text: Words


@dataclass(frozen=True)
class _Written:
    sections: dict[Section, Words]
    indicators: dict[str, Definition]
    names: dict[str, Words]


def definitions() -> dict[str, Definition]:
    """What each indicator is, by code, in the order of a report."""
    return _written().indicators


def section_name(section: Section) -> Words:
    return _written().sections[section]


def part_name(code: str, known: Taxonomy) -> Words:
    """The name of a sector, kind or stage; any other code is its own name."""
    if sector := known.sectors.get(code):
        return Words(sector.name_vi, sector.name_en)
    return stage_name(code)


def stage_name(code: str) -> Words:
    """The name of a kind or stage; any other code is its own name."""
    return _written().names.get(code, Words(code, code))


def named_parts(parts: Mapping[str, Number], known: Taxonomy) -> list[tuple[str, Words, Number]]:
    """Code, name and value of each part: kinds and stages in their own order, sectors in the taxonomy's."""
    order = _order(known)
    found = sorted(parts.items(), key=lambda part: (order.get(part[0], len(order)), part[0]))
    return [(code, part_name(code, known), value) for code, value in found]


@lru_cache(maxsize=4)
def _order(known: Taxonomy) -> dict[str, int]:
    return {code: place for place, code in enumerate((*_written().names, *known.sectors))}


@lru_cache
def _written() -> _Written:
    read = tomllib.loads(Path(__file__).with_name("definitions.toml").read_text("utf-8"))
    return _Written(
        sections={Section(name): Words(**words) for name, words in read["sections"].items()},
        indicators={code: _definition(code, given) for code, given in read["indicators"].items()},
        names={code: Words(*words) for code, words in (read["kinds"] | STAGE_NAMES).items()},
    )


def _definition(code: str, given: dict[str, str]) -> Definition:
    return Definition(
        code,
        Section(given["section"]),
        Unit(given["unit"]),
        Words(given["name_vi"], given["name_en"]),
        Words(given["definition_vi"], given["definition_en"]),
    )
