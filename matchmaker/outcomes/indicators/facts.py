"""What indicators are counted from: one small record for each thing that happened, with all that it can be cut by.

Nobody changes a record; they are not frozen, since making hundreds of thousands of those takes three times as long.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple


class Side(NamedTuple):
    """An organisation that a fact is about."""

    organisation_id: int
    kind: str
    region: str


@dataclass(slots=True)
class Fact:
    """Something that happened at an instant, at these events, between these organisations.

    ``sectors`` holds every code of the taxonomy that it belongs to, the top ones among them.
    """

    at: datetime
    events: frozenset[int]
    sides: tuple[Side, ...]
    sectors: frozenset[str]


@dataclass(slots=True)
class PostingFact(Fact):
    """A technology or a need when it was published first; ``unmet``: a need in the catalogue that nothing fits."""

    posting_id: int
    is_need: bool
    unmet: bool


@dataclass(slots=True)
class ActivityFact(Fact):
    """One organisation published something or registered for an event."""


@dataclass(slots=True)
class TakenOverFact(Fact):
    """The national database took over the record of a technology, at the beginning of the day written for it."""


@dataclass(slots=True)
class CandidateFact(Fact):
    """A pair that the last ranking brought together; at is when its need was published first."""

    good: bool


@dataclass(slots=True)
class AnswerFact(Fact):
    """What one side says of a pair now."""

    positive: bool


@dataclass(slots=True)
class RequestFact(Fact):
    """A request to meet that was not withdrawn; ``accepted`` is None while nobody has decided."""

    accepted: bool | None


@dataclass(slots=True)
class MeetingFact(Fact):
    """A meeting of the agenda that was published last; the need's side comes first in ``sides``."""

    held: bool
    next_step: bool
    need_id: int | None
    technology_id: int | None


@dataclass(slots=True)
class AttendanceFact(Fact):
    """One delegate's day of meetings: how often it is broken, and how many slots they wait in all."""

    breaks: int
    waiting: int


@dataclass(slots=True)
class CaseFact(Fact):
    """A case when it was opened, and its stage now; the need's side comes first in ``sides``."""

    case_id: int
    stage: str
    need_id: int | None
    technology_id: int | None


@dataclass(slots=True)
class ContractFact(Fact):
    """A contract on the day on which its case came to that stage first.

    ``value`` is in whole units of the currency, None where none was confirmed; ``days`` count from the day on which the
    need was published first, None without a need in the catalogue.
    """

    case_id: int
    value: Decimal | None
    currency: str | None
    days: int | None


@dataclass(frozen=True)
class Facts:
    """All facts of a service, or a part of them; each sequence by time of reading."""

    postings: Sequence[PostingFact] = ()
    activities: Sequence[ActivityFact] = ()
    taken_over: Sequence[TakenOverFact] = ()
    candidates: Sequence[CandidateFact] = ()
    answers: Sequence[AnswerFact] = ()
    requests: Sequence[RequestFact] = ()
    meetings: Sequence[MeetingFact] = ()
    attendances: Sequence[AttendanceFact] = ()
    cases: Sequence[CaseFact] = ()
    contracts: Sequence[ContractFact] = ()
