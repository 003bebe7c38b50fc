"""The taxonomy over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Path

from matchmaker.accounts.acting import ActorDep
from matchmaker.catalogue.models import SectorCode
from matchmaker.catalogue.sectors import service
from matchmaker.catalogue.sectors.models import SectorCreate, SectorPublic, SectorSaved
from matchmaker.catalogue.sectors.reading import taxonomy_of
from matchmaker.catalogue.taxonomy import Sector
from matchmaker.kit.database import SessionDep
from matchmaker.kit.problems import responses
from matchmaker.kit.versions import Versioned

router = APIRouter(
    prefix="/sectors", tags=["catalogue"], route_class=Versioned, responses=responses(400, 403, 404, 409, 412, 422)
)
Code = Annotated[SectorCode, Path()]


@router.get("")
def list_sectors(session: SessionDep) -> list[SectorPublic]:
    """The taxonomy, each top sector followed by its leaves; retired ones are there for what was filed under them."""
    return [_shown(one) for one in taxonomy_of(session).sectors.values()]


@router.post("", status_code=201)
def add_sector(session: SessionDep, actor: ActorDep, data: SectorCreate) -> SectorPublic:
    """Add a sector (administrators)."""
    return _shown(service.add_sector(session, data, actor))


@router.put("/{code}")
def save_sector(session: SessionDep, actor: ActorDep, code: Code, data: SectorSaved) -> SectorPublic:
    """Change a sector's words, retire it, or take it up again (administrators)."""
    return _shown(service.save_sector(session, code, data, actor))


@router.delete("/{code}", status_code=204)
def remove_sector(session: SessionDep, actor: ActorDep, code: Code) -> None:
    """Remove a sector that was added here and is not in use; any other can be retired (administrators).

    ``sector_in_use`` says in ``uses`` by how many: needs, technologies, events, people, targets, partners.
    """
    service.remove_sector(session, code, actor)


def _shown(sector: Sector) -> SectorPublic:
    return SectorPublic.model_validate(sector, from_attributes=True)
