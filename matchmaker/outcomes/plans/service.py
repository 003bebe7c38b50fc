"""Plans of a year with their targets: entering and changing them, and how far they are."""

from datetime import date
from pathlib import Path
from typing import TypeVar

from sqlmodel import Session

from matchmaker.accounts.acting import Actor
from matchmaker.kit import clock
from matchmaker.kit.errors import ConflictError, InvalidError, NotFoundError
from matchmaker.outcomes.indicators.counting import INDICATORS, Figure
from matchmaker.outcomes.indicators.cutting import Cut, cut
from matchmaker.outcomes.indicators.facts import Facts
from matchmaker.outcomes.indicators.service import check_cut, facts_of
from matchmaker.outcomes.plans import queries
from matchmaker.outcomes.plans.models import (
    MOST_TARGETS,
    EntrySent,
    How,
    Plan,
    PlanBase,
    PlanCreate,
    PlanEntry,
    PlanEntryPublic,
    PlanPublic,
    PlanSaved,
    PlanSummary,
    PlanTarget,
    TargetBase,
    TargetCreate,
    TargetPublic,
    TargetSaved,
)
from matchmaker.outcomes.plans.progress import standing

Row = TypeVar("Row", Plan, PlanTarget)
# Figures that are told in parts only: a target must say which part it counts.
IN_PARTS = frozenset(code for code, count in INDICATORS.items() if count(Facts()).parts is not None)


def list_plans(session: Session, actor: Actor) -> list[PlanSummary]:
    """All plans, the latest year first (organisers)."""
    actor.require_organiser()
    return [PlanSummary(**plan.model_dump(), targets=number) for plan, number in queries.list_plans(session)]


def create_plan(session: Session, data: PlanCreate, actor: Actor) -> Plan:
    """Save a plan with its targets. Raises ConflictError for a key that is taken."""
    actor.require_organiser()
    if data.key and queries.find_by_key(session, data.key):
        raise ConflictError("key_taken", key=data.key)
    _check_names(data)
    plan = Plan(**data.model_dump(exclude={"targets"}))
    session.add(plan)
    session.flush()
    for target in data.targets:
        add_target(session, plan.id or 0, target, actor)
    return plan


def save_plan(session: Session, plan_id: int, data: PlanSaved, actor: Actor) -> Plan:
    """Change a plan. Raises ConflictError ``version_stale`` where somebody else was quicker."""
    plan = get_plan(session, plan_id, actor, lock=True)
    _check_version(plan, data.version)
    _check_names(data)
    plan.sqlmodel_update(data.model_dump(exclude={"version"}))
    return _touch(session, plan)


def delete_plan(session: Session, plan_id: int, actor: Actor) -> None:
    """Remove a plan with its targets and what was entered for them."""
    plan = get_plan(session, plan_id, actor, lock=True)
    session.delete(plan)
    session.flush()


def add_target(session: Session, plan_id: int, data: TargetCreate, actor: Actor) -> PlanTarget:
    """Add a target at the end of a plan."""
    plan = get_plan(session, plan_id, actor, lock=True)
    others = queries.targets_of(session, plan_id)
    if len(others) >= MOST_TARGETS:
        raise ConflictError("too_many_targets", most=MOST_TARGETS)
    _check_target(session, data, actor)
    place = max((one.place for one in others), default=0) + 1
    target = PlanTarget(plan_id=plan.id or 0, place=place, **data.model_dump())
    session.add(target)
    session.flush()
    return target


def save_target(session: Session, plan_id: int, target_id: int, data: TargetSaved, actor: Actor) -> PlanTarget:
    """Change a target. Raises ConflictError ``version_stale`` where somebody else was quicker."""
    target = get_target(session, plan_id, target_id, actor)
    _check_version(target, data.version)
    _check_target(session, data, actor)
    target.sqlmodel_update(data.model_dump(exclude={"version"}))
    return _touch(session, target)


def delete_target(session: Session, plan_id: int, target_id: int, actor: Actor) -> None:
    """Remove a target with what was entered for it."""
    session.delete(get_target(session, plan_id, target_id, actor))
    session.flush()


def enter_value(session: Session, plan_id: int, target_id: int, sent: EntrySent, actor: Actor) -> PlanEntry:
    """Enter by hand what a target has come to. Raises ConflictError where the service counts it."""
    target = get_target(session, plan_id, target_id, actor)
    if target.indicator is not None:
        raise ConflictError("target_is_counted", indicator=target.indicator)
    if sent.day > clock.today():
        raise InvalidError("day_in_future", field="day")
    entry = PlanEntry(target_id=target_id, actor=actor.name, account_id=actor.account_id, **sent.model_dump())
    session.add(entry)
    session.flush()
    return entry


def delete_entry(session: Session, plan_id: int, target_id: int, entry_id: int, actor: Actor) -> None:
    """Take back a value that was entered by mistake."""
    get_target(session, plan_id, target_id, actor)
    entry = session.get(PlanEntry, entry_id)
    if entry is None or entry.target_id != target_id:
        raise NotFoundError("entry_not_found", id=entry_id)
    session.delete(entry)
    session.flush()


def get_plan(session: Session, plan_id: int, actor: Actor, *, lock: bool = False) -> Plan:
    """A plan, for organisers. Raises NotFoundError."""
    actor.require_organiser()
    plan = session.get(Plan, plan_id, with_for_update=lock)
    if plan is None:
        raise NotFoundError("plan_not_found", id=plan_id)
    return plan


def get_target(session: Session, plan_id: int, target_id: int, actor: Actor) -> PlanTarget:
    """A target of a plan, locked for a change. Raises NotFoundError."""
    get_plan(session, plan_id, actor)
    target = session.get(PlanTarget, target_id, with_for_update=True)
    if target is None or target.plan_id != plan_id:
        raise NotFoundError("target_not_found", id=target_id)
    return target


def show_plan(session: Session, plan_id: int, actor: Actor, learned: Path) -> PlanPublic:
    """A plan with the progress of its targets; ``learned`` is the folder of learned weights."""
    plan = get_plan(session, plan_id, actor)
    targets, entries = queries.targets_of(session, plan_id), queries.entries_of(session, plan_id)
    counts = any(target.indicator for target in targets)
    facts = facts_of(session, actor, Cut(), learned) if counts else Facts()
    today = clock.today()
    shown = []
    for target in targets:
        own = [_show_entry(entry, name) for entry, name in entries.get(target.id or 0, ())]
        now = count_target(facts, plan.year, target) if target.indicator else (own[0].value if own else None)
        shown.append(
            TargetPublic(
                **target.model_dump(),
                how=How.COUNTED if target.indicator else How.ENTERED,
                now=now,
                standing=standing(now, target.value, target.comparison, target.due, today),
                entries=own,
            )
        )
    return PlanPublic(**plan.model_dump(), targets=shown)


def count_target(facts: Facts, year: int, target: PlanTarget) -> float | None:
    """What the target's indicator comes to in the plan's year."""
    bounds = Cut(
        event_id=target.event_id,
        sector=target.sector,
        kind=target.kind,
        region=target.region,
        since=date(year, 1, 1),
        until=date(year + 1, 1, 1),
    )
    figure: Figure = INDICATORS[target.indicator or ""](cut(facts, bounds))
    value = figure.value if target.part is None else (figure.parts or {}).get(target.part, 0)
    return None if value is None else float(value)


def _show_entry(entry: PlanEntry, name: str | None) -> PlanEntryPublic:
    return PlanEntryPublic(**entry.model_dump(), by=name or entry.actor)


def _check_names(data: PlanBase | TargetBase) -> None:
    if not (data.name_vi or data.name_en):
        raise InvalidError("name_missing", field="name_vi")


def _check_target(session: Session, data: TargetBase, actor: Actor) -> None:
    """What a schema cannot tell. Raises InvalidError or NotFoundError."""
    _check_names(data)
    if data.indicator is None:
        return
    if data.indicator not in INDICATORS:
        raise InvalidError("indicator_unknown", field="indicator", indicator=data.indicator)
    if (data.part is None) is (data.indicator in IN_PARTS):
        raise InvalidError("part_missing" if data.part is None else "part_not_needed", field="part")
    check_cut(session, Cut(event_id=data.event_id, sector=data.sector), actor)


def _check_version(row: Plan | PlanTarget, version: int) -> None:
    if row.version != version:
        raise ConflictError("version_stale", current=row.version)


def _touch(session: Session, row: Row) -> Row:
    row.version += 1
    row.updated_at = clock.now()
    session.add(row)
    session.flush()
    return row
