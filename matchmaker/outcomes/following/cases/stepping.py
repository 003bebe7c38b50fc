"""Taking a case to a stage, with a line in its history."""

from datetime import date

from sqlmodel import Session

from matchmaker.accounts.acting import Actor
from matchmaker.interest.mutual import Reason
from matchmaker.kit import clock
from matchmaker.outcomes.following.cases.stages import Stage
from matchmaker.outcomes.following.models import Case, CaseStep


def change_stage(
    session: Session,
    case: Case,
    stage: Stage,
    actor: Actor,
    *,
    reason: Reason | None = None,
    note: str = "",
    day: date | None = None,
) -> None:
    """Take a case to a stage, today or on an earlier day, and write it into its history."""
    now = clock.now()
    case.stage, case.reason, case.stage_at, case.updated_at = stage, reason, now, now
    session.add(case)
    step = CaseStep(
        case_id=case.id or 0,
        stage=stage,
        reason=reason,
        note=note,
        day=day or clock.today(),
        actor=actor.name,
        at=now,
    )
    session.add(step)
    session.flush()
