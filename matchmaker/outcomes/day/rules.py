"""What counts of all that was said, when something may be said, and which meetings are at risk; pure."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol, TypeVar

from matchmaker.agenda.models import PlacementState
from matchmaker.events.phases import Phase
from matchmaker.outcomes.day.models import Missing, RiskCode, Speaker

# From so long before a meeting on, somebody who is not there is missing.
SOON = timedelta(minutes=30)
# Meetings whose end nobody has told yet.
COMING = frozenset({PlacementState.PLANNED, PlacementState.RUNNING})
_DAY = frozenset({Phase.PUBLISHED, Phase.RUNNING})


class Statement(Protocol):
    """What was said at a moment, in the order of ``id`` where moments are the same."""

    id: int | None
    said_at: datetime


Stated = TypeVar("Stated", bound=Statement)


def last_said(statements: Iterable[Stated]) -> Stated | None:
    """The statement that counts: the one said last, however late it arrived."""
    return max(statements, key=lambda one: (one.said_at, one.id or 0), default=None)


def said_by(sent: datetime | None, now: datetime) -> datetime:
    """When something was said: a clock that is ahead must not win over whatever follows."""
    return now if sent is None else min(sent, now)


def may_be_said(phase: Phase, said_at: datetime, closed_at: datetime | None) -> bool:
    """Whether the desk's word counts: while the day is on, and later what was said before its end."""
    return phase in _DAY or (phase is Phase.CLOSED and closed_at is not None and said_at <= closed_at)


@dataclass(frozen=True)
class Word:
    """What one speaker says of a meeting."""

    speaker: Speaker
    held: bool
    missing: Missing | None = None


def outcome_of(words: Sequence[Word]) -> PlacementState | None:
    """Held or not by the last word of each speaker: the desk decides, else one side that met is enough."""
    desk = next((word for word in words if word.speaker is Speaker.DESK), None)
    if not words:
        return None
    held = desk.held if desk else any(word.held for word in words)
    return PlacementState.HELD if held else PlacementState.NOT_HELD


def is_disputed(words: Sequence[Word]) -> bool:
    """Whether the sides say different things and the desk has not decided."""
    return len({word.held for word in words}) > 1 and all(word.speaker is not Speaker.DESK for word in words)


def has_begun(state: PlacementState, starts_at: datetime, now: datetime) -> bool:
    """Whether it can be said at all what became of a meeting."""
    return state is not PlacementState.PLANNED or starts_at <= now


@dataclass(frozen=True)
class Sitting:
    """A meeting of the day, as far as its risks go."""

    key: str
    starts_at: datetime
    ends_at: datetime
    table_id: int
    people: frozenset[int]
    state: PlacementState


@dataclass(frozen=True)
class Risk:
    code: RiskCode
    person_id: int | None = None
    key: str | None = None


def risks_of(
    meetings: Sequence[Sitting], here: Collection[int], remote: Collection[int], now: datetime
) -> Mapping[str, list[Risk]]:
    """Why each coming meeting may fail; meetings without a risk are left out."""
    overrun = [one for one in meetings if one.state is PlacementState.RUNNING and one.ends_at < now]
    found: dict[str, list[Risk]] = {}
    for one in meetings:
        if one.state is not PlacementState.PLANNED or one.ends_at <= now or one.starts_at > now + SOON:
            continue
        away = sorted(one.people - set(here) - set(remote))
        risks = [Risk(RiskCode.PERSON_MISSING, person_id=person) for person in away]
        risks += [
            Risk(RiskCode.OVERRUN, key=other.key)
            for other in overrun
            if other.table_id == one.table_id or other.people & one.people
        ]
        if risks:
            found[one.key] = risks
    return found
