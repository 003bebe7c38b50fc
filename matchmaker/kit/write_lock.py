"""The threads of one process write to SQLite one after the other, in the order in which they asked.

SQLite itself lets whoever waits look again after a while: up to a tenth of a second passes in which nobody writes, and
among many the one that waits longest may never be the one that looks at the right moment. Here whoever is done wakes
the next. Other processes are still waited for in SQLite's own way.
"""

import sqlite3
import threading
from collections import deque
from typing import Any

from sqlalchemy.exc import OperationalError

_HELD = "holds the write lock"


class WriteLock:
    """Held from before a transaction that writes begins until its connection is back in the pool."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._guard = threading.Lock()
        self._is_held = False
        self._waiting: deque[threading.Event] = deque()

    def take(self, connection: Any) -> None:
        """Wait for it in the name of a pooled connection.

        Raises OperationalError, as SQLite does, where it was not given within the seconds.
        """
        if connection.record_info.get(_HELD):
            return
        if not self._wait():
            raise OperationalError("BEGIN IMMEDIATE", None, sqlite3.OperationalError("database is locked"))
        connection.record_info[_HELD] = True

    def give_back(self, _: Any, record: Any) -> None:
        """Let the next one write, if this connection's transaction did; also where the connection broke."""
        if record.record_info.pop(_HELD, False):
            self._pass_on()

    def _wait(self) -> bool:
        with self._guard:
            if not self._is_held:
                self._is_held = True
                return True
            mine = threading.Event()
            self._waiting.append(mine)
        if mine.wait(self._seconds):
            return True
        with self._guard:
            # It may have been handed over at the very last moment.
            if mine.is_set():
                return True
            self._waiting.remove(mine)
        return False

    def _pass_on(self) -> None:
        """Hand it over rather than let it go, so that nobody who comes just now is sooner."""
        with self._guard:
            if self._waiting:
                self._waiting.popleft().set()
            else:
                self._is_held = False
