"""Processes on one database tell each other what callers took, so that limits hold across all of them.

PostgreSQL carries the news (NOTIFY) and keeps nothing of them. They are told every second: whoever spreads calls over
processes gets at most what a second gives him more. SQLite has nothing like that, and one process as a rule.
"""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any
from uuid import uuid4

import structlog

from matchmaker.kit.database import Database
from matchmaker.kit.rates import Rates, Taken

log = structlog.get_logger(__name__)
CHANNEL = "matchmaker_rates"
EVERY_SECONDS = 1.0
# PostgreSQL carries less than 8,000 bytes at once, and who somebody is takes some tens.
TOLD_AT_ONCE = 60
# After trouble, such as a database that is away.
REST_SECONDS = 5.0


@contextmanager
def sharing_rates(database: Database, rates: Rates) -> Iterator[None]:
    """Share what is taken as long as the block lasts."""
    if database.engine.dialect.name != "postgresql":
        yield
        return
    stop = threading.Event()
    thread = threading.Thread(target=_share, args=(database, rates, stop), name="rates", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(timeout=10)


def _share(database: Database, rates: Rates, stop: threading.Event) -> None:
    while not stop.is_set():
        try:
            with _own_connection(database) as connection:
                _exchange(connection, rates, stop)
        except Exception:
            # Until it is back each process counts for itself.
            log.exception("rates_not_shared")
            stop.wait(REST_SECONDS)


@contextmanager
def _own_connection(database: Database) -> Iterator[Any]:
    """A connection of the driver that nobody else is given, each of its statements a transaction."""
    pooled = database.engine.raw_connection()
    connection: Any = pooled.driver_connection
    pooled.detach()
    try:
        connection.rollback()
        connection.autocommit = True
        yield connection
    finally:
        connection.close()


def _exchange(connection: Any, rates: Rates, stop: threading.Event) -> None:
    own = uuid4().hex
    connection.execute(f"LISTEN {CHANNEL}")
    while not stop.is_set():
        for part in _parts(rates.taken()):
            connection.execute("SELECT pg_notify(%s, %s)", (CHANNEL, json.dumps({"of": own, "taken": part})))
        for told in connection.notifies(timeout=EVERY_SECONDS):
            news = json.loads(told.payload)
            if news["of"] != own:
                rates.take_as_elsewhere({who: (points, a_minute) for who, (points, a_minute) in news["taken"].items()})


def _parts(taken: Taken) -> Iterator[Taken]:
    rest = iter(taken.items())
    while part := dict(islice(rest, TOLD_AT_ONCE)):
        yield part
