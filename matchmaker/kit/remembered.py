"""What was made of much of the database, kept as long as that stays as it is."""

import threading
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, TypeVar

import structlog

log = structlog.get_logger(__name__)
Made = TypeVar("Made")
# What was made longest ago goes first.
MOST = 200


@dataclass
class _Entry:
    state: Hashable
    value: Any


@dataclass
class Remembered:
    """Values by name, each with the state that it was made from; safe for several threads."""

    _entries: dict[Hashable, _Entry] = field(default_factory=dict)
    _making: set[Hashable] = field(default_factory=set)
    _first: dict[Hashable, threading.Lock] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def get(self, name: Hashable, state: Hashable, make: Callable[[], Made], *, in_background: bool) -> Made:
        """The value made from this state; made now, once, if there is none.

        With ``in_background`` the former value is given while a new one is made, for who looks need not wait for what
        has changed in the meantime.
        """
        entry = self._entries.get(name)
        if entry is None or (entry.state != state and not in_background):
            with self._lock:
                alone = self._first.setdefault(name, threading.Lock())
            with alone:
                entry = self._entries.get(name)
                made: Made = entry.value if entry and entry.state == state else self._make(name, state, make)
            with self._lock:
                self._first.pop(name, None)
            return made
        if entry.state != state and self._begin(name):
            threading.Thread(target=self._renew, args=(name, state, make), name="overview", daemon=True).start()
        value: Made = entry.value
        return value

    def _make(self, name: Hashable, state: Hashable, make: Callable[[], Made]) -> Made:
        value = make()
        with self._lock:
            self._entries.pop(name, None)
            self._entries[name] = _Entry(state, value)
            while len(self._entries) > MOST:
                self._entries.pop(next(iter(self._entries)))
        return value

    def _begin(self, name: Hashable) -> bool:
        with self._lock:
            if name in self._making:
                return False
            self._making.add(name)
            return True

    def _renew(self, name: Hashable, state: Hashable, make: Callable[[], Any]) -> None:
        try:
            self._make(name, state, make)
        except Exception:
            log.exception("overview_failed", name=str(name))
        finally:
            self._making.discard(name)
