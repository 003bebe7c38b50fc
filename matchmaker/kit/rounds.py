"""A thread that does the same again and again, until it is asked to stop."""

import threading
from abc import ABC, abstractmethod

import structlog

log = structlog.get_logger(__name__)
PATIENCE_SECONDS = 10.0


class GoingRound(ABC):
    """One thread of a process: a round, a pause of some seconds, the next one. What a round raises ends it alone."""

    def __init__(self, name: str, pause_seconds: float) -> None:
        self._name, self._pause = name, pause_seconds
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._go_round, name=name, daemon=True)

    @abstractmethod
    def go(self) -> None:
        """One round. It asks ``stops`` between its steps, where it has many."""

    def stops(self) -> bool:
        """Whether the step under way is to be the last one."""
        return self._stop.is_set()

    def start(self) -> None:
        self._thread.start()

    def ask_to_stop(self) -> None:
        """Let the step under way be the last one."""
        self._stop.set()

    def stop(self) -> None:
        """Ask to stop, and wait a while for the step under way."""
        self.ask_to_stop()
        self._thread.join(timeout=PATIENCE_SECONDS)

    def _go_round(self) -> None:
        while not self.stops():
            try:
                self.go()
            except Exception:
                # The database is away or not current; what waits keeps waiting.
                log.exception(f"{self._name}_failed")
            self._stop.wait(self._pause)
