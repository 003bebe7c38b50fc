"""Search, candidates, overviews and checks over HTTP."""

from dataclasses import asdict, replace
from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends, Path, Query, Request
from pydantic import BaseModel, Field

from matchmaker.accounts.acting import ActorDep
from matchmaker.catalogue import service as postings
from matchmaker.catalogue.models import Kind, LanguageCode, NeedBase, SectorCode, TechnologyBase
from matchmaker.kit.database import SessionDep, only_reads
from matchmaker.kit.errors import ForbiddenError, UnavailableError
from matchmaker.kit.jobs.models import JobPublic
from matchmaker.kit.jobs.service import enqueue_once
from matchmaker.kit.problems import responses
from matchmaker.kit.text import normalise
from matchmaker.matching import jobs, likeness, overview, quality, service, whole
from matchmaker.matching.filters import Filter
from matchmaker.matching.models import (
    AlikePublic,
    CandidateList,
    Landscape,
    SearchResult,
    SectorSuggestion,
    Theme,
    WeakList,
)
from matchmaker.matching.service import Matcher

router = APIRouter(tags=["matching"], responses=responses(400, 403, 404, 409, 422, 503))
Code = Annotated[str, Field(pattern=r"^[a-z-]{2,40}$")]
RowId = Annotated[int, Query(ge=1, le=2**53)]


def get_matcher(request: Request) -> Matcher:
    """The matcher of this process. Raises UnavailableError until the model is there."""
    matcher: Matcher | None = request.app.state.services.matcher
    if matcher is None:
        raise UnavailableError("model_not_ready")
    return matcher


MatcherDep = Annotated[Matcher, Depends(get_matcher)]


def get_filter(
    sector: Annotated[list[SectorCode] | None, Query(max_length=80)] = None,
    posting_language: Annotated[list[LanguageCode] | None, Query(max_length=20)] = None,
    region: Annotated[list[Code] | None, Query(max_length=40)] = None,
    trl_min: Annotated[int | None, Query(ge=1, le=9)] = None,
    organisation_id: RowId | None = None,
) -> Filter:
    """Filters from the query string; repeated ones are alternatives."""
    return Filter(
        sectors=tuple(sector or ()),
        languages=tuple(posting_language or ()),
        regions=tuple(region or ()),
        trl_min=trl_min,
        organisation=organisation_id,
    )


FilterDep = Annotated[Filter, Depends(get_filter)]


class DraftText(BaseModel):
    text: str = Field(min_length=1, max_length=200_000, examples=["Hệ thống điện mặt trời áp mái cho nhà xưởng"])
    language: LanguageCode | None = None


class FindingPublic(BaseModel):
    code: str = Field(examples=["success_measure_missing"])
    field: str = Field(examples=["success_measure"])
    params: dict[str, Any]


@router.get("/search")
def search(
    session: SessionDep,
    actor: ActorDep,
    matcher: MatcherDep,
    wanted: FilterDep,
    q: Annotated[str, Query(min_length=1, max_length=2000, examples=["nang luong mat troi"])],
    kind: Kind = Kind.TECHNOLOGY,
    language: LanguageCode | None = None,
    offset: Annotated[int, Query(ge=0, le=1000)] = 0,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> SearchResult:
    """Postings of one kind for a few words or a whole text, in any language."""
    return service.search(session, matcher.engine, kind, normalise(q), actor, wanted, language, offset, limit)


@router.get("/postings/{posting_id}/candidates")
def get_candidates(
    session: SessionDep,
    actor: ActorDep,
    matcher: MatcherDep,
    wanted: FilterDep,
    posting_id: Annotated[int, Path(ge=1, le=2**53)],
    limit: Annotated[int, Query(ge=1, le=50)] = 10,
    among: Annotated[
        list[Annotated[int, Field(ge=1, le=2**53)]] | None,
        Query(max_length=20, description="Only these postings, wherever they stand in the order."),
    ] = None,
) -> CandidateList:
    """Technologies for a need or needs for a technology, with reasons and criteria (owners and organisers)."""
    posting = postings.get_posting(session, posting_id, actor)
    if not actor.may_edit(posting.organisation_id):
        raise ForbiddenError("not_your_organisation", organisation_id=posting.organisation_id)
    if among:
        wanted = replace(wanted, postings=tuple(among))
    return service.candidates_for(session, matcher, posting, actor, wanted, limit)


@router.get("/postings/{posting_id}/alike")
def list_alike(
    session: SessionDep,
    actor: ActorDep,
    matcher: MatcherDep,
    posting_id: Annotated[int, Path(ge=1, le=2**53)],
    limit: Annotated[int, Query(ge=1, le=20)] = 5,
) -> list[AlikePublic]:
    """Postings of the same side, published or waiting for review, that may be the same in other words (organisers)."""
    actor.require_organiser()
    return likeness.list_alike(session, matcher.engine, postings.get_posting(session, posting_id, actor), actor, limit)


@router.post("/sectors/suggest")
@only_reads
def suggest_sectors(
    session: SessionDep, matcher: MatcherDep, draft: DraftText, limit: Annotated[int, Query(ge=1, le=10)] = 3
) -> list[SectorSuggestion]:
    """Sectors for a text, best first."""
    return quality.suggest_sectors(session, matcher.engine, normalise(draft.text), draft.language or "", limit)


@router.post("/quality/technologies")
@only_reads
def check_technology(
    session: SessionDep, actor: ActorDep, matcher: MatcherDep, draft: TechnologyBase, posting_id: RowId | None = None
) -> list[FindingPublic]:
    """What would make this draft of a technology better."""
    return _findings(session, actor, matcher, Kind.TECHNOLOGY, draft, posting_id)


@router.post("/quality/needs")
@only_reads
def check_need(
    session: SessionDep,
    actor: ActorDep,
    matcher: MatcherDep,
    draft: Annotated[NeedBase, Body()],
    posting_id: RowId | None = None,
) -> list[FindingPublic]:
    """What would make this draft of a need better."""
    return _findings(session, actor, matcher, Kind.NEED, draft, posting_id)


@router.get("/overview/unmet-needs")
def unmet_needs(session: SessionDep, actor: ActorDep, matcher: MatcherDep) -> WeakList:
    """Needs that no technology fits, by sector (organisers)."""
    actor.require_organiser()
    return overview.weak_postings(session, matcher, Kind.NEED, actor)


@router.get("/overview/unasked-technologies")
def unasked_technologies(session: SessionDep, actor: ActorDep, matcher: MatcherDep) -> WeakList:
    """Technologies that nobody's need fits, by sector (organisers)."""
    actor.require_organiser()
    return overview.weak_postings(session, matcher, Kind.TECHNOLOGY, actor)


@router.get("/overview/map")
def get_map(
    session: SessionDep,
    actor: ActorDep,
    matcher: MatcherDep,
    limit: Annotated[int, Query(ge=1, le=5000)] = whole.MAP_POINTS,
) -> Landscape:
    """Both sides on a map of two dimensions (organisers)."""
    actor.require_organiser()
    return whole.draw_map(session, matcher, limit)


@router.get("/overview/themes")
def get_themes(
    session: SessionDep,
    actor: ActorDep,
    matcher: MatcherDep,
    count: Annotated[int | None, Query(ge=2, le=40, description="How many; by default what the texts suggest.")] = None,
) -> list[Theme]:
    """Proposed session themes with their members and strongest pairs (organisers)."""
    actor.require_organiser()
    return whole.propose_themes(session, matcher, count)


@router.post("/matching/rank-all", status_code=202)
def rank_all(session: SessionDep, actor: ActorDep, request: Request) -> JobPublic:
    """Rank every need against every technology in a job (organisers)."""
    return _start(session, actor, request, jobs.RANK_ALL)


@router.post("/matching/rebuild", status_code=202)
def rebuild(session: SessionDep, actor: ActorDep, request: Request) -> JobPublic:
    """Encode what changed and build the index anew in a job (organisers)."""
    return _start(session, actor, request, jobs.REBUILD)


def _start(session: SessionDep, actor: ActorDep, request: Request, kind: str) -> JobPublic:
    actor.require_organiser()
    job = enqueue_once(session, kind, actor.name)
    request.app.state.services.submit_after_commit(session, job)
    return JobPublic.model_validate(job)


def _findings(
    session: SessionDep, actor: ActorDep, matcher: Matcher, kind: Kind, draft: Any, posting_id: int | None
) -> list[FindingPublic]:
    found = quality.check_draft(session, matcher.engine, kind, draft, actor, posting_id)
    return [FindingPublic(**asdict(finding)) for finding in found]
