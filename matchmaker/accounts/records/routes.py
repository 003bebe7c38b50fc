"""The audit log, and who saw what, over HTTP."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query

from matchmaker.accounts.acting import ActorDep
from matchmaker.accounts.records import audit, views
from matchmaker.accounts.records.audit import AuditFilter, AuditPage
from matchmaker.accounts.records.view_models import ViewPublic
from matchmaker.kit.auditing import Door
from matchmaker.kit.database import SessionDep
from matchmaker.kit.errors import InvalidError
from matchmaker.kit.paging import Limit, Offset, Page
from matchmaker.kit.problems import responses
from matchmaker.kit.text import normalise

router = APIRouter(tags=["records"], responses=responses(400, 403, 404, 422))
OptionalId = Annotated[int | None, Query(ge=1, le=2**53)]
Name = Annotated[str | None, Query(pattern=r"^[a-z0-9_.:-]+$", max_length=100)]


def get_filter(
    account_id: OptionalId = None,
    organisation_id: OptionalId = None,
    actor: Annotated[str | None, Query(pattern=r"^[a-z0-9_:]+$", max_length=100, examples=["organisation:7"])] = None,
    door: Door | None = None,
    entity: Name = None,
    entity_id: Name = None,
    part: Name = None,
    action: Annotated[str | None, Query(pattern=r"^[a-z0-9_.: -]+$", max_length=100)] = None,
    since: Annotated[datetime | None, Query(alias="from", description="With its offset from UTC.")] = None,
    until: Annotated[datetime | None, Query(description="This moment itself is not in.")] = None,
    text: Annotated[str | None, Query(max_length=200, description="Somewhere in what was before or after.")] = None,
) -> AuditFilter:
    """Filters from the query string. Raises InvalidError for moments without an offset."""
    for name, moment in (("from", since), ("until", until)):
        if moment is not None and moment.tzinfo is None:
            raise InvalidError("offset_missing", field=name)
    said = normalise(text) if text else None
    return AuditFilter(
        account_id, organisation_id, actor, door, entity, entity_id, part, action, since, until, said or None
    )


@router.get("/audit")
def list_audit(
    session: SessionDep,
    actor: ActorDep,
    wanted: Annotated[AuditFilter, Depends(get_filter)],
    before: Annotated[int | None, Query(ge=1, le=2**53, description="Entries older than this one.")] = None,
    limit: Limit = 50,
) -> AuditPage:
    """Who changed what and when, the latest first (organisers)."""
    return audit.find_entries(session, actor, wanted, before, limit)


@router.get("/organisations/{organisation_id}/views")
def list_views(
    session: SessionDep,
    actor: ActorDep,
    organisation_id: Annotated[int, Path(ge=1, le=2**53)],
    offset: Offset = 0,
    limit: Limit = 50,
) -> Page[ViewPublic]:
    """Who saw details of an organisation's teasers and names of its people, the latest first (its own, organisers)."""
    items, total = views.list_views(session, organisation_id, actor, offset, limit)
    return Page(items=items, total=total, offset=offset, limit=limit)
