"""The SELECTs of plans."""

from sqlmodel import Session, col, func, select

from matchmaker.accounts.account_models import Account
from matchmaker.outcomes.plans.models import Plan, PlanEntry, PlanTarget


def list_plans(session: Session) -> list[tuple[Plan, int]]:
    """All plans with their numbers of targets, the latest year first."""
    targets = select(func.count()).where(col(PlanTarget.plan_id) == col(Plan.id)).scalar_subquery()
    query = select(Plan, targets).order_by(col(Plan.year).desc(), col(Plan.id))
    return [(row[0], row[1]) for row in session.exec(query)]


def find_by_key(session: Session, key: str) -> Plan | None:
    return session.exec(select(Plan).where(Plan.key == key)).first()


def targets_of(session: Session, plan_id: int) -> list[PlanTarget]:
    """In the order of the plan."""
    query = select(PlanTarget).where(PlanTarget.plan_id == plan_id)
    return list(session.exec(query.order_by(col(PlanTarget.place), col(PlanTarget.id))))


def entries_of(session: Session, plan_id: int) -> dict[int, list[tuple[PlanEntry, str | None]]]:
    """What was entered for each target, with the name of who did it; the latest day first."""
    query = (
        select(PlanEntry, Account.name)
        .join(PlanTarget, col(PlanTarget.id) == col(PlanEntry.target_id))
        .join(Account, col(Account.id) == col(PlanEntry.account_id), isouter=True)
        .where(PlanTarget.plan_id == plan_id)
        .order_by(col(PlanEntry.day).desc(), col(PlanEntry.id).desc())
    )
    found: dict[int, list[tuple[PlanEntry, str | None]]] = {}
    for entry, name in session.exec(query):
        found.setdefault(entry.target_id, []).append((entry, name))
    return found
