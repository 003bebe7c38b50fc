"""Organisations over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Path

from matchmaker.accounts import service
from matchmaker.accounts.acting import ActorDep
from matchmaker.accounts.models import Organisation, OrganisationCreate, OrganisationPublic, OrganisationUpdate
from matchmaker.kit.database import SessionDep
from matchmaker.kit.paging import Limit, Offset, Page
from matchmaker.kit.problems import responses

router = APIRouter(prefix="/organisations", tags=["organisations"], responses=responses(400, 403, 404, 409, 422))
RowId = Annotated[int, Path(ge=1, le=2**53)]


@router.get("")
def list_organisations(session: SessionDep, offset: Offset = 0, limit: Limit = 50) -> Page[OrganisationPublic]:
    """All organisations, by id."""
    rows, total = service.list_organisations(session, offset, limit)
    items = [OrganisationPublic.model_validate(row) for row in rows]
    return Page(items=items, total=total, offset=offset, limit=limit)


@router.post("", status_code=201, response_model=OrganisationPublic)
def create_organisation(session: SessionDep, actor: ActorDep, data: OrganisationCreate) -> Organisation:
    """Add an organisation (organisers)."""
    return service.create_organisation(session, data, actor)


@router.get("/{organisation_id}", response_model=OrganisationPublic)
def get_organisation(session: SessionDep, organisation_id: RowId) -> Organisation:
    """One organisation."""
    return service.get_organisation(session, organisation_id)


@router.patch("/{organisation_id}", response_model=OrganisationPublic)
def update_organisation(
    session: SessionDep, actor: ActorDep, organisation_id: RowId, data: OrganisationUpdate
) -> Organisation:
    """Change an organisation (its members and organisers)."""
    return service.update_organisation(session, organisation_id, data, actor)
