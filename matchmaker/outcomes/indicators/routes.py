"""Figures over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Query, Request

from matchmaker.accounts.acting import ActorDep
from matchmaker.accounts.models import OrganisationKind, RegionCode
from matchmaker.catalogue.models import SectorCode
from matchmaker.events.fields import Day, RowNumber
from matchmaker.kit.database import SessionDep
from matchmaker.kit.problems import responses
from matchmaker.outcomes.indicators import service
from matchmaker.outcomes.indicators.cutting import By, Cut
from matchmaker.outcomes.indicators.models import DefinitionPublic, IndicatorsPublic

router = APIRouter(tags=["indicators"], responses=responses(400, 403, 404, 422))
First = Annotated[Day | None, Query(alias="from", description="The first day that counts, in Asia/Ho_Chi_Minh.")]
End = Annotated[Day | None, Query(alias="to", description="The first day that counts no more.")]


@router.get("/indicators")
def get_indicators(
    request: Request,
    session: SessionDep,
    actor: ActorDep,
    event_id: Annotated[RowNumber | None, Query()] = None,
    sector: Annotated[SectorCode | None, Query()] = None,
    kind: OrganisationKind | None = None,
    region: Annotated[RegionCode | None, Query()] = None,
    since: First = None,
    until: End = None,
    by: By | None = None,
) -> IndicatorsPublic:
    """All indicators of an event, a sector, a kind of organisation, a region and a period, also in groups (organisers).

    Where a fact has two organisations, one of them must be of the kind and region; one that belongs to several groups
    counts in each.
    """
    wanted = Cut(event_id, sector, kind.value if kind else None, region, since, until)
    return service.get_indicators(session, actor, wanted, by, request.app.state.services.learned_folder)


@router.get("/indicators/definitions")
def list_definitions(actor: ActorDep) -> list[DefinitionPublic]:
    """What each indicator means, in the order of a report (organisers)."""
    actor.require_organiser()
    return service.show_definitions()
