"""Jobs over HTTP. Whose jobs one may see is decided by the function that the application hands in."""

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path

from matchmaker.kit.database import SessionDep
from matchmaker.kit.errors import NotFoundError
from matchmaker.kit.jobs import service
from matchmaker.kit.jobs.models import Job, JobPublic
from matchmaker.kit.paging import Limit, Offset, Page
from matchmaker.kit.problems import responses

JobId = Annotated[int, Path(ge=1, le=2**53)]


def make_router(owner_of_request: Callable[..., str | None]) -> APIRouter:
    """Routes for jobs; ``owner_of_request`` is a dependency giving the owner's name, None for one who sees all."""
    router = APIRouter(prefix="/jobs", tags=["jobs"], responses=responses(400, 403, 404, 409, 422))
    owner_dep: Any = Depends(owner_of_request, scope="function")

    @router.get("")
    def list_jobs(
        session: SessionDep, owner: Annotated[str | None, owner_dep], offset: Offset = 0, limit: Limit = 50
    ) -> Page[JobPublic]:
        """Your jobs, newest first; all of them for organisers."""
        rows, total = service.list_jobs(session, owner, offset, limit)
        return Page(items=[JobPublic.model_validate(row) for row in rows], total=total, offset=offset, limit=limit)

    @router.get("/{job_id}", response_model=JobPublic)
    def get_job(session: SessionDep, owner: Annotated[str | None, owner_dep], job_id: JobId) -> Job:
        """One job with its progress."""
        return _owned(service.get_job(session, job_id), owner)

    @router.post("/{job_id}/cancel", response_model=JobPublic)
    def cancel_job(session: SessionDep, owner: Annotated[str | None, owner_dep], job_id: JobId) -> Job:
        """Ask a job to stop; what it has done so far stays."""
        return service.cancel_job(session, _owned(service.get_job(session, job_id), owner))

    return router


def _owned(job: Job, owner: str | None) -> Job:
    if owner is not None and job.owner != owner:
        raise NotFoundError("job_not_found", id=job.id)
    return job
