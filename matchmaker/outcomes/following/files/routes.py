"""Files of cases over HTTP: sent as they were, never shown inside a page of ours."""

from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, File, Request, UploadFile
from fastapi.responses import FileResponse

from matchmaker.accounts.acting import ActorDep
from matchmaker.events.routes import RowId
from matchmaker.kit.database import SessionDep
from matchmaker.kit.problems import responses
from matchmaker.outcomes.following.cases.access import note_reading, read_case
from matchmaker.outcomes.following.cases.models import CasePublic
from matchmaker.outcomes.following.cases.showing import show_case
from matchmaker.outcomes.following.files import service
from matchmaker.outcomes.following.files.contents import MEDIA_TYPES
from matchmaker.settings import Settings

router = APIRouter(prefix="/cases/{case_id}/files", tags=["cases"], responses=responses(400, 403, 404, 409, 413, 422))
FILE_RESPONSE: dict[int | str, dict[str, Any]] = {
    200: {"content": {media: {} for media in MEDIA_TYPES.values()}, "description": "The file."}
}
# Whatever a file holds, a browser that opened it would run nothing of it.
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cache-Control": "private, no-store",
}


@router.post("", status_code=201)
def add_case_file(
    request: Request,
    session: SessionDep,
    actor: ActorDep,
    case_id: RowId,
    file: Annotated[UploadFile, File(description="An office document, a PDF or a picture.")],
) -> CasePublic:
    """Add a file to a case; it is looked into first."""
    limits = _limits(request.app.state.settings)
    case = service.add_file(session, case_id, file.filename or "", file.file, _folder(request), limits, actor)
    return show_case(session, case, actor)


@router.get("/{file_id}", response_class=FileResponse, responses=FILE_RESPONSE)
def get_case_file(
    request: Request, session: SessionDep, actor: ActorDep, case_id: RowId, file_id: RowId
) -> FileResponse:
    """A file of a case, to be saved."""
    row, path = service.find_file(session, case_id, file_id, _folder(request), actor)
    note_reading(session, actor, read_case(session, case_id, actor))
    return FileResponse(path, media_type=MEDIA_TYPES[row.kind], filename=row.name, headers=HEADERS)


@router.delete("/{file_id}")
def delete_case_file(
    request: Request, session: SessionDep, actor: ActorDep, case_id: RowId, file_id: RowId
) -> CasePublic:
    """Remove a file of one's own side (organisers: any)."""
    return show_case(session, service.delete_file(session, case_id, file_id, _folder(request), actor), actor)


def _folder(request: Request) -> Path:
    folder: Path = request.app.state.services.file_folder
    return folder


def _limits(settings: Settings) -> service.Limits:
    kinds = frozenset(settings.case_file_kinds.split()) & frozenset(MEDIA_TYPES)
    return service.Limits(settings.case_file_bytes, settings.case_files, kinds)
