"""The service as its users meet it: its own process and data folder, the seed data, and one planned session day."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import httpx
from own_case import make_own_case
from own_postings import OwnPostings, make_own_postings

ROOT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "matchmaker")
READY_SECONDS = 180.0
LARGE_ENOUGH_FOR_ALL = ("--firms", "60", "--institutes", "60", "--tables", "14", "--seconds", "3")
# With these the enterprise of the demonstration has meetings, one of them with its institute.
SEEDS = {"hash": "3", "model": "5"}


@dataclass(frozen=True)
class LiveService:
    """Where it answers, and what is in it. On ``answering_day`` organisations answer; ``planned_day`` is published.

    ``case`` is what came of a meeting of the demonstration's enterprise with its institute.
    """

    address: str
    data_folder: Path
    postings: OwnPostings
    display: str
    table: int
    case: int
    answering_day: int = 1
    planned_day: int = 2

    @property
    def letters(self) -> Path:
        """The folder into which it writes mail."""
        return self.data_folder / "mail"

    def path(self, pattern: str) -> str:
        """An address of the page with the ids of these days and postings filled in."""
        days = {
            "answering": self.answering_day,
            "planned": self.planned_day,
            "display": self.display,
            "table": self.table,
            "case": self.case,
        }
        return self.address + pattern.format(**days, **asdict(self.postings))


@contextmanager
def live_service(folder: Path, encoder: str = "hash") -> Iterator[LiveService]:
    """Load the seed data into a folder, plan a day on it, and serve it until the block ends."""
    port = _free_port()
    surroundings = _surroundings(folder, encoder, port)
    for step in (
        ("db", "upgrade"),
        ("seed", str(ROOT / "seed_data")),
        ("agenda", "simulate", "--until", "published", *LARGE_ENOUGH_FOR_ALL, "--seed", SEEDS[encoder]),
    ):
        subprocess.run([*COMMAND, *step], env=surroundings, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    served = subprocess.Popen([*COMMAND, "serve"], env=surroundings, cwd=ROOT, stdout=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_until_ready(address, served)
        case = make_own_case(address, LiveService.planned_day)
        yield LiveService(
            address, folder, make_own_postings(address), *open_display(address, LiveService.planned_day), case
        )
    finally:
        served.terminate()
        served.wait(timeout=20)


def open_display(address: str, day: int) -> tuple[str, int]:
    """The secret in the addresses of a day's displays, and one of its tables."""
    with httpx.Client(base_url=f"{address}/api", timeout=30) as client:
        client.post("/demonstration/sign-in", json={"party": "organiser"}).raise_for_status()
        opened = client.post(f"/events/{day}/day/display", json={})
        opened.raise_for_status()
        tables = client.get(f"/events/{day}/tables").json()["items"]
        return str(opened.json()["token"]), int(tables[0]["id"])


def _surroundings(folder: Path, encoder: str, port: int) -> dict[str, str]:
    own = {
        "MATCHMAKER_DATA_FOLDER": str(folder),
        "MATCHMAKER_ENCODER": encoder,
        "MATCHMAKER_PORT": str(port),
        "MATCHMAKER_LOG_LEVEL": "WARNING",
        "MATCHMAKER_DEMONSTRATION": "true",
        # Tests are faster than people.
        "MATCHMAKER_CALLS_PER_PERSON": "0",
        "MATCHMAKER_ACTING_AS_HEADER": "false",
        # Partners of the stories answer on this machine.
        "MATCHMAKER_TRUSTED_HOSTS": "127.0.0.1",
        "PYTHONPATH": str(ROOT),
    }
    kept = {name: value for name, value in os.environ.items() if name != "MATCHMAKER_ADDRESS"}
    return {**kept, **own}


def _free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        port: int = tried.getsockname()[1]
        return port


def _wait_until_ready(address: str, served: "subprocess.Popen[bytes]") -> None:
    ends = time.monotonic() + READY_SECONDS
    while time.monotonic() < ends:
        if served.poll() is not None:
            raise RuntimeError(f"the service ended with {served.returncode}")
        try:
            with urllib.request.urlopen(f"{address}/ready", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError("the service did not become ready")
