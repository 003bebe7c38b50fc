"""A server of its own over a data folder, and clients that ask it all at once."""

import os
import resource
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import httpx

CLIENTS = 4
Asked = TypeVar("Asked")
COMMAND = [sys.executable, "-m", "matchmaker"]


@dataclass(frozen=True)
class Served:
    """Where the server answers, how many seconds it took to be ready, and its process."""

    address: str
    ready: float
    process: int

    def resident_mb(self) -> float:
        pages = int(Path(f"/proc/{self.process}/statm").read_text().split()[1])
        return pages * resource.getpagesize() / 1e6


@contextmanager
def served(folder: Path, **settings: str) -> Iterator[Served]:
    """Start a server over the folder's data, and end it."""
    port = _free_port()
    environment = environment_of(folder) | {"MATCHMAKER_PORT": str(port), "MATCHMAKER_LOG_LEVEL": "WARNING", **settings}
    began = time.perf_counter()
    server = subprocess.Popen([*COMMAND, "serve"], env=environment, stdout=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        yield Served(address, _wait_ready(address, began), server.pid)
    finally:
        server.terminate()
        server.wait(timeout=30)


def ask_from_clients(
    address: str, asked: Sequence[Asked], ask: Callable[[httpx.Client, Asked], None], *, warm_up: int = 5
) -> list[tuple[Asked, float]]:
    """Ask everything, dealt out to all clients at once; milliseconds of each but every client's first few."""
    times: list[tuple[Asked, float]] = []

    def client(number: int) -> None:
        with httpx.Client(base_url=address, timeout=60) as http:
            for turn, one in enumerate(asked[number::CLIENTS]):
                began = time.perf_counter()
                ask(http, one)
                if turn >= warm_up:
                    times.append((one, (time.perf_counter() - began) * 1000))

    threads = [threading.Thread(target=client, args=(number,)) for number in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times


def p95(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=20)[18]


def matchmaker(folder: Path, *arguments: str) -> str:
    """What the command printed; CalledProcessError where it failed."""
    return run(folder, [*COMMAND, *arguments])


def run(folder: Path, command: list[str]) -> str:
    return subprocess.run(command, env=environment_of(folder), check=True, stdout=subprocess.PIPE, text=True).stdout


def environment_of(folder: Path) -> dict[str, Any]:
    # A few clients ask for many people.
    unlimited = {"MATCHMAKER_CALLS_PER_PERSON": "0", "MATCHMAKER_CALLS_PER_ADDRESS": "0"}
    return {**os.environ, **unlimited, "MATCHMAKER_DATA_FOLDER": str(folder)}


def _wait_ready(address: str, began: float) -> float:
    while time.perf_counter() - began < 120:
        try:
            if httpx.get(f"{address}/ready", timeout=1).status_code == 200:
                return time.perf_counter() - began
        except httpx.TransportError:
            pass
        time.sleep(0.05)
    raise TimeoutError("the server did not become ready")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
