"""Which facts count: of an event, a sector, a kind of organisation, a region, a period; and facts in groups.

Days and months are those of the service's home, Asia/Ho_Chi_Minh, also for events that are held in another zone: what
is reported together is counted by one calendar.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time
from enum import StrEnum
from functools import lru_cache
from typing import Any

from matchmaker.kit.clock import HOME_ZONE
from matchmaker.outcomes.indicators.facts import Fact, Facts


class By(StrEnum):
    """What facts are grouped by."""

    MONTH = "month"
    SECTOR = "sector"
    KIND = "kind"
    REGION = "region"
    EVENT = "event"


@dataclass(frozen=True)
class Cut:
    """What facts must be to count; None asks nothing.

    ``since`` is the first day that counts, ``until`` the first that does not, both at home. Where kind and region are
    both asked for, one organisation must be of both.
    """

    event_id: int | None = None
    sector: str | None = None
    kind: str | None = None
    region: str | None = None
    since: date | None = None
    until: date | None = None


EVERYTHING = Cut()


def cut(facts: Facts, wanted: Cut) -> Facts:
    """The facts that count."""
    if wanted == EVERYTHING:
        return facts
    passes = _Passing(wanted)
    return replace(facts, **{name: list(filter(passes, part)) for name, part in _parts(facts)})


def groups(facts: Facts, by: By) -> dict[str, Facts]:
    """Facts by group; one that belongs to several groups is in each of them, so that groups may not add up."""
    found: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for name, part in _parts(facts):
        for fact in part:
            for key in keys_of(fact, by):
                found[key][name].append(fact)
    return {key: Facts(**found[key]) for key in sorted(found)}


def keys_of(fact: Fact, by: By) -> Iterable[str]:
    """The groups that a fact belongs to: months as ``2026-11``, sectors by their top codes, events by their ids."""
    match by:
        case By.MONTH:
            return (month_of(fact.at),)
        case By.SECTOR:
            return {code for code in fact.sectors if "." not in code}
        case By.KIND:
            return {side.kind for side in fact.sides}
        case By.REGION:
            return {side.region for side in fact.sides}
        case By.EVENT:
            return {str(event_id) for event_id in fact.events}


@lru_cache(maxsize=50_000)
def month_of(moment: datetime) -> str:
    """The month at home in which an instant lies."""
    return f"{moment.astimezone(HOME_ZONE):%Y-%m}"


def begins(day: date) -> datetime:
    """The instant at which a day begins at home."""
    return datetime.combine(day, time(), HOME_ZONE)


class _Passing:
    """Whether a fact counts."""

    def __init__(self, wanted: Cut) -> None:
        self.wanted = wanted
        self.since = begins(wanted.since) if wanted.since else None
        self.until = begins(wanted.until) if wanted.until else None

    def __call__(self, fact: Fact) -> bool:
        wanted = self.wanted
        return (
            (self.since is None or fact.at >= self.since)
            and (self.until is None or fact.at < self.until)
            and (wanted.event_id is None or wanted.event_id in fact.events)
            and (wanted.sector is None or wanted.sector in fact.sectors)
            and ((wanted.kind is None and wanted.region is None) or self._of_side(fact))
        )

    def _of_side(self, fact: Fact) -> bool:
        kind, region = self.wanted.kind, self.wanted.region
        return any(kind in (None, side.kind) and region in (None, side.region) for side in fact.sides)


def _parts(facts: Facts) -> list[tuple[str, Any]]:
    return [(field.name, getattr(facts, field.name)) for field in fields(facts)]
