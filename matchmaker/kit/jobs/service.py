"""Asking for jobs and running them."""

from collections.abc import Callable
from typing import Any

import structlog
from sqlmodel import Session, col, func, select, update

from matchmaker.kit import auditing, clock
from matchmaker.kit.database import Database
from matchmaker.kit.errors import ConflictError, MatchmakerError, NotFoundError
from matchmaker.kit.faults import PASSING, fault_of
from matchmaker.kit.jobs.context import JobCancelledError, JobContext
from matchmaker.kit.jobs.models import Job, JobState
from matchmaker.kit.jobs.workers import beating, running_here, this_worker
from matchmaker.kit.telemetry.spans import span
from matchmaker.kit.text import printable

log = structlog.get_logger(__name__)

Handler = Callable[..., dict[str, Any]]
HANDLERS: dict[str, Handler] = {}
Tidier = Callable[[Database, Any], None]
TIDIERS: dict[str, Tidier] = {}

# Kinds that take long must not hold up the others: each lane has a thread of its own in every process that runs jobs.
LANES: dict[str, set[str]] = {}
WORK = "work"


def handler(kind: str, lane: str = WORK) -> Callable[[Handler], Handler]:
    """Register ``function(context, **params) -> result`` for jobs of a kind; it must be idempotent.

    Of the kinds in one lane a process runs one job at a time, oldest first; lanes go on side by side.
    """

    def register(function: Handler) -> Handler:
        HANDLERS[kind] = function
        LANES.setdefault(lane, set()).add(kind)
        return function

    return register


def tidier(kind: str) -> Callable[[Tidier], Tidier]:
    """Register ``function(database, services)`` that clears away what ended jobs of a kind have left behind.

    It is called after each such job, when a service starts, and every hour. What a job needs that has not ended, also
    one of another process or one that will be taken up again, is not its to touch.
    """

    def register(function: Tidier) -> Tidier:
        TIDIERS[kind] = function
        return function

    return register


def tidy(database: Database, services: Any, kind: str | None = None) -> None:
    """Clear away after ended jobs, of one kind or of all. A failure is only logged: the next time makes up for it."""
    for name, function in TIDIERS.items():
        if kind in (None, name):
            try:
                function(database, services)
            except Exception:
                log.exception("tidying_failed", kind=name)


def enqueue(session: Session, kind: str, owner: str, /, **params: Any) -> Job:
    """Write a job; it runs after the session's transaction has been committed."""
    job = Job(kind=kind, params=params, owner=owner)
    session.add(job)
    session.flush()
    return job


def enqueue_once(session: Session, kind: str, owner: str) -> Job:
    """Like enqueue, but gives back a job of this kind that still waits."""
    waiting = session.exec(select(Job).where(Job.kind == kind, Job.state == JobState.QUEUED)).first()
    return waiting or enqueue(session, kind, owner)


def run_job(database: Database, services: Any, job_id: int, listener: Any = None) -> Job:
    """Claim a queued job and run it to its end in this thread; one that another process claimed is left alone."""
    context = JobContext(job_id, database, services)
    context.listener = listener
    job = _claim(database, job_id)
    if job is not None:
        return _run_claimed(database, context, job)
    return get_job_alone(database, job_id)


def _run_claimed(database: Database, context: JobContext, job: Job) -> Job:
    with beating(database, context.job_id):
        _finish(database, context.job_id, **_outcome(context, job))
    left = get_job_alone(database, context.job_id)
    if left.state.ended:
        # Not in the handler: until the end is written down the job may be taken up again.
        tidy(database, services=context.services, kind=left.kind)
    return left


def _outcome(context: JobContext, job: Job) -> dict[str, Any]:
    """Run a claimed job's handler; what becomes of the row."""
    try:
        with (
            span("job", kind=job.kind),
            auditing.around(auditing.Acting(job.owner, job.kind, auditing.Door.JOB, job.id)),
        ):
            return {"state": JobState.DONE, "result": HANDLERS[job.kind](context, **job.params)}
    except JobCancelledError:
        return {"state": JobState.CANCELLED}
    except MatchmakerError as error:
        return {"state": JobState.FAILED, "problem": {"code": error.code, "params": error.params}}
    except Exception as error:
        fault = fault_of(error)
        if fault and fault.code in PASSING:
            # It ends later: without a sign of life it is taken up again, once the database is back.
            raise
        log.exception("job_failed", job=job.id, kind=job.kind)
        problem = {"code": fault.code if fault else "unexpected", "params": printable({"error": str(error)})}
        return {"state": JobState.FAILED, "problem": problem}


def get_job(session: Session, job_id: int) -> Job:
    """One job. Raises NotFoundError."""
    job = session.get(Job, job_id)
    if job is None:
        raise NotFoundError("job_not_found", id=job_id)
    return job


def get_job_alone(database: Database, job_id: int) -> Job:
    """One job, read in a transaction of its own."""
    with database.session(writes=False) as session:
        return get_job(session, job_id)


def list_jobs(session: Session, owner: str | None, offset: int, limit: int) -> tuple[list[Job], int]:
    """A page of jobs, newest first; of one owner or of all."""
    mine = [Job.owner == owner] if owner else []
    rows = session.exec(select(Job).where(*mine).order_by(col(Job.id).desc()).offset(offset).limit(limit)).all()
    return list(rows), session.exec(select(func.count()).select_from(Job).where(*mine)).one()


def cancel_job(session: Session, job: Job) -> Job:
    """Ask a job to stop: at once when it waits, at its next report when it runs."""
    if job.state.ended:
        raise ConflictError("job_ended", id=job.id, state=job.state)
    job.cancel_requested = True
    if job.state is JobState.QUEUED:
        job.state, job.ended_at = JobState.CANCELLED, clock.now()
    session.add(job)
    session.flush()
    return job


def run_next(database: Database, services: Any, lane: str, began: Callable[[int], None]) -> Job | None:
    """Claim the job of a lane that has waited longest and run it to its end; None where none waits.

    ``began`` is told its id as soon as it is claimed.
    """
    oldest = select(Job.id).where(Job.state == JobState.QUEUED, col(Job.kind).in_(LANES[lane])).order_by(col(Job.id))
    with database.session(writes=False) as session:
        # Only who has seen one asks for the right to write.
        if session.exec(oldest.limit(1)).first() is None:
            return None
    with database.session() as session:
        job_id = session.exec(oldest.limit(1).with_for_update(skip_locked=True)).first()
        job = _take(session, job_id) if job_id is not None else None
    if job is None or job_id is None:
        return None
    began(job_id)
    return _run_claimed(database, JobContext(job_id, database, services), job)


def _claim(database: Database, job_id: int) -> Job | None:
    with database.session() as session:
        return _take(session, job_id)


def _take(session: Session, job_id: int) -> Job | None:
    """Make a job that waits this process's own; None where another one was quicker."""
    claimed = session.execute(
        update(Job)
        .where(col(Job.id) == job_id, col(Job.state) == JobState.QUEUED)
        .values(
            state=JobState.RUNNING,
            worker=this_worker(),
            attempts=Job.attempts + 1,
            started_at=clock.now(),
            heartbeat_at=clock.now(),
        )
    )
    return session.get(Job, job_id) if claimed.rowcount else None  # type: ignore[attr-defined]


def _finish(database: Database, job_id: int, **values: Any) -> None:
    """Write down how a job has ended, unless this process was taken for dead and another one runs it again."""
    with database.session() as session:
        session.execute(update(Job).where(*running_here(job_id)).values(ended_at=clock.now(), **values))
