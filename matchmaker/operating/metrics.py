"""What ``/metrics`` shows beside the requests: work that waits, the index, connections, disk and the process itself.

Read when it is asked for, and kept for some seconds, so that several scrapers cost no more than one. Figures from the
database are those of the whole service and the same from each process: take their maximum, not their sum.
"""

import shutil
import threading
import time
from collections.abc import Iterable, Iterator
from typing import Any

from prometheus_client import CollectorRegistry, ProcessCollector
from prometheus_client.core import GaugeMetricFamily, Metric
from sqlalchemy.exc import SQLAlchemyError

from matchmaker import __version__
from matchmaker.kit.errors import MatchmakerError
from matchmaker.operating.figures import Figures, Waiting, read_figures
from matchmaker.services import Services

KEPT_SECONDS = 5.0


class OperatorMetrics:
    """A collector over the services of this process."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._lock = threading.Lock()
        self._read_at = float("-inf")
        self._kept: list[Metric] = []

    def collect(self) -> Iterable[Metric]:
        """All of them; where the database is away, those that need it are left out."""
        with self._lock:
            if time.monotonic() - self._read_at > KEPT_SECONDS:
                self._kept = list(self._read())
                self._read_at = time.monotonic()
            return self._kept

    def _read(self) -> Iterator[Metric]:
        yield _gauge("info", "Version of the service.", {(__version__,): 1}, ("version",))
        try:
            with self._services.database.session(writes=False) as session:
                yield from _of_work(read_figures(session))
            matcher = self._services.matcher
            if matcher:
                yield _gauge(
                    "index_behind_changes", "Changes that the index has yet to take in.", matcher.engine.waiting
                )
            reachable = True
        except (SQLAlchemyError, MatchmakerError):
            reachable = False
        yield _gauge("database_up", "Whether the database answers.", reachable)
        yield _gauge("ready", "Whether model and index serve.", self._services.matcher is not None and reachable)
        yield from _of_connections(self._services.database.engine.pool)
        folder = self._services.settings.data_folder
        if folder.exists():
            yield _gauge("disk_free_bytes", "Left where the data folder lies.", shutil.disk_usage(folder).free)


def register(registry: CollectorRegistry, services: Services) -> None:
    """Add these, and memory, processor time and open files of this process."""
    registry.register(OperatorMetrics(services))
    ProcessCollector(registry=registry)


def _of_work(figures: Figures) -> Iterator[Metric]:
    jobs = {("waiting",): figures.jobs.count, ("running",): figures.jobs_running}
    yield _gauge("jobs", "Jobs that have not ended.", jobs, ("state",))
    yield _gauge("jobs_failed", "Jobs that failed within a day.", figures.jobs_failed)
    yield _oldest("jobs", figures.jobs)
    yield _gauge("mails_waiting", "Letters that have not gone out.", figures.mails.count)
    yield _gauge("mails_failed", "Letters given up within a day.", figures.mails_failed)
    yield _oldest("mails", figures.mails)
    deliveries = {("waiting",): figures.deliveries.count, ("dead",): figures.deliveries_dead}
    yield _gauge("deliveries", "Changes to be told to receivers.", deliveries, ("state",))
    yield _oldest("deliveries", figures.deliveries)


def _of_connections(pool: Any) -> Iterator[Metric]:
    if hasattr(pool, "checkedout"):
        yield _gauge("database_connections_in_use", "Connections that somebody works with.", pool.checkedout())
        yield _gauge("database_connections_most", "Connections there may be.", pool.size() + pool._max_overflow)


def _oldest(name: str, waiting: Waiting) -> Metric:
    return _gauge(f"{name}_oldest_seconds", "How long the oldest has waited.", waiting.oldest_seconds)


def _gauge(name: str, says: str, value: Any, labels: tuple[str, ...] = ()) -> Metric:
    """One number, or one for each combination of labels."""
    family = GaugeMetricFamily(f"matchmaker_{name}", says, labels=labels)
    for key, number in (value if labels else {(): value}).items():
        family.add_metric(key, float(number))
    return family
