"""How well a need and a technology fit, by what people said and did; pure.

| what is known of the pair | grade |
| --- | --- |
| a contract, or a case that came to a visit, a trial or a memorandum | 3 |
| both sides want a next step, or both would meet | 2 |
| a side must meet the other | 2 |
| a side would meet the other | 1 |
| a side says that it is not its field, or that it sees no advantage | 0 |
| anything else | nothing is learned |

What came of a meeting counts before what was said of the prospect of it. Reasons that speak of a firm and not of its
subject (price, a competitor, solved already, too early) say nothing of the ranking: criteria and people decide them. A
veto is nobody's to read, the ranking's neither.
"""

from collections.abc import Collection
from dataclasses import dataclass

from matchmaker.catalogue.models import Kind
from matchmaker.interest.mutual import POSITIVE, Reason, Value
from matchmaker.outcomes.following.cases.stages import Stage

OF_THE_SUBJECT = frozenset({Reason.NOT_OUR_FIELD, Reason.ADVANTAGE_UNCLEAR})
WENT_FAR = frozenset({Stage.SITE_VISIT, Stage.TRIAL, Stage.MEMORANDUM, Stage.CONTRACT, Stage.IN_USE})
# Said by two sides at most, so a pair of sets holds all that was said of the prospect and all after the meeting.
BEST, GOOD, PARTLY, NONE = 3, 2, 1, 0


@dataclass(frozen=True)
class Said:
    """One side's word: before the meeting a value, after it whether it wants a next step; with a reason against."""

    side: Kind
    wants: bool
    must: bool = False
    reason: Reason | None = None


def of_answer(side: Kind, value: Value, reason: Reason | None) -> Said | None:
    """What an answer says of the fit; a veto says nothing."""
    return None if value is Value.VETO else Said(side, value in POSITIVE, value is Value.MUST_MEET, reason)


def grade(before: Collection[Said], after: Collection[Said], stages: Collection[Stage]) -> int | None:
    """The grade of a pair from what was said before and after its meeting, and the stages that its case came to."""
    if not WENT_FAR.isdisjoint(stages):
        return BEST
    for said in (after, before):
        found = _of(said)
        if found is not None:
            return found
    return None


def _of(said: Collection[Said]) -> int | None:
    if any(not one.wants and one.reason in OF_THE_SUBJECT for one in said):
        return NONE
    wanting = [one for one in said if one.wants]
    if len({one.side for one in wanting}) == 2 or any(one.must for one in wanting):
        return GOOD
    return PARTLY if wanting else None
