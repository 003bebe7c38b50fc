"""What clients asked for and what they were told: the measure of what must be there afterwards."""

import threading
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import httpx


class CutError(Exception):
    """The service went away while it was asked; whether it has done it is not known."""


@dataclass
class Expected:
    """The last state of a thing that was acknowledged, and the one that was asked for when the service went."""

    told: Any
    asked: Any = None


@dataclass
class Journal:
    """What one round wrote.

    Things are kept by kind and name; what was ``promised`` must be there once, and ``perhaps`` once at most.
    """

    things: dict[tuple[str, Any], Expected] = field(default_factory=dict)
    promised: dict[str, list[Any]] = field(default_factory=dict)
    perhaps: dict[str, list[Any]] = field(default_factory=dict)
    answers: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def begin(self, kind: str, name: Any) -> None:
        """Something is asked for that can be there once."""
        with self._lock:
            self.perhaps.setdefault(kind, []).append(name)

    def keep(self, kind: str, name: Any) -> None:
        """It was acknowledged."""
        with self._lock:
            self.promised.setdefault(kind, []).append(name)

    def ask(self, kind: str, name: Any, state: Any) -> None:
        """A thing is asked to become another."""
        with self._lock:
            self.things.setdefault((kind, name), Expected(None)).asked = state

    def told(self, kind: str, name: Any, state: Any) -> None:
        """It was said to be so."""
        with self._lock:
            self.things[kind, name] = Expected(state)

    def refused(self, kind: str, name: Any) -> None:
        """It was said to be as before."""
        with self._lock:
            self.things[kind, name].asked = None

    @property
    def acknowledged(self) -> int:
        return self.answers["2xx"]


class Client:
    """One of those who ask."""

    def __init__(self, journal: Journal, addresses: list[str], number: int) -> None:
        self.journal = journal
        self.number = number
        self._http = httpx.Client(base_url=addresses[number % len(addresses)], timeout=60)

    def call(self, method: str, path: str, acting: Any = "organiser", **options: Any) -> httpx.Response:
        """The answer. Raises CutError; an answer that nobody can act on is written down as wrong."""
        try:
            answer = self._http.request(method, f"/api{path}", headers={"X-Acting-As": str(acting)}, **options)
        except httpx.TransportError as error:
            raise CutError from error
        self._count(method, path, answer)
        return answer

    def close(self) -> None:
        self._http.close()

    def _count(self, method: str, path: str, answer: httpx.Response) -> None:
        if answer.is_success:
            self.journal.answers["2xx"] += 1
            return
        try:
            code = answer.json()["code"]
        except (ValueError, KeyError):
            code = "none"
        self.journal.answers[f"{answer.status_code} {code}"] += 1
        if answer.status_code == 500 or code in ("none", "unexpected"):
            self.journal.wrong.append(f"{method} {path}: {answer.status_code} {answer.text[:200]}")
