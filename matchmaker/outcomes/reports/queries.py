"""The SELECTs of reports."""

from collections.abc import Collection

from sqlmodel import Session, col, select

from matchmaker.outcomes.following.cases.progress import Progress
from matchmaker.outcomes.following.models import CaseTask


def next_tasks(session: Session, case_ids: Collection[int]) -> dict[int, CaseTask]:
    """The open task of each case that is due first; tasks without a date come last."""
    query = (
        select(CaseTask)
        .where(CaseTask.progress != Progress.DONE)
        .order_by(col(CaseTask.due).is_not(None), col(CaseTask.due).desc(), col(CaseTask.id).desc())
    )
    return {task.case_id: task for task in session.exec(query) if task.case_id in case_ids}
