"""How fast and how sound the page is, by Lighthouse and by a hand that drags: catalogue, 50 matches, 300 meetings.

Lighthouse (a fixed version, fetched by npx) opens the system's Chromium as it does for anybody: `desktop` is its preset
of 10 Mbit/s and 40 ms, `mobile` 1.6 Mbit/s, 150 ms and a processor four times slower. Its scores are out of 100; they
are worth something where `machine`, Lighthouse's own measure of the processor, is not much lower than at rest.
"""

import json
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
from rich.console import Console
from rich.table import Table

from matchmaker.page import BUILT
from tests.bench import dragging, large_catalogue
from tests.bench.serving import matchmaker, served

LIGHTHOUSE = "lighthouse@12.8.2"
CATEGORIES = ("performance", "accessibility", "best-practices")
FIGURES = (
    "first-contentful-paint",
    "largest-contentful-paint",
    "total-blocking-time",
    "cumulative-layout-shift",
    "speed-index",
)
SETTINGS: dict[str, tuple[str, ...]] = {"desktop": ("--preset=desktop",), "mobile": ()}
TECHNOLOGIES = 1_200
ORGANISATIONS = 150
SIMULATED = ("--firms", "150", "--institutes", "100", "--tables", "60", "--seconds", "10", "--until", "published")
LEAST_MEETINGS = 300
# As many as the page asks for.
MATCHES = 50


@dataclass(frozen=True)
class Screen:
    """An address of the page, and as whom it is opened; the public without."""

    name: str
    path: str
    party: str | None = None


def run(data: Path, console: Console) -> None:
    """A row for each screen and kind of device, and what it is like to drag on the board."""
    missing = _missing(data)
    if missing:
        console.print(f"page: {missing} not there, left out")
        return
    kept = os.environ.get("MATCHMAKER_BENCH_FOLDER")
    base = Path(kept or tempfile.mkdtemp(prefix="matchmaker-bench-"))
    folder = base / "page"
    if not (folder / "simulated.json").exists():
        _prepare(data, folder)
    # A folder that was kept may be of an earlier version.
    matchmaker(folder, "db", "upgrade")
    with served(folder, MATCHMAKER_DEMONSTRATION="true") as server:
        screens, meetings = _screens(server.address)
        console.print(_measured(server.address, screens, meetings))
        board = next(one for one in screens if one.name == "board")
        console.print(dragging.measured(server.address + board.path, _cookies(server.address, board.party), meetings))
    if not kept:
        shutil.rmtree(base)


def _missing(data: Path) -> str | None:
    there = {
        "evaluation data": large_catalogue.is_there(data),
        "Chromium": shutil.which("chromium"),
        "npx": shutil.which("npx"),
        "the built page": (BUILT / "index.html").is_file(),
    }
    return next((name for name, found in there.items() if not found), None)


def _prepare(data: Path, folder: Path) -> None:
    large_catalogue.prepare(data, folder, TECHNOLOGIES, institutes=ORGANISATIONS, enterprises=ORGANISATIONS)
    large_catalogue.import_all(folder)
    matchmaker(folder, "matching", "rank-all")
    (folder / "simulated.json").write_text(matchmaker(folder, "agenda", "simulate", *SIMULATED, "--json"))


def _screens(address: str) -> tuple[list[Screen], int]:
    """What is opened, and how many meetings stand on the board."""
    with httpx.Client(base_url=address, timeout=60, cookies=_cookies(address, "organiser")) as http:
        event = http.get("/api/events").raise_for_status().json()["items"][-1]["id"]
        draft = http.get(f"/api/events/{event}/agenda/versions").raise_for_status().json()["items"]
        meetings = max(version["meetings"] for version in draft)
    assert meetings >= LEAST_MEETINGS, meetings
    return [
        Screen("catalogue", "/"),
        Screen("matches", f"/matches?event={event}", "enterprise"),
        Screen("board", f"/events/{event}/board", "organiser"),
    ], meetings


def _cookies(address: str, party: str | None) -> dict[str, str]:
    """What a browser holds that is signed in as a party of the demonstration."""
    if party is None:
        return {}
    with httpx.Client(base_url=address, timeout=60) as http:
        http.post("/api/demonstration/sign-in", json={"party": party}).raise_for_status()
        return dict(http.cookies)


def _measured(address: str, screens: list[Screen], meetings: int) -> Table:
    title = f"{LIGHTHOUSE}; {MATCHES} matches, {meetings} meetings"
    table = Table("screen", "device", *CATEGORIES, "FCP", "LCP", "TBT", "CLS", "SI", "machine", title=title)
    for screen in screens:
        cookies = _cookies(address, screen.party)
        for device, options in SETTINGS.items():
            found = _lighthouse(address + screen.path, cookies, options)
            scores = [f"{100 * found['categories'][name]['score']:.0f}" for name in CATEGORIES]
            figures = [found["audits"][name]["displayValue"] for name in FIGURES]
            table.add_row(screen.name, device, *scores, *figures, f"{found['environment']['benchmarkIndex']:.0f}")
    return table


def _lighthouse(address: str, cookies: dict[str, str], options: tuple[str, ...]) -> dict[str, Any]:
    """The report on one address; RuntimeError where it could not be opened."""
    headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())} if cookies else {}
    command = (
        *("npx", "--yes", LIGHTHOUSE, address, "--quiet", "--output=json"),
        *(f"--only-categories={','.join(CATEGORIES)}", "--chrome-flags=--headless=new --no-sandbox"),
        f"--extra-headers={json.dumps(headers)}",
        *options,
    )
    surroundings = {**os.environ, "CHROME_PATH": shutil.which("chromium") or ""}
    told = subprocess.run(command, env=surroundings, check=True, stdout=subprocess.PIPE, text=True, timeout=300).stdout
    report: dict[str, Any] = json.loads(told)
    if report.get("runtimeError"):
        raise RuntimeError(report["runtimeError"]["message"])
    return report
