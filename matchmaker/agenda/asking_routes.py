"""Questions to a plan over HTTP, all for organisers."""

from fastapi import APIRouter

from matchmaker.accounts.acting import ActorDep
from matchmaker.agenda import asking
from matchmaker.agenda.asking_models import UnplacedList, WhatIfPublic, WhatIfSent
from matchmaker.agenda.editing_models import BrokenPublic
from matchmaker.agenda.routes import HERE, AnyNumber
from matchmaker.events.routes import RowId
from matchmaker.kit.database import SessionDep, only_reads
from matchmaker.kit.problems import responses

router = APIRouter(tags=["agenda"], responses=responses(400, 403, 404, 409, 422))


@router.get(f"{HERE}/unplaced")
def list_unplaced(session: SessionDep, actor: ActorDep, event_id: RowId, version: AnyNumber = None) -> UnplacedList:
    """Accepted requests without a place in the draft, or a version, with what stands in the way (organisers)."""
    return asking.list_unplaced(session, event_id, version, actor)


@router.get(f"{HERE}/violations")
def list_violations(
    session: SessionDep, actor: ActorDep, event_id: RowId, version: AnyNumber = None
) -> list[BrokenPublic]:
    """What is wrong with the draft, or a version, as everything is now; at most 50 (organisers)."""
    return asking.list_violations(session, event_id, version, actor)


@router.post(f"{HERE}/what-if")
@only_reads
def try_what_if(session: SessionDep, actor: ActorDep, event_id: RowId, sent: WhatIfSent) -> list[WhatIfPublic]:
    """How many accepted meetings fit with other tables, slots and interpreters, and what limits them (organisers)."""
    return asking.try_what_if(session, event_id, sent, actor)
