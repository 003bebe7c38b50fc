"""Records of the national database over HTTP, all of it for organisers."""

from fastapi import APIRouter, Request, Response

from matchmaker.accounts.acting import ActorDep
from matchmaker.kit.database import SessionDep
from matchmaker.kit.paging import Limit, Offset
from matchmaker.kit.problems import responses
from matchmaker.outcomes.feeds.national import service
from matchmaker.outcomes.feeds.national.models import (
    MappingPublic,
    MappingSent,
    MarksPublic,
    MarksSent,
    RecordsPublic,
    TakenState,
)

router = APIRouter(prefix="/national-records", tags=["outcomes"], responses=responses(400, 403, 404, 409, 422))
MEDIA_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


@router.get("")
def list_national_records(
    session: SessionDep, actor: ActorDep, state: TakenState | None = None, offset: Offset = 0, limit: Limit = 50
) -> RecordsPublic:
    """Published technologies, and whether the national database has taken them over."""
    items, total = service.list_records(session, actor, state, offset, limit)
    taken = service.count_taken_over(session)
    return RecordsPublic(items=items, total=total, offset=offset, limit=limit, taken_over=taken)


@router.put("/marks")
def mark_national_records(session: SessionDep, actor: ActorDep, sent: MarksSent) -> MarksPublic:
    """Mark records as taken over on a day, with their numbers there, or take marks back."""
    return MarksPublic(taken_over=service.set_marks(session, actor, sent))


@router.get("/mapping")
def get_record_mapping(session: SessionDep, actor: ActorDep) -> MappingPublic:
    """The columns of files for the national database."""
    return service.get_mapping(session, actor)


@router.put("/mapping")
def set_record_mapping(session: SessionDep, actor: ActorDep, sent: MappingSent) -> MappingPublic:
    """Order, name and fill the columns anew."""
    return service.set_mapping(session, actor, sent)


@router.get("/export", response_class=Response)
def export_national_records(
    request: Request,
    session: SessionDep,
    actor: ActorDep,
    form: service.FileForm = "xlsx",
    state: TakenState | None = None,
) -> Response:
    """A file of published records in these columns."""
    data = service.export_records(session, request.app.state.settings, actor, form, state)
    headers = {"Content-Disposition": f'attachment; filename="records.{form}"'}
    return Response(data, media_type=MEDIA_TYPES[form], headers=headers)
