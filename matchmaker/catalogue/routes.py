"""The catalogue over HTTP: postings and their review."""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, ConfigDict, Field

from matchmaker.accounts.acting import ActorDep
from matchmaker.catalogue import queries, service
from matchmaker.catalogue.facets import Wanted, count_facets
from matchmaker.catalogue.fields import Body
from matchmaker.catalogue.models import (
    Kind,
    LanguageCode,
    NeedCreate,
    NeedPublic,
    Posting,
    PostingUpdate,
    RegionCode,
    SectorCode,
    State,
    TechnologyCreate,
    TechnologyPublic,
)
from matchmaker.catalogue.review_models import FieldChange, ReviewEventPublic
from matchmaker.kit.database import SessionDep
from matchmaker.kit.paging import Limit, Offset, Page
from matchmaker.kit.problems import responses
from matchmaker.kit.versions import Versioned

router = APIRouter(route_class=Versioned, responses=responses(400, 403, 404, 409, 412, 413, 422))
PostingId = Annotated[int, Path(ge=1, le=2**53)]
AnyPosting = TechnologyPublic | NeedPublic


class StateChange(BaseModel):
    """To which state, and why; returning a posting needs reasons."""

    model_config = ConfigDict(extra="forbid")

    state: State = Field(examples=["published"])
    reasons: list[Annotated[Body, Field(max_length=2000)]] = Field(default_factory=list, max_length=20)
    version: int | None = Field(
        default=None, ge=1, le=2**31 - 1, description="The version that was looked at; another one is refused."
    )


class FacetsPublic(BaseModel):
    """How many published postings each choice would leave beside the other filters; ``levels`` reach so much."""

    total: int
    sectors: dict[str, int]
    languages: dict[str, int]
    regions: dict[str, int]
    levels: dict[int, int]


Sectors = Annotated[list[SectorCode] | None, Query(alias="sector", max_length=80)]
Languages = Annotated[list[LanguageCode] | None, Query(alias="posting_language", max_length=20)]
Regions = Annotated[list[RegionCode] | None, Query(alias="region", max_length=40)]
LeastLevel = Annotated[int | None, Query(ge=1, le=9)]


@router.post("/technologies", status_code=201, tags=["catalogue"])
def create_technology(session: SessionDep, actor: ActorDep, data: TechnologyCreate) -> TechnologyPublic:
    """Save a technology as a draft."""
    return _shown(session, service.create_posting(session, data, actor), actor)  # type: ignore[return-value]


@router.post("/needs", status_code=201, tags=["catalogue"])
def create_need(session: SessionDep, actor: ActorDep, data: NeedCreate) -> NeedPublic:
    """Save a need as a draft."""
    return _shown(session, service.create_posting(session, data, actor), actor)  # type: ignore[return-value]


@router.get("/postings", tags=["catalogue"])
def list_postings(
    session: SessionDep,
    actor: ActorDep,
    kind: Kind | None = None,
    state: State | None = None,
    organisation_id: Annotated[int | None, Query(ge=1, le=2**53)] = None,
    sectors: Sectors = None,
    languages: Languages = None,
    regions: Regions = None,
    trl_min: LeastLevel = None,
    offset: Offset = 0,
    limit: Limit = 50,
) -> Page[AnyPosting]:
    """What is published, and whatever is your own; latest change first. Repeated filters are alternatives."""
    chosen = (tuple(sectors or ()), tuple(languages or ()), tuple(regions or ()))
    wanted = Wanted(kind, state, organisation_id, *chosen, trl_min)
    rows, total = service.list_postings(session, actor, wanted, offset, limit)
    return Page(items=service.show(session, rows, actor), total=total, offset=offset, limit=limit)


@router.get("/postings/facets", tags=["catalogue"])
def get_facets(
    session: SessionDep,
    kind: Kind,
    sectors: Sectors = None,
    languages: Languages = None,
    regions: Regions = None,
    trl_min: LeastLevel = None,
) -> FacetsPublic:
    """How many published postings each choice of a filter would leave."""
    chosen = (tuple(sectors or ()), tuple(languages or ()), tuple(regions or ()))
    wanted = Wanted(kind, State.PUBLISHED, None, *chosen, trl_min)
    return FacetsPublic(**vars(count_facets(service.published_traits(session, kind), wanted)))


@router.get("/postings/{posting_id}", tags=["catalogue"])
def get_posting(session: SessionDep, actor: ActorDep, posting_id: PostingId) -> AnyPosting:
    """One posting; of a teaser only what everybody may read."""
    return _shown(session, service.get_posting(session, posting_id, actor), actor)


@router.patch("/postings/{posting_id}", tags=["catalogue"])
def update_posting(session: SessionDep, actor: ActorDep, posting_id: PostingId, update: PostingUpdate) -> AnyPosting:
    """Change some fields; what an owner changes in a published posting is reviewed again."""
    return _shown(session, service.update_posting(session, posting_id, update, actor), actor)


@router.delete("/postings/{posting_id}", status_code=204, tags=["catalogue"])
def delete_posting(session: SessionDep, actor: ActorDep, posting_id: PostingId) -> None:
    """Remove a posting that was never published."""
    service.delete_posting(session, posting_id, actor)


@router.post("/postings/{posting_id}/state", tags=["review"])
def change_state(session: SessionDep, actor: ActorDep, posting_id: PostingId, change: StateChange) -> AnyPosting:
    """Submit, publish, return, close: whatever the present state allows to this actor."""
    posting = service.change_state(session, posting_id, change.state, actor, change.reasons, change.version)
    return _shown(session, posting, actor)


@router.get("/postings/{posting_id}/history", tags=["review"])
def get_history(session: SessionDep, actor: ActorDep, posting_id: PostingId) -> list[ReviewEventPublic]:
    """Who took the posting from state to state, when and why (its organisation and organisers)."""
    posting = service.get_posting(session, posting_id, actor)
    actor.require_edit(posting.organisation_id)
    return [ReviewEventPublic.model_validate(event) for event in queries.history(session, posting_id)]


@router.get("/postings/{posting_id}/changes", tags=["review"])
def get_changes(session: SessionDep, actor: ActorDep, posting_id: PostingId) -> list[FieldChange] | None:
    """What differs from the version that organisers saw last; null where there is none."""
    posting = service.get_posting(session, posting_id, actor)
    actor.require_edit(posting.organisation_id)
    return service.changes_since_review(session, posting)


def _shown(session: SessionDep, posting: Posting, actor: ActorDep) -> AnyPosting:
    return service.show(session, [posting], actor)[0]
