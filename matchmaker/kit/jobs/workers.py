"""Who runs a job: the name of this process in the rows, its signs of life, and what dead ones have left behind."""

import os
import socket
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import structlog
from sqlmodel import Session, col, select, update

from matchmaker.kit import clock
from matchmaker.kit.database import Database
from matchmaker.kit.jobs.models import Job, JobState

log = structlog.get_logger(__name__)

BEAT_SECONDS = 15.0
# A running job without a sign of life for so long belongs to a dead process; clocks of hosts may differ by a minute.
STALE = timedelta(minutes=3)
MAX_ATTEMPTS = 5
# In a container every process has the same number, and two starts must not be taken for one.
_START = uuid.uuid4().hex[:12]
# What this process works on; a job of its own that is not among these was lost, as when its end could not be written.
_HERE: set[int] = set()
_PROCESSES = Path("/proc/self/ns/pid")


def this_worker() -> str:
    """How this process writes itself into the jobs that it runs."""
    return f"{_place()}:{os.getpid()}:{_START}"


def _place() -> str:
    """Where numbers of processes mean the same: the host, and on it the container."""
    inside = _PROCESSES.stat().st_ino if _PROCESSES.exists() else 0
    return f"{socket.gethostname()}/{inside}"


@contextmanager
def beating(database: Database, job_id: int) -> Iterator[None]:
    """Give a sign of life for a job from a thread of its own, however long its work reports nothing."""
    stop = threading.Event()

    def beat() -> None:
        while not stop.wait(BEAT_SECONDS):
            try:
                with database.session() as session:
                    session.execute(update(Job).where(*running_here(job_id)).values(heartbeat_at=clock.now()))
            except Exception:
                # The database is away; who comes to look for dead ones cannot do so either.
                log.warning("beat_missed", job=job_id, exc_info=True)

    thread = threading.Thread(target=beat, name=f"beat of job {job_id}", daemon=True)
    _HERE.add(job_id)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        _HERE.discard(job_id)
        thread.join(timeout=BEAT_SECONDS)


def running_here(job_id: int) -> tuple[Any, ...]:
    """The condition that a job is still this process's to run."""
    return (col(Job.id) == job_id, col(Job.worker) == this_worker(), col(Job.state) == JobState.RUNNING)


def requeue_stale(database: Database) -> list[int]:
    """Put jobs of dead processes back into the queue; returns the ids of all that wait, oldest first."""
    running = select(Job).where(Job.state == JobState.RUNNING)
    with database.session(writes=False) as session:
        left = any(_is_abandoned(job) for job in session.exec(running))
    if left:
        with database.session() as session:
            # Looked at again under a lock: another process may have swept, and a third one taken the job up.
            for job in session.exec(running.with_for_update(skip_locked=True)):
                if _is_abandoned(job):
                    _give_back(session, job)
    with database.session(writes=False) as session:
        waiting = select(Job.id).where(Job.state == JobState.QUEUED).order_by(col(Job.id))
        return [row for row in session.exec(waiting) if row is not None]


def give_back_own(database: Database, job_ids: list[int]) -> None:
    """Let others take up at once what this process will not end, because it stops."""
    for job_id in job_ids:
        with database.session() as session:
            session.execute(
                update(Job)
                .where(*running_here(job_id))
                .values(state=JobState.QUEUED, worker="", attempts=Job.attempts - 1)
            )


def _is_abandoned(job: Job) -> bool:
    """A process of this place is asked for at once; one of another place is known only by its silence."""
    if job.worker == this_worker():
        return job.id not in _HERE and _is_silent(job)
    place, process = (*job.worker.split(":"), "")[:2]
    if place != _place() or not process.isdigit():
        return _is_silent(job)
    return int(process) == os.getpid() or not _is_alive(int(process)) or _is_silent(job)


def _is_silent(job: Job) -> bool:
    return job.heartbeat_at is None or job.heartbeat_at < clock.now() - STALE


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return not _is_dead_child(process)


def _is_dead_child(process: int) -> bool:
    """Whether a process has ended and only its parent has not asked how."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except (OSError, IndexError):
        return False


def _give_back(session: Session, job: Job) -> None:
    log.warning("job_left_behind", job=job.id, kind=job.kind, worker=job.worker, attempts=job.attempts)
    if job.attempts >= MAX_ATTEMPTS:
        job.state, job.ended_at = JobState.FAILED, clock.now()
        job.problem = {"code": "died_repeatedly", "params": {"attempts": job.attempts}}
    elif job.cancel_requested:
        job.state, job.ended_at = JobState.CANCELLED, clock.now()
    else:
        job.state = JobState.QUEUED
    session.add(job)
