"""The service as its own process, with a deterministic encoder, so that it starts fast; it can be killed."""

import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import httpx

ROOT = Path(__file__).parents[1]
COMMAND = (sys.executable, "-m", "matchmaker")


@dataclass
class RealService:
    """One process on a data folder; ``settings`` are further variables without their prefix, in lower case."""

    folder: Path
    settings: dict[str, str] = field(default_factory=dict)
    port: int = field(default_factory=lambda: free_port())
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        own = {
            "data_folder": str(self.folder),
            "encoder": "hash",
            "port": str(self.port),
            "acting_as_header": "true",
            "trusted_hosts": "127.0.0.1",
            "log_level": "ERROR",
            **self.settings,
        }
        named = {f"MATCHMAKER_{name.upper()}": text for name, text in own.items()}
        return {**os.environ, "PYTHONPATH": str(ROOT), **named}

    def run(self, *command: str) -> str:
        """What a command of the command line prints; CalledProcessError where it fails."""
        done = subprocess.run([*COMMAND, *command], env=self.environment, check=True, stdout=subprocess.PIPE, cwd=ROOT)
        return done.stdout.decode()

    def start(self, *, ready: bool = True) -> None:
        """Start it, and wait until it is ready, or at least answers."""
        log = (self.folder / "service.log").open("ab")
        self.process = subprocess.Popen(
            [*COMMAND, "serve"], env=self.environment, stdout=subprocess.DEVNULL, stderr=log, cwd=ROOT
        )
        self.wait_for("/ready" if ready else "/health")

    def wait_for(self, path: str, seconds: float = 300) -> None:
        ends = time.monotonic() + seconds
        while not self._answers(path):
            assert self.process
            assert self.process.poll() is None, f"the service ended; see {self.folder}/service.log"
            assert time.monotonic() < ends, f"{path} did not answer"
            time.sleep(0.05)

    def kill(self) -> None:
        """As when the machine loses its power, but for what the system holds."""
        assert self.process
        self.process.kill()
        self.process.wait()

    def stop(self, seconds: float = 30) -> int:
        """Ask it to stop; its exit code."""
        assert self.process
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=seconds)

    def _answers(self, path: str) -> bool:
        try:
            return httpx.get(f"{self.address}{path}", timeout=5).status_code == 200
        except httpx.TransportError:
            return False


def free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])
