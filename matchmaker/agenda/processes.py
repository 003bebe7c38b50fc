"""Starts searchers as processes of their own, passes on what they find, and ends them.

They are started anew (never forked, so threads and open databases of this process do not matter) and without this
process's main module, so that a web server can start them as well as the command line.
"""

import json
import os
import pickle
import selectors
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any

import matchmaker
from matchmaker.agenda.worker import Runnable

PACKAGE_PARENT = Path(matchmaker.__file__).resolve().parent.parent
READ_BYTES = 1 << 16


class Searchers:
    """A context in which searchers run; none is left when it ends, however it ends."""

    def __init__(self, tasks: Sequence[Runnable]) -> None:
        self._tasks = tasks
        self._running: dict[int, subprocess.Popen[bytes]] = {}
        self._unread: dict[int, bytes] = {}
        self._selector = selectors.DefaultSelector()

    def __enter__(self) -> "Searchers":
        try:
            for number in range(len(self._tasks)):
                self._running[number] = process = _start()
                assert process.stdout is not None
                self._selector.register(process.stdout, selectors.EVENT_READ, number)
            for number, task in enumerate(self._tasks):
                self._write(number, pickle.dumps(task))
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._end()

    @property
    def running(self) -> int:
        """How many have not ended."""
        return len(self._running)

    def wait(self, seconds: float) -> Iterator[tuple[int, dict[str, Any]]]:
        """What searchers have to say, each with its number; nothing if none speaks within ``seconds``."""
        for key, _ in self._selector.select(max(seconds, 0.0)):
            number: int = key.data
            read = os.read(key.fd, READ_BYTES)
            if not read:
                self._forget(number)
                continue
            *lines, self._unread[number] = (self._unread.get(number, b"") + read).split(b"\n")
            for line in lines:
                yield number, json.loads(line)

    def tell(self, number: int, found: dict[str, Any]) -> None:
        """Pass on to all but one what that one found."""
        for other in list(self._running):
            if other != number:
                self._write(other, json.dumps(found).encode() + b"\n")

    def _write(self, number: int, data: bytes) -> None:
        stream = self._running[number].stdin
        assert stream is not None
        with suppress(BrokenPipeError):
            stream.write(data)
            stream.flush()

    def _forget(self, number: int) -> None:
        process = self._running.pop(number)
        process.kill()
        if process.stdout is not None:
            self._selector.unregister(process.stdout)
            process.stdout.close()
        if process.stdin is not None:
            with suppress(BrokenPipeError):
                process.stdin.close()
        process.wait()

    def _end(self) -> None:
        for process in self._running.values():
            process.kill()
        for number in list(self._running):
            self._forget(number)
        self._selector.close()


def _start() -> subprocess.Popen[bytes]:
    path = os.pathsep.join(filter(None, [str(PACKAGE_PARENT), os.environ.get("PYTHONPATH", "")]))
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "matchmaker.agenda.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": path},
    )
