"""The audit log over HTTP."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Query

from matchmaker.accounts.acting import ActorDep
from matchmaker.accounts.records import audit
from matchmaker.accounts.records.audit import AuditFilter, AuditPage
from matchmaker.kit.auditing import Door
from matchmaker.kit.database import SessionDep
from matchmaker.kit.errors import InvalidError
from matchmaker.kit.paging import Limit
from matchmaker.kit.problems import responses
from matchmaker.kit.text import normalise

router = APIRouter(tags=["records"], responses=responses(400, 403, 422))
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
