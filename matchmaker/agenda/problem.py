"""What has to be planned, and a plan of it.

A day has ``slots`` (the first ``morning_slots`` of them are the morning) and ``tables``, both counted from zero. Every
meeting takes one slot and one table, and all who take part are busy then. A *break* is a maximal run of empty slots
between two meetings of one participant, whether the participant was available in them or not; plans have as few
breaks as can be, and the numbers of breaks of any two participants differ by at most ``max_break_difference``.

The problem is that of Bofill, Coll, Garcia, Giráldez-Cru, Pesant, Suy and Villaret, "Constraint Solving Approaches to
the Business-to-Business Meeting Scheduling Problem", Journal of Artificial Intelligence Research 74 (2022), 263-301.
A meeting may have any number of participants here, and may ask for certain tables.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class Period(StrEnum):
    ANY = "any"
    MORNING = "morning"
    AFTERNOON = "afternoon"


@dataclass(frozen=True)
class Participant:
    """Who can be in one place at a time."""

    id: str
    unavailable: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Meeting:
    """``slot`` is the only slot allowed, ``tables`` the only tables; meetings in ``after`` lie in earlier slots."""

    id: str
    participants: tuple[str, ...]
    period: Period = Period.ANY
    slot: int | None = None
    after: tuple[str, ...] = ()
    tables: frozenset[int] | None = None


@dataclass(frozen=True)
class Problem:
    """Ids are unique among participants and among meetings, and every id named exists: ``reading`` sees to it."""

    slots: int
    tables: int
    participants: tuple[Participant, ...]
    meetings: tuple[Meeting, ...]
    morning_slots: int | None = None
    max_break_difference: int | None = None
    name: str = ""

    @cached_property
    def meetings_of(self) -> Mapping[str, tuple[Meeting, ...]]:
        """The meetings of each participant, for all participants."""
        found: dict[str, list[Meeting]] = {participant.id: [] for participant in self.participants}
        for meeting in self.meetings:
            for participant in meeting.participants:
                found[participant].append(meeting)
        return {participant: tuple(meetings) for participant, meetings in found.items()}

    def slots_of(self, period: Period) -> range:
        """The slots of a part of the day."""
        noon = self.slots if self.morning_slots is None else self.morning_slots
        if period is Period.MORNING:
            return range(min(noon, self.slots))
        return range(noon, self.slots) if period is Period.AFTERNOON else range(self.slots)


@dataclass(frozen=True)
class Placement:
    slot: int
    table: int


@dataclass(frozen=True)
class Plan:
    """Where and when each meeting takes place, by the meeting's id."""

    assignments: Mapping[str, Placement]

    def busy_slots(self, problem: Problem, participant: str) -> list[int]:
        """The slots of a participant's placed meetings in order; a slot used twice is there twice."""
        placed = (self.assignments.get(meeting.id) for meeting in problem.meetings_of[participant])
        return sorted(placement.slot for placement in placed if placement is not None)
