"""Saving a draft as a step that can be undone, and the way back and forth.

A step keeps only the meetings in which it made a difference, whole rows of them, so that going back restores exactly
what stood there. The steps belong to the draft's row: another process, or the next start, goes on with them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, update
from sqlalchemy.orm import defer
from sqlmodel import Session, col, func, select

from matchmaker.accounts.acting import Actor
from matchmaker.agenda import queries
from matchmaker.agenda.draft_rules import seat_of
from matchmaker.agenda.editing_models import MOST_STEPS, AgendaStep, Doing, StepPublic
from matchmaker.agenda.models import AgendaVersion, Placement, PlacementSent
from matchmaker.agenda.plan_rows import Meetings, is_living, sent_meetings
from matchmaker.kit import clock
from matchmaker.kit.errors import ConflictError, NotFoundError


@dataclass(frozen=True)
class DraftState:
    """All that a draft says."""

    meetings: Meetings
    figures: Mapping[str, Any]
    inputs: Mapping[str, Any]


def draft_state(session: Session, version: AgendaVersion) -> DraftState:
    """A draft as it is saved."""
    return DraftState(sent_meetings(queries.placements_of(session, version)), version.figures, version.inputs)


def figures_for(old: DraftState, meetings: Meetings) -> Mapping[str, Any]:
    """What the planner said of its plan holds no longer when meetings are elsewhere."""
    if {key: seat_of(at) for key, at in old.meetings.items()} == {key: seat_of(at) for key, at in meetings.items()}:
        return old.figures
    return {"meetings": sum(map(is_living, meetings.values()))}


def save_draft(session: Session, version: AgendaVersion, new: DraftState, doing: Doing, actor: Actor) -> None:
    """Save a draft, and the step to it; what was undone before cannot be redone after it.

    Raises ConflictError ``version_stale`` when somebody else saved it since it was read.
    """
    old = draft_state(session, version)
    _write(session, version, new, actor)
    _drop(session, version, col(AgendaStep.undone).is_(True))
    last = session.exec(select(func.max(AgendaStep.number)).where(AgendaStep.version_id == version.id)).one() or 0
    different = {key for key in {*old.meetings, *new.meetings} if old.meetings.get(key) != new.meetings.get(key)}
    step = AgendaStep(
        version_id=version.id or 0,
        number=last + 1,
        doing=doing,
        before=_packed(old, different),
        after=_packed(new, different),
        actor=actor.name,
    )
    session.add(step)
    session.flush()
    _drop(session, version, col(AgendaStep.number) <= last + 1 - MOST_STEPS)


def next_step(session: Session, version: AgendaVersion | None, *, forth: bool) -> AgendaStep:
    """The step to redo, or to undo. Raises ConflictError where there is none."""
    step = None
    if version is not None:
        order = col(AgendaStep.number).asc() if forth else col(AgendaStep.number).desc()
        query = select(AgendaStep).where(AgendaStep.version_id == version.id, col(AgendaStep.undone).is_(forth))
        step = session.exec(query.order_by(order)).first()
    if step is None:
        raise ConflictError("nothing_to_redo" if forth else "nothing_to_undo")
    return step


def way_to(session: Session, version: AgendaVersion | None, number: int) -> list[AgendaStep]:
    """The steps to undo or, where the wanted one was undone, to redo, in their order; none where it is the last one.

    Raises NotFoundError where there is no such step.
    """
    query = select(AgendaStep).where(AgendaStep.version_id == (version.id if version else None))
    steps = list(session.exec(query.order_by(col(AgendaStep.number))))
    if number and number not in {step.number for step in steps}:
        raise NotFoundError("agenda_step_not_found", number=number)
    back = [step for step in reversed(steps) if step.number > number and not step.undone]
    return back or [step for step in steps if step.number <= number and step.undone]


def stepped(old: DraftState, step: AgendaStep, *, forth: bool) -> DraftState:
    """The draft before a step, or with ``forth`` after it."""
    away, to = (step.before, step.after) if forth else (step.after, step.before)
    kept = {key: at for key, at in old.meetings.items() if key not in away["placements"]}
    back = {key: PlacementSent.model_validate({**values, "key": key}) for key, values in to["placements"].items()}
    return DraftState({**kept, **back}, to["figures"], to["inputs"])


def take_steps(
    session: Session, version: AgendaVersion, steps: Sequence[AgendaStep], new: DraftState, actor: Actor
) -> None:
    """Save what ``stepped`` made of these. Raises as ``save_draft`` does."""
    _write(session, version, new, actor)
    for step in steps:
        step.undone = not step.undone
        session.add(step)
    session.flush()


def end_history(session: Session, version: AgendaVersion) -> None:
    """Nothing before this can be undone any more."""
    session.execute(delete(AgendaStep).where(col(AgendaStep.version_id) == version.id))


def follow(session: Session, version: AgendaVersion, new: DraftState, actor: Actor) -> None:
    """Save a draft that had to follow what was published; its history ends. Raises as ``save_draft`` does."""
    _write(session, version, new, actor)
    end_history(session, version)


def list_steps(session: Session, version: AgendaVersion | None) -> list[StepPublic]:
    """The steps of a draft, the first one first, also undone ones."""
    if version is None:
        return []
    # What the steps hold can be large, and is not shown.
    columns: tuple[Any, ...] = (AgendaStep.before, AgendaStep.after)
    query = select(AgendaStep).where(AgendaStep.version_id == version.id).order_by(col(AgendaStep.number))
    rows = session.exec(query.options(*map(defer, columns)))
    return [
        StepPublic(number=row.number, doing=row.doing, undone=row.undone, actor=row.actor, at=row.at) for row in rows
    ]


def write_placements(session: Session, version: AgendaVersion, meetings: Meetings) -> None:
    """Make these the meetings of a version; rows that stay as they are, are not touched."""
    rows = {row.key: row for row in queries.placements_of(session, version)}
    for key, row in rows.items():
        if key not in meetings:
            session.delete(row)
    for key, at in meetings.items():
        values = at.model_dump(exclude={"key"})
        kept = rows.get(key)
        if kept is None:
            session.add(Placement(version_id=version.id or 0, key=key, **values))
        elif any(getattr(kept, name) != value for name, value in values.items()):
            session.add(kept.sqlmodel_update(values))
    session.flush()


def _write(session: Session, version: AgendaVersion, new: DraftState, actor: Actor) -> None:
    mine = (col(AgendaVersion.id) == version.id, col(AgendaVersion.revision) == version.revision)
    values = {
        "revision": version.revision + 1,
        "figures": dict(new.figures),
        "inputs": dict(new.inputs),
        "actor": actor.name,
        "updated_at": clock.now(),
    }
    raised = session.execute(update(AgendaVersion).where(*mine).values(**values))
    if not raised.rowcount:  # type: ignore[attr-defined]
        raise ConflictError("version_stale", current=None)
    session.refresh(version)
    write_placements(session, version, new.meetings)


def _drop(session: Session, version: AgendaVersion, which: Any) -> None:
    session.execute(delete(AgendaStep).where(col(AgendaStep.version_id) == version.id, which))


def _packed(state: DraftState, keys: set[str]) -> dict[str, Any]:
    placements = {
        key: state.meetings[key].model_dump(mode="json", exclude={"key"})
        for key in sorted(keys)
        if key in state.meetings
    }
    return {"placements": placements, "figures": dict(state.figures), "inputs": dict(state.inputs)}
