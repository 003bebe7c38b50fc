"""Tasks of a case, each with its own version."""

from typing import Any

from sqlmodel import Session

from matchmaker.accounts.acting import Actor
from matchmaker.catalogue.models import Kind
from matchmaker.kit import clock
from matchmaker.kit.errors import ConflictError, InvalidError, NotFoundError
from matchmaker.outcomes.following.cases import queries
from matchmaker.outcomes.following.cases.access import case_to_change, check_version, side_of
from matchmaker.outcomes.following.cases.models import CaseTaskChanged, CaseTaskSent
from matchmaker.outcomes.following.cases.progress import Progress
from matchmaker.outcomes.following.models import Case, CaseTask

MOST_TASKS = 200


def add_task(session: Session, case_id: int, sent: CaseTaskSent, actor: Actor) -> Case:
    """A new task. Raises ConflictError ``too_many_tasks``, InvalidError ``account_unknown``."""
    case = case_to_change(session, case_id, actor)
    if len(queries.tasks_of(session, case_id)) >= MOST_TASKS:
        raise ConflictError("too_many_tasks", most=MOST_TASKS)
    task = CaseTask(case_id=case_id, what=sent.what, actor=actor.name)
    _fill(session, case, task, sent, actor)
    return case


def change_task(session: Session, case_id: int, task_id: int, sent: CaseTaskChanged, actor: Actor) -> Case:
    """The task as it should be now. Raises ConflictError ``version_stale`` where somebody else was quicker."""
    case = case_to_change(session, case_id, actor)
    task = _task_of(session, case_id, task_id)
    check_version(task.version, sent.version)
    task.version += 1
    task.updated_at = clock.now()
    _fill(session, case, task, sent, actor)
    return case


def delete_task(session: Session, case_id: int, task_id: int, version: int, actor: Actor) -> Case:
    """Remove a task as it was seen. Raises NotFoundError, ConflictError ``version_stale``."""
    case = case_to_change(session, case_id, actor)
    task = _task_of(session, case_id, task_id)
    check_version(task.version, version)
    session.delete(task)
    session.flush()
    return case


def _task_of(session: Session, case_id: int, task_id: int) -> CaseTask:
    task = queries.find_task(session, case_id, task_id)
    if task is None:
        raise NotFoundError("case_task_not_found", id=task_id)
    return task


def _fill(session: Session, case: Case, task: CaseTask, sent: CaseTaskSent, actor: Actor) -> None:
    values = sent.model_dump(exclude={"version"})
    task.sqlmodel_update(values | _member(session, case, task, sent, actor))
    done = sent.progress is Progress.DONE
    task.done_at = (task.done_at or clock.now()) if done else None
    session.add(task)
    session.flush()


def _member(session: Session, case: Case, task: CaseTask, sent: CaseTaskSent, actor: Actor) -> dict[str, Any]:
    """Name and side of the member that is named; one names people of one's own side only, organisers of both."""
    if sent.account_id is None:
        return {}
    if sent.account_id == task.account_id and sent.side is task.side:
        return {"person": task.person}
    reader = side_of(case, actor)
    for side in Kind if reader is None else (reader,):
        name = queries.members_of(session, case.organisation_of(side)).get(sent.account_id)
        if name is not None:
            return {"person": name, "side": side}
    raise InvalidError("account_unknown", field="account_id")
