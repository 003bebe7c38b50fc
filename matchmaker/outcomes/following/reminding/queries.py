"""The SELECTs of what people are reminded of."""

from datetime import date

from sqlmodel import Session, col, select

from matchmaker.catalogue.models import Kind
from matchmaker.outcomes.following.cases.progress import Progress
from matchmaker.outcomes.following.cases.stages import Stage
from matchmaker.outcomes.following.models import Case, CaseGoing, CaseReminder, CaseTask


def living_cases(session: Session) -> list[Case]:
    """All cases that are not closed."""
    return list(session.exec(select(Case).where(Case.stage != Stage.CLOSED).order_by(col(Case.id))))


def tasks_until(session: Session, last: date) -> dict[int, list[CaseTask]]:
    """The open tasks with a date until then, by case."""
    query = (
        select(CaseTask)
        .join(Case, col(Case.id) == col(CaseTask.case_id))
        .where(col(CaseTask.due) <= last, CaseTask.progress != Progress.DONE, Case.stage != Stage.CLOSED)
        .order_by(col(CaseTask.due), col(CaseTask.id))
    )
    found: dict[int, list[CaseTask]] = {}
    for task in session.exec(query):
        found.setdefault(task.case_id, []).append(task)
    return found


def reminded(session: Session, case_id: int | None = None) -> set[str]:
    """The keys of reminders that were written, of one case or of all."""
    query = select(CaseReminder.key)
    return set(session.exec(query if case_id is None else query.where(CaseReminder.case_id == case_id)))


def answered(session: Session, case_id: int, months: int) -> set[Kind]:
    """The sides that have said how a case goes at a milestone."""
    query = select(CaseGoing.side).where(CaseGoing.case_id == case_id, CaseGoing.months == months)
    return {Kind(side) for side in session.exec(query)}
