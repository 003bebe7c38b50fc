"""Plans over HTTP."""

from fastapi import APIRouter, Request

from matchmaker.accounts.acting import ActorDep
from matchmaker.events.routes import RowId
from matchmaker.kit.database import SessionDep
from matchmaker.kit.problems import responses
from matchmaker.kit.versions import Versioned
from matchmaker.outcomes.plans import service
from matchmaker.outcomes.plans.models import (
    EntrySent,
    PlanCreate,
    PlanPublic,
    PlanSaved,
    PlanSummary,
    TargetCreate,
    TargetSaved,
)

router = APIRouter(
    prefix="/plans", tags=["plans"], route_class=Versioned, responses=responses(400, 403, 404, 409, 412, 422)
)
TARGET = "/{plan_id}/targets/{target_id}"


@router.get("")
def list_plans(session: SessionDep, actor: ActorDep) -> list[PlanSummary]:
    """All plans, the latest year first (organisers)."""
    return service.list_plans(session, actor)


@router.post("", status_code=201)
def create_plan(request: Request, session: SessionDep, actor: ActorDep, data: PlanCreate) -> PlanPublic:
    """Save a plan, perhaps with all its targets (organisers)."""
    plan = service.create_plan(session, data, actor)
    return service.show_plan(session, plan.id or 0, actor, request.app.state.services.learned_folder)


@router.get("/{plan_id}")
def get_plan(request: Request, session: SessionDep, actor: ActorDep, plan_id: RowId) -> PlanPublic:
    """A plan with the progress of its targets (organisers)."""
    return service.show_plan(session, plan_id, actor, request.app.state.services.learned_folder)


@router.put("/{plan_id}")
def save_plan(request: Request, session: SessionDep, actor: ActorDep, plan_id: RowId, data: PlanSaved) -> PlanPublic:
    """Change a plan's name, number and year (organisers)."""
    service.save_plan(session, plan_id, data, actor)
    return service.show_plan(session, plan_id, actor, request.app.state.services.learned_folder)


@router.delete("/{plan_id}", status_code=204)
def delete_plan(session: SessionDep, actor: ActorDep, plan_id: RowId) -> None:
    """Remove a plan with its targets and what was entered for them (organisers)."""
    service.delete_plan(session, plan_id, actor)


@router.post("/{plan_id}/targets", status_code=201)
def add_target(
    request: Request, session: SessionDep, actor: ActorDep, plan_id: RowId, data: TargetCreate
) -> PlanPublic:
    """Add a target; with an indicator the service counts it (organisers)."""
    service.add_target(session, plan_id, data, actor)
    return service.show_plan(session, plan_id, actor, request.app.state.services.learned_folder)


@router.put(TARGET)
def save_target(
    request: Request, session: SessionDep, actor: ActorDep, plan_id: RowId, target_id: RowId, data: TargetSaved
) -> PlanPublic:
    """Change a target (organisers)."""
    service.save_target(session, plan_id, target_id, data, actor)
    return service.show_plan(session, plan_id, actor, request.app.state.services.learned_folder)


@router.delete(TARGET, status_code=204)
def delete_target(session: SessionDep, actor: ActorDep, plan_id: RowId, target_id: RowId) -> None:
    """Remove a target with what was entered for it (organisers)."""
    service.delete_target(session, plan_id, target_id, actor)


@router.post(TARGET + "/entries", status_code=201)
def enter_value(
    request: Request, session: SessionDep, actor: ActorDep, plan_id: RowId, target_id: RowId, sent: EntrySent
) -> PlanPublic:
    """Enter by hand what a target has come to, with evidence (organisers)."""
    service.enter_value(session, plan_id, target_id, sent, actor)
    return service.show_plan(session, plan_id, actor, request.app.state.services.learned_folder)


@router.delete(TARGET + "/entries/{entry_id}", status_code=204)
def delete_entry(session: SessionDep, actor: ActorDep, plan_id: RowId, target_id: RowId, entry_id: RowId) -> None:
    """Take back a value that was entered by mistake (organisers)."""
    service.delete_entry(session, plan_id, target_id, entry_id, actor)
