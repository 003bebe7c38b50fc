"""The stages of a case, and which may follow which; pure.

A case may go to any other stage: what was skipped was not needed, and what was wrong is put right. The history keeps
each. Only closing asks for a reason.
"""

from enum import StrEnum

from matchmaker.interest.mutual import Reason


class Stage(StrEnum):
    """In the order in which they are reached."""

    TALKING = "talking"
    NDA = "nda"
    SITE_VISIT = "site_visit"
    TRIAL = "trial"
    MEMORANDUM = "memorandum"
    CONTRACT = "contract"
    IN_USE = "in_use"
    CLOSED = "closed"


# With these there is a contract.
CONTRACTED = frozenset({Stage.CONTRACT, Stage.IN_USE})


class Refusal(StrEnum):
    SAME_STAGE = "case_stage_same"
    REASON_MISSING = "reason_missing"
    REASON_NOT_NEEDED = "reason_not_needed"


def refusal_of(before: Stage, after: Stage, reason: Reason | None) -> Refusal | None:
    """Why a case may not go from one stage to another; None if it may."""
    if before is after:
        return Refusal.SAME_STAGE
    if after is Stage.CLOSED and reason is None:
        return Refusal.REASON_MISSING
    if after is not Stage.CLOSED and reason is not None:
        return Refusal.REASON_NOT_NEEDED
    return None
