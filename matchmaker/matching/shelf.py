"""Where built states of the engine are kept, so that the next start, other processes and other hosts go on from them.

On SQLite that is a folder; on PostgreSQL the database itself, from which each host takes a copy into its folder. In
either case one process builds at a time, and what it has built counts from one moment on, as a whole.
"""

import fcntl
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from matchmaker.matching import snapshot
from matchmaker.matching.build import IndexBuilder, embedded
from matchmaker.matching.state import EngineState
from matchmaker.matching.weights import Weights


class Making(Protocol):
    """A state that is being built, and that nobody else sees yet."""

    @property
    def index(self) -> IndexBuilder:
        """What makes the index of a side's vectors."""
        ...

    def keep(self, state: EngineState) -> EngineState:
        """Make a state count from now on; as it is known from then on."""
        ...


class Shelf(Protocol):
    """Keeps built states by name."""

    @property
    def engine(self) -> str:
        """What the vectors are searched by, as `/ready` tells it."""
        ...

    def newest(self, model: str, weights: str) -> str | None:
        """The name of the state to serve from, or None where there is none of this model and these weights."""
        ...

    def load(self, weights: Weights) -> EngineState | None:
        """The newest state made with these weights, or None where there is none or it is damaged."""
        ...

    def building(self) -> AbstractContextManager[Making]:
        """While one process is inside, others wait to come in."""
        ...


class NoShelf:
    """Keeps nothing: for measurements and tests."""

    engine = "faiss"
    index = staticmethod(embedded)

    def newest(self, model: str, weights: str) -> str | None:
        return None

    def load(self, weights: Weights) -> EngineState | None:
        return None

    def keep(self, state: EngineState) -> EngineState:
        return state

    def building(self) -> AbstractContextManager[Making]:
        return nullcontext(self)


class FolderShelf:
    """Keeps the newest state in a folder, for the processes of one host."""

    engine = "faiss"
    index = staticmethod(embedded)

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def newest(self, model: str, weights: str) -> str | None:
        told = snapshot.read_manifest(self._folder)
        return told["name"] if told and (told["model"], told["weights"]) == (model, weights) else None

    def load(self, weights: Weights) -> EngineState | None:
        return snapshot.load(self._folder, weights)

    def keep(self, state: EngineState) -> EngineState:
        return replace(state, kept=snapshot.save(self._folder, state))

    @contextmanager
    def building(self) -> Iterator[Making]:
        with locked(self._folder):
            yield self


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Alone among the processes of this host that use the folder; the lock ends with its process."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
