"""What two answers make together, and what that is worth.

| need's side | technology's side | request | priority |
| --- | --- | --- | --- |
| must meet | must meet | accepted | 1 |
| must meet | would meet | accepted | 2 |
| would meet | must meet | accepted | 3 |
| would meet | would meet | accepted | 4 |
| must or would | rather not | declined | |
| rather not | must or would | declined | |
| must or would | none, or veto | open, asked by the need's side | |
| none, or veto | must or would | open, asked by the technology's side | |
| anything else | | none | |

A veto looks like no answer: whoever asked sees a request that waits and expires. That a need's must meet comes before
a technology's is on purpose: the sessions exist for the demand.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Side = Literal["need", "technology"]


class Value(StrEnum):
    MUST_MEET = "must_meet"
    WOULD_MEET = "would_meet"
    RATHER_NOT = "rather_not"
    VETO = "veto"


class Reason(StrEnum):
    """Why somebody declines."""

    TOO_EARLY = "too_early"
    ADVANTAGE_UNCLEAR = "advantage_unclear"
    ROUTE_UNCLEAR = "route_unclear"
    PRICE = "price"
    ALREADY_SOLVED = "already_solved"
    COMPETITOR = "competitor"
    NOT_OUR_FIELD = "not_our_field"
    OTHER = "other"


class RequestState(StrEnum):
    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


POSITIVE = frozenset({Value.MUST_MEET, Value.WOULD_MEET})
PRIORITIES: dict[tuple[Value, Value], int] = {
    (Value.MUST_MEET, Value.MUST_MEET): 1,
    (Value.MUST_MEET, Value.WOULD_MEET): 2,
    (Value.WOULD_MEET, Value.MUST_MEET): 3,
    (Value.WOULD_MEET, Value.WOULD_MEET): 4,
}
# In these somebody said that they must meet.
MUST_PRIORITIES = frozenset({1, 2, 3})
# Further apart than any probability can move them.
WORTH = {1: 800, 2: 500, 3: 400, 4: 200}
PROBABILITY_WORTH = 99


@dataclass(frozen=True)
class Outcome:
    """The state of a pair: None where nobody asks. ``asked_by`` is the side that said yes, the first if both did."""

    state: RequestState | None
    asked_by: Side | None = None
    priority: int | None = None


def settle(need: Value | None, technology: Value | None) -> Outcome:
    """What the answers of the two sides make; None is no answer."""
    if need in POSITIVE and technology in POSITIVE:
        assert need is not None
        assert technology is not None
        return Outcome(RequestState.ACCEPTED, None, PRIORITIES[need, technology])
    if need in POSITIVE:
        return Outcome(_waiting(technology), "need")
    if technology in POSITIVE:
        return Outcome(_waiting(need), "technology")
    return Outcome(None)


def worth(priority: int, probability: float) -> int:
    """The value of a meeting for the planner; between two of one priority the better match counts more."""
    return WORTH[priority] + round(PROBABILITY_WORTH * min(max(probability, 0.0), 1.0))


def _waiting(other: Value | None) -> RequestState:
    return RequestState.DECLINED if other is Value.RATHER_NOT else RequestState.OPEN
