"""Runs jobs beside the service: a huey consumer in this process, fed from the job rows."""

from typing import Any

import structlog
from huey import MemoryHuey, crontab
from huey.consumer import Consumer

from matchmaker.kit.database import Database
from matchmaker.kit.jobs import service

log = structlog.get_logger(__name__)


class _ThreadConsumer(Consumer):  # type: ignore[misc]
    """A consumer that lives inside the API process, whose signals belong to the server."""

    def _set_signal_handlers(self) -> None:
        pass


class JobRunner:
    """Starts and stops the worker thread of this process.

    The queue lives in memory because the rows are the truth: at the start, and every minute, whatever waits in the
    database is put into it. A job that comes twice is claimed once.
    """

    def __init__(self, database: Database, services: Any) -> None:
        self._database = database
        self._services = services
        self._huey = MemoryHuey("matchmaker", utc=True)
        self._run = self._huey.task()(self._work)
        self._huey.periodic_task(crontab(minute="*"))(self._sweep)
        self._huey.periodic_task(crontab(minute="17"))(self._tidy)
        self._consumer = _ThreadConsumer(
            self._huey, workers=1, initial_delay=0.05, max_delay=0.5, check_worker_health=True
        )

    def start(self) -> None:
        """Take up what waits and what a former process left half done."""
        self._sweep()
        self._tidy()
        self._consumer.start()

    def stop(self) -> None:
        """Finish nothing more; a job in the middle is taken up again at the next start."""
        self._consumer.stop(graceful=False)

    def submit(self, job_id: int) -> None:
        """Run a committed job soon."""
        self._run(job_id)

    def _work(self, job_id: int) -> None:
        job = service.run_job(self._database, self._services, job_id)
        log.info("job_ended", job=job_id, kind=job.kind, state=job.state)

    def _sweep(self) -> None:
        self._enqueue(service.requeue_stale(self._database))

    def _tidy(self) -> None:
        service.tidy(self._database, self._services)

    def _enqueue(self, job_ids: list[int]) -> None:
        for job_id in job_ids:
            self.submit(job_id)
