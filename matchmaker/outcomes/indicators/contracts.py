"""When there is a contract; pure."""

from collections.abc import Iterable
from datetime import date

from matchmaker.outcomes.following.cases.stages import CONTRACTED, Stage


def contract_days(steps: Iterable[tuple[int, Stage, date]]) -> dict[int, date]:
    """When each case came to a contract first; none where it was put back to a stage before that.

    Steps are (case, stage, day) in the order in which they were written; closing a case ends no contract.
    """
    found: dict[int, date] = {}
    for case_id, stage, day in steps:
        if stage in CONTRACTED:
            found[case_id] = min(day, found.get(case_id, day))
        elif stage is not Stage.CLOSED:
            found.pop(case_id, None)
    return found
