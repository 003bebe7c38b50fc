"""Partners' catalogues over HTTP, all of it for organisers."""

from typing import Annotated

from fastapi import APIRouter, Path, Request

from matchmaker.accounts.acting import ActorDep
from matchmaker.kit.database import SessionDep
from matchmaker.kit.jobs.models import Job, JobPublic
from matchmaker.kit.paging import Limit, Offset, Page
from matchmaker.kit.problems import responses
from matchmaker.outcomes.feeds.partners import service
from matchmaker.outcomes.feeds.partners.models import (
    HarvestAsked,
    PartnerChange,
    PartnerPublic,
    PartnerRecordPublic,
    PartnerSent,
    RecordState,
)

router = APIRouter(prefix="/partners", tags=["outcomes"], responses=responses(400, 403, 404, 409, 422))
RowId = Annotated[int, Path(ge=1, le=2**53)]


@router.get("")
def list_partners(session: SessionDep, actor: ActorDep) -> list[PartnerPublic]:
    """Catalogues that are harvested, with what came of them."""
    return service.list_partners(session, actor)


@router.post("", status_code=201)
def add_partner(request: Request, session: SessionDep, actor: ActorDep, sent: PartnerSent) -> PartnerPublic:
    """Enter a catalogue; it is read when somebody asks for it, or by itself every so many days."""
    return service.add_partner(session, request.app.state.settings, sent, actor)


@router.put("/{partner_id}")
def change_partner(
    request: Request, session: SessionDep, actor: ActorDep, partner_id: RowId, sent: PartnerChange
) -> PartnerPublic:
    """Change a catalogue; where that changes how it is read, everything is read again."""
    return service.change_partner(session, request.app.state.settings, partner_id, sent, actor)


@router.delete("/{partner_id}", status_code=204)
def remove_partner(session: SessionDep, actor: ActorDep, partner_id: RowId) -> None:
    """Forget a catalogue; the postings that came from it stay."""
    service.remove_partner(session, partner_id, actor)


@router.post("/{partner_id}/harvest", status_code=202)
def harvest_partner(
    request: Request, session: SessionDep, actor: ActorDep, partner_id: RowId, asked: HarvestAsked
) -> JobPublic:
    """Take over what has changed, in a job; new and changed records wait for review."""
    return _started(request, session, service.start(session, partner_id, actor, service.HARVEST, whole=asked.whole))


@router.post("/{partner_id}/try", status_code=202)
def try_partner(request: Request, session: SessionDep, actor: ActorDep, partner_id: RowId) -> JobPublic:
    """Read a first page in a job and keep nothing: what would be taken, and which terms have no sector yet."""
    return _started(request, session, service.start(session, partner_id, actor, service.TRY))


@router.get("/{partner_id}/records")
def list_partner_records(
    session: SessionDep,
    actor: ActorDep,
    partner_id: RowId,
    state: RecordState | None = None,
    alike: bool = False,
    offset: Offset = 0,
    limit: Limit = 50,
) -> Page[PartnerRecordPublic]:
    """Records of a catalogue, the latest change first; with ``alike`` only what may be copies."""
    items, total = service.list_partner_records(
        session, partner_id, actor, state, alike=alike, offset=offset, limit=limit
    )
    return Page(items=items, total=total, offset=offset, limit=limit)


def _started(request: Request, session: SessionDep, job: Job) -> JobPublic:
    request.app.state.services.submit_after_commit(session, job)
    return JobPublic.model_validate(job)
