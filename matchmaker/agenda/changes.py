"""What is different between two versions of an agenda, for everybody or for one person.

A meeting that is gone is cancelled, whatever the reason: an answer taken back, a veto or a lack of time all look the
same here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class ChangeKind(StrEnum):
    NEW = "new"
    MOVED = "moved"
    CANCELLED = "cancelled"


class What(StrEnum):
    SLOT = "slot"
    TABLE = "table"
    PERSON = "person"
    INTERPRETER = "interpreter"
    EXPERT = "expert"


@dataclass(frozen=True)
class Seat:
    """Where a meeting is and who comes, by ids."""

    slot_id: int
    table_id: int
    need_person_id: int
    technology_person_id: int
    interpreter_id: int | None = None
    expert_id: int | None = None

    @property
    def people(self) -> frozenset[int]:
        """Everybody who comes."""
        everybody = (self.need_person_id, self.technology_person_id, self.interpreter_id, self.expert_id)
        return frozenset(person for person in everybody if person is not None)

    def differences(self, other: "Seat") -> tuple[What, ...]:
        """In what the two are not the same."""
        sides = (self.need_person_id, self.technology_person_id) == (other.need_person_id, other.technology_person_id)
        same = {
            What.SLOT: self.slot_id == other.slot_id,
            What.TABLE: self.table_id == other.table_id,
            What.PERSON: sides,
            What.INTERPRETER: self.interpreter_id == other.interpreter_id,
            What.EXPERT: self.expert_id == other.expert_id,
        }
        return tuple(what for what, equal in same.items() if not equal)


@dataclass(frozen=True)
class Change:
    """``what`` is only said of a meeting that moved."""

    key: str
    kind: ChangeKind
    before: Seat | None
    after: Seat | None
    what: tuple[What, ...] = ()


Seats = Mapping[str, Seat]


def compare(before: Seats, after: Seats) -> list[Change]:
    """What became of each meeting, by key; those that stayed are left out."""
    found = (_change(key, before.get(key), after.get(key)) for key in sorted({*before, *after}))
    return [change for change in found if change is not None]


def of_person(seats: Seats, person_id: int) -> Seats:
    """The meetings to which somebody comes."""
    return {key: seat for key, seat in seats.items() if person_id in seat.people}


def by_person(before: Seats, after: Seats, people: Iterable[int]) -> dict[int, list[Change]]:
    """Each person's own changes: a meeting that a colleague takes over is cancelled for one and new for the other."""
    return {person: compare(of_person(before, person), of_person(after, person)) for person in people}


def _change(key: str, before: Seat | None, after: Seat | None) -> Change | None:
    if before is None or after is None:
        return Change(key, ChangeKind.NEW if before is None else ChangeKind.CANCELLED, before, after)
    what = before.differences(after)
    return Change(key, ChangeKind.MOVED, before, after, what) if what else None
