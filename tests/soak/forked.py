"""Processes of the service that start in a moment: they are made from one that has loaded the code and nothing else.

What runs in them is the command line itself. They can be killed at any moment, as a machine that loses its power.
"""

import multiprocessing
import os
import socket
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx

ROOT = Path(__file__).parents[2]
# No model, no index and no threads: whatever those start does not survive being copied.
_MAKER = multiprocessing.get_context("forkserver")
_MAKER.set_forkserver_preload(
    ["matchmaker.cli", "matchmaker.app", "matchmaker.migrate", "uvicorn", "tests.soak.forked"]
)
READY_SECONDS = 600.0
MOST_STARTS = 3


def run_command(arguments: list[str], environment: Mapping[str, str], log: str, clock: str = "") -> None:
    """In the new process: the command with these variables; what it writes goes into a file."""
    os.environ.update(environment)
    written = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(written, 1)
    os.dup2(written, 2)
    if clock:
        _follow(Path(clock))
    from matchmaker.cli import app

    sys.argv = ["matchmaker", *arguments]
    app()


def _follow(file: Path) -> None:
    """Let the service's clock be ahead by the seconds in a file, as if somebody had set it."""
    from matchmaker.kit import clock

    class Shifted(datetime):
        @classmethod
        def now(cls, zone: Any = None) -> datetime:
            return datetime.now(zone) + timedelta(seconds=int(file.read_text() or 0))

    clock.datetime = Shifted  # type: ignore[misc]


@dataclass
class Forked:
    """One service on a data folder and a database; several may share them."""

    folder: Path
    database_url: str
    settings: Mapping[str, str] = field(default_factory=dict)
    port: int = field(default_factory=lambda: free_port())
    process: Any = None
    clock: Path | None = None
    log_folder: Path | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> Path:
        """Beside the folder where that may be full."""
        return self.log_folder / "service.log" if self.log_folder else self.folder / "service.log"

    def begin(self, *arguments: str) -> None:
        """Start a command, and go on at once."""
        own = {
            "data_folder": str(self.folder),
            "database_url": self.database_url,
            "models_folder": str(self.folder / "models"),
            "encoder": "hash",
            "port": str(self.port),
            "acting_as_header": "true",
            "trusted_hosts": "127.0.0.1",
            "log_level": "WARNING",
            **self.settings,
        }
        environment = {f"MATCHMAKER_{name.upper()}": text for name, text in own.items()}
        self.process = _MAKER.Process(
            target=run_command, args=(list(arguments), environment, str(self.log), str(self.clock or ""))
        )
        self.process.start()

    def start(self) -> float:
        """Serve; the seconds until it was ready."""
        began = time.monotonic()
        self.begin("serve")
        starts = 1
        while not self.is_ready():
            if not self.process.is_alive():
                # As whoever looks after services does.
                starts += 1
                if starts > MOST_STARTS:
                    raise RuntimeError(f"the service ended with {self.process.exitcode}; see {self.log}")
                self.begin("serve")
            if time.monotonic() - began > READY_SECONDS:
                raise TimeoutError(f"not ready: {self.ready_state()}")
            time.sleep(0.05)
        return time.monotonic() - began

    def ready_state(self) -> Any:
        """What ``/ready`` tells; None where nobody answers."""
        try:
            return httpx.get(f"{self.address}/ready", timeout=20).json()
        except httpx.HTTPError:
            return None

    def is_ready(self) -> bool:
        state = self.ready_state()
        return state is not None and bool(state.get("ready"))

    def kill(self) -> None:
        self.process.kill()
        self.process.join()

    def stop(self) -> None:
        self.process.terminate()
        self.process.join(40)
        if self.process.is_alive():
            self.kill()


def free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])
