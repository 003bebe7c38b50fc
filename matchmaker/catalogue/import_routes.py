"""Import and export over HTTP."""

import os
import uuid
from pathlib import Path
from typing import Annotated, Any, Literal

from fastapi import APIRouter, File, Form, Query, Request, Response, UploadFile
from fastapi import Path as PathParameter
from sqlmodel import SQLModel

from matchmaker.accounts.acting import Actor, ActorDep
from matchmaker.catalogue import exporting
from matchmaker.catalogue.importing import RowStatus, answers
from matchmaker.catalogue.jobs import IMPORT
from matchmaker.catalogue.models import Kind
from matchmaker.kit.database import SessionDep
from matchmaker.kit.errors import InvalidError, NotFoundError
from matchmaker.kit.jobs.models import Job, JobPublic
from matchmaker.kit.jobs.service import enqueue, get_job
from matchmaker.kit.paging import Limit, Offset, Page
from matchmaker.kit.problems import responses

router = APIRouter(tags=["import and export"], responses=responses(400, 403, 404, 409, 413, 422))
JobId = Annotated[int, PathParameter(ge=1, le=2**53)]
Language = Literal["vi", "en"]
FILE_RESPONSE: dict[int | str, dict[str, Any]] = {
    200: {"content": {media: {} for media in exporting.MEDIA_TYPES.values()}, "description": "The file."}
}


class ImportAnswer(SQLModel):
    number: int
    status: RowStatus
    posting_id: int | None
    errors: list[dict[str, Any]]


@router.post("/imports", status_code=202)
def start_import(
    request: Request,
    session: SessionDep,
    actor: ActorDep,
    file: Annotated[UploadFile, File(description="CSV, XLSX or JSON Lines.")],
    kind: Annotated[Kind, Form()],
    organisation_id: Annotated[int | None, Form(ge=1, le=2**53)] = None,
    dry_run: Annotated[bool, Form()] = True,
    publish: Annotated[bool, Form(description="Publish at once what is new (organisers).")] = False,
) -> JobPublic:
    """Import a table in a job; by default only as a dry run, which answers every row and writes nothing."""
    if not actor.organiser and actor.organisation_id is None:
        actor.require_organiser()
    if publish:
        actor.require_organiser()
    if organisation_id is not None:
        actor.require_edit(organisation_id)
    name = Path(file.filename or "").name[-200:]
    upload = keep_upload(request.app.state.services.upload_folder, file.file.read())
    job = enqueue_import(
        session, actor, kind, upload, name, organisation_id or actor.organisation_id, publish=publish, dry_run=dry_run
    )
    request.app.state.services.submit_after_commit(session, job)
    return JobPublic.model_validate(job)


def enqueue_import(
    session: SessionDep,
    actor: Actor,
    kind: Kind,
    upload: str,
    filename: str,
    organisation_id: int | None,
    *,
    publish: bool,
    dry_run: bool,
) -> Job:
    """Write the job of an import."""
    return enqueue(
        session,
        IMPORT,
        actor.name,
        kind=kind.value,
        upload=upload,
        filename=filename,
        organisation_id=organisation_id,
        acting=actor.as_params,
        publish=publish,
        dry_run=dry_run,
    )


def keep_upload(folder: Path, data: bytes) -> str:
    """Keep an uploaded file under a name of its own, on disk before the job that needs it is promised.

    The same file twice is two uploads: each is removed after its own job.
    """
    if not data:
        raise InvalidError("file_empty")
    name = uuid.uuid4().hex
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / name).open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    return name


@router.get("/imports/{job_id}/rows")
def list_rows(
    session: SessionDep,
    actor: ActorDep,
    job_id: JobId,
    status: RowStatus | None = None,
    offset: Offset = 0,
    limit: Limit = 50,
) -> Page[ImportAnswer]:
    """The answer to every row: what became of it, or which fields are wrong and why."""
    _own_import(session, actor, job_id)
    rows, total = answers(session, job_id, status, offset, limit)
    return Page(items=[ImportAnswer.model_validate(row) for row in rows], total=total, offset=offset, limit=limit)


@router.get("/imports/{job_id}/rejected", response_class=Response, responses=FILE_RESPONSE)
def get_rejected(
    request: Request, session: SessionDep, actor: ActorDep, job_id: JobId, form: exporting.Format = "csv"
) -> Response:
    """The rejected rows as they were sent, with the reasons, ready to be mended and sent again."""
    job = _own_import(session, actor, job_id)
    path = request.app.state.services.upload_folder / job.params["upload"]
    return _file(exporting.rejected(session, job_id, path, job.params["filename"], form), f"rejected-{job_id}", form)


@router.get("/templates/{kind}", response_class=Response, responses=FILE_RESPONSE)
def get_template(kind: Kind, form: exporting.Format = "xlsx", language: Language = "vi") -> Response:
    """A table with the right headers and an example."""
    return _file(exporting.template(kind, form, language), f"{kind.value}-template", form)


@router.get("/exports/{kind}", response_class=Response, responses=FILE_RESPONSE)
def get_export(
    session: SessionDep,
    actor: ActorDep,
    kind: Kind,
    form: Annotated[exporting.Format, Query()] = "xlsx",
    language: Language = "vi",
) -> Response:
    """All postings that you may edit, in the columns of the template."""
    return _file(exporting.export(session, kind, actor, form, language), f"{kind.value}-export", form)


def _own_import(session: SessionDep, actor: ActorDep, job_id: int) -> Job:
    job = get_job(session, job_id)
    if job.kind != IMPORT or not (actor.organiser or job.owner == actor.name):
        raise NotFoundError("import_not_found", id=job_id)
    return job


def _file(data: bytes, name: str, form: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    return Response(data, media_type=exporting.MEDIA_TYPES[form], headers=headers)
