"""Real processes of the service on one PostgreSQL database: those that answer, and workers."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from matchmaker.kit.database import Database

ROOT = Path(__file__).parents[1]
PATIENCE_SECONDS = 180.0
# Smaller pieces than a country needs, and an encoder that takes its time, so that there is a middle to be killed in.
SLOW_WORKER = """
import os, sys, time
from pathlib import Path

from matchmaker.embedding import encoder
from matchmaker.matching import spreading

spreading.PIECE, spreading.STEP, spreading.SPREAD_FROM = 20, 5, 40
quick = encoder.HashEncoder.encode

def encode(self, texts, *rest, **more):
    time.sleep(0.05 * len(texts))
    return quick(self, texts, *rest, **more)

encoder.HashEncoder.encode = encode
from matchmaker.cli import app

# Side by side, however long each took to get here.
folder = Path(sys.argv[1])
(folder / f"here-{os.getpid()}").touch()
while len(list(folder.glob("here-*"))) < 2:
    time.sleep(0.01)
app(["worker", "--lane", "encoding"])
"""


class Processes:
    """Starts them with one data folder and one database, and ends them."""

    def __init__(self, folder: Path, database: Database) -> None:
        self.folder = folder
        self.database = database
        self.running: list[subprocess.Popen[bytes]] = []
        self.own = {
            "MATCHMAKER_DATA_FOLDER": str(folder),
            "MATCHMAKER_DATABASE_URL": database.url,
            "MATCHMAKER_ENCODER": "hash",
            "MATCHMAKER_LOG_LEVEL": "WARNING",
            "MATCHMAKER_ACTING_AS_HEADER": "true",
            "PYTHONPATH": str(ROOT),
        }

    def start(self, *arguments: str, program: str = "", **settings: str) -> "subprocess.Popen[bytes]":
        """``matchmaker`` with these arguments, or a program of one's own."""
        command = [sys.executable, *(("-c", program) if program else ("-m", "matchmaker")), *arguments]
        environment = os.environ | self.own | settings
        process = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.DEVNULL)
        self.running.append(process)
        return process

    def serve(self, **settings: str) -> httpx.Client:
        """A process that answers and runs no jobs; requests to it."""
        with socket.socket() as tried:
            tried.bind(("127.0.0.1", 0))
            port = tried.getsockname()[1]
        self.start("serve", MATCHMAKER_PORT=str(port), MATCHMAKER_RUN_JOBS="false", **settings)
        return httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30)

    def end(self) -> None:
        for process in self.running:
            process.terminate()
        for process in self.running:
            process.wait(timeout=20)


@contextmanager
def processes_on(folder: Path, database: Database) -> Iterator[Processes]:
    made = Processes(folder, database)
    try:
        yield made
    finally:
        made.end()


def waited_for(condition: Callable[[], Any], seconds: float = PATIENCE_SECONDS) -> Any:
    """What a condition gives as soon as that is true, or at last."""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        if found := condition():
            return found
        time.sleep(0.05)
    return condition()


def is_ready(client: httpx.Client) -> bool:
    try:
        return client.get("/ready").is_success
    except httpx.TransportError:
        return False
