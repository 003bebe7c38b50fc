"""Runs jobs beside the service, or in a process of its own: one thread for each lane, fed from the rows.

There is no queue beside the rows. Whoever is free claims the oldest job of its lane, so any number of processes share
the work; a process that wrote a job wakes its own threads, all others look once a second.
"""

import threading
import time
from collections.abc import Collection
from typing import Any

import structlog

from matchmaker.kit.database import Database
from matchmaker.kit.jobs import service
from matchmaker.kit.jobs.workers import give_back_own, requeue_stale

log = structlog.get_logger(__name__)
LOOK_SECONDS = 1.0
SWEEP_SECONDS = 20.0
TIDY_SECONDS = 3600.0
# So long a process that stops waits for what it is working on; then others take that up.
PATIENCE_SECONDS = 8.0


class JobRunner:
    """The threads of this process that run jobs; of some lanes or of all."""

    def __init__(self, database: Database, services: Any, lanes: Collection[str] | None = None) -> None:
        self._database, self._services = database, services
        self._stop = threading.Event()
        self._wakes = {lane: threading.Event() for lane in (service.LANES if lanes is None else lanes)}
        self._running: dict[str, int] = {}
        self._threads = [self._thread(f"jobs: {lane}", self._work, lane) for lane in self._wakes]
        self._threads.append(self._thread("jobs: sweep", self._look_after))

    def _thread(self, name: str, target: Any, *given: Any) -> threading.Thread:
        return threading.Thread(target=target, args=given, name=name, daemon=True)

    def start(self) -> None:
        """Take up what waits and what a former process left half done."""
        for thread in self._threads:
            thread.start()

    def ask_to_stop(self) -> None:
        """Begin nothing more."""
        self._stop.set()
        self.wake()

    def stop(self, patience: float = PATIENCE_SECONDS) -> None:
        """Begin nothing more, wait a while for what is under way, and give back the rest."""
        self.ask_to_stop()
        until = time.monotonic() + patience
        for thread in self._threads:
            thread.join(timeout=max(0.0, until - time.monotonic()))
        give_back_own(self._database, list(self._running.values()))

    @property
    def lanes(self) -> frozenset[str]:
        return frozenset(self._wakes)

    def wake(self) -> None:
        """Look at once: a job was committed."""
        for wake in self._wakes.values():
            wake.set()

    def _work(self, lane: str) -> None:
        wake = self._wakes[lane]
        while not self._stop.is_set():
            wake.clear()
            if not self._run_next(lane):
                wake.wait(LOOK_SECONDS)

    def _run_next(self, lane: str) -> bool:
        """Whether there was anything to do."""
        try:
            job = service.run_next(self._database, self._services, lane, lambda job_id: self._note(lane, job_id))
        except Exception:
            # The database is away or not current; what waits keeps waiting.
            log.exception("jobs_not_run", lane=lane)
            return False
        finally:
            self._running.pop(lane, None)
        if job is not None:
            log.info("job_ended", job=job.id, kind=job.kind, state=job.state)
        return job is not None

    def _note(self, lane: str, job_id: int) -> None:
        self._running[lane] = job_id

    def _look_after(self) -> None:
        tidied = None
        while not self._stop.is_set():
            try:
                if requeue_stale(self._database):
                    self.wake()
                if tidied is None or time.monotonic() - tidied > TIDY_SECONDS:
                    service.tidy(self._database, self._services)
                    tidied = time.monotonic()
            except Exception:
                log.exception("jobs_not_swept")
            self._stop.wait(SWEEP_SECONDS)
