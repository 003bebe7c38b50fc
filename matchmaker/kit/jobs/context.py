"""What a running job can do: report progress, and learn that it should stop."""

import time
from collections.abc import Callable
from typing import Any

from sqlmodel import update

from matchmaker.kit import clock
from matchmaker.kit.database import Database
from matchmaker.kit.jobs.models import Job
from matchmaker.kit.jobs.workers import running_here

# Progress is for people: writing it more often than they can see would only cost.
REPORT_SECONDS = 0.5


class JobCancelledError(Exception):
    """Raised inside a handler at the next report after somebody asked the job to stop, or another process has it."""


class JobContext:
    """Handed to a handler; ``services`` is whatever the application gave the runner."""

    def __init__(self, job_id: int, database: Database, services: Any) -> None:
        self.job_id = job_id
        self.database = database
        self.services = services
        self._last = 0.0
        self.listener: Callable[[str, int, int], None] | None = None

    def report(self, stage: str, done: int, total: int, detail: dict[str, Any] | None = None) -> None:
        """Say how far the work is, ``detail`` in fields of its own. Raises JobCancelledError when it should stop."""
        if self.listener:
            self.listener(stage, done, total)
        if time.monotonic() - self._last < REPORT_SECONDS and done < total:
            return
        self._last = time.monotonic()
        said = {} if detail is None else {"detail": detail}
        with self.database.session() as session:
            ours = session.execute(
                update(Job)
                .where(*running_here(self.job_id))
                .values(stage=stage, done=done, total=total, heartbeat_at=clock.now(), **said)
            )
            job = session.get(Job, self.job_id)
        if job is None or job.cancel_requested or not ours.rowcount:  # type: ignore[attr-defined]
            raise JobCancelledError

    def progress(self, stage: str) -> Callable[[int, int], None]:
        """A ``progress(done, total)`` for libraries, reporting under ``stage``."""
        return lambda done, total: self.report(stage, done, total)
