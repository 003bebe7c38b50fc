"""The calls behind each screen of the web application, asked by several clients at once on a large catalogue.

All 52k technologies and 629 needs dealt out to 200 institutes and 200 enterprises, and a session day of 100 firms with
a published agenda. MATCHMAKER_BENCH_FOLDER keeps the folder between runs, and hands on vectors of the growth's folder.
"""

import os
import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from rich.console import Console
from rich.table import Table

from tests.bench import large_catalogue
from tests.bench.serving import CLIENTS, ask_from_clients, matchmaker, p95, served

SIZE = 52_439
ORGANISATIONS = 200
SIMULATED = ("--firms", "100", "--institutes", "40", "--tables", "30", "--interpreters", "8", "--until", "published")
ROUNDS = 60
DRAFT = {
    "language": "en",
    "title": "Sensor for corrosion",
    "problem": "Steel in harbours corrodes. We look for a sensor.",
}


@dataclass(frozen=True)
class Call:
    """One request behind a screen; ``acting`` is the header that says who asks."""

    screen: str
    method: str
    path: str
    acting: str = "public"
    params: dict[str, Any] = field(default_factory=dict, hash=False)
    body: Any = field(default=None, hash=False)


def run(data: Path, console: Console) -> None:
    """One row a call."""
    if not large_catalogue.is_there(data):
        console.print("screens: not there, left out")
        return
    kept = os.environ.get("MATCHMAKER_BENCH_FOLDER")
    base = Path(kept or tempfile.mkdtemp(prefix="matchmaker-bench-"))
    folder, former = base / "screens", base / str(SIZE)
    if not (folder / "simulated.json").exists():
        _prepare(data, folder, former if former.exists() else None)
    # A folder that was kept may be of an earlier version.
    matchmaker(folder, "db", "upgrade")
    with served(folder, MATCHMAKER_ACTING_AS_HEADER="true") as server:
        wait_for_jobs(server.address)
        calls = _calls(server.address, large_catalogue.queries(folder))
        _ask_each_once(server.address, calls)
        times = ask_from_clients(server.address, calls, _ask)
    console.print(_table(times))
    if not kept:
        shutil.rmtree(base)


def _prepare(data: Path, folder: Path, former: Path | None) -> None:
    large_catalogue.prepare(data, folder, SIZE, former=former, institutes=ORGANISATIONS, enterprises=ORGANISATIONS)
    large_catalogue.import_all(folder)
    matchmaker(folder, "matching", "rank-all")
    (folder / "simulated.json").write_text(matchmaker(folder, "agenda", "simulate", *SIMULATED, "--json"))


def wait_for_jobs(address: str) -> None:
    """Until what the ranking left to be done is done."""
    with httpx.Client(base_url=address, timeout=60, headers={"X-Acting-As": "organiser"}) as http:
        while any(job["state"] in ("queued", "running") for job in items(http, "/api/jobs")):
            time.sleep(1)


def _ask_each_once(address: str, calls: list[Call]) -> None:
    """What is made at the first look of all, such as the map and the themes, is there from then on."""
    with httpx.Client(base_url=address, timeout=60) as http:
        for call in {call.screen: call for call in calls}.values():
            _ask(http, call)


def _ask(http: httpx.Client, call: Call) -> None:
    headers = {"X-Acting-As": call.acting}
    answer = http.request(call.method, call.path, params=call.params, json=call.body, headers=headers)
    assert answer.status_code < 300, (call, answer.status_code, answer.text[:500])


def _calls(address: str, texts: list[str]) -> list[Call]:
    """All screens' calls many times over, shuffled as many people's would be."""
    with httpx.Client(base_url=address, timeout=60, headers={"X-Acting-As": "organiser"}) as http:
        world = World.read(http)
    dice = random.Random(0)
    calls = [call for number in range(ROUNDS) for call in round_of_calls(world, texts[number % len(texts)], dice)]
    dice.shuffle(calls)
    return calls


@dataclass(frozen=True)
class World:
    """What there is to ask for."""

    event: int
    version: int
    people: list[dict[str, Any]]
    postings: list[dict[str, Any]]
    comers: list[dict[str, Any]]

    @classmethod
    def read(cls, http: httpx.Client) -> "World":
        event = next(row["id"] for row in items(http, "/api/events") if row["phase"] == "published")
        comers = [row["organisation_id"] for row in items(http, f"/api/events/{event}/registrations")]
        postings = items(http, "/api/postings", state="published", kind="need")
        return cls(
            event=event,
            version=max(row["number"] for row in items(http, f"/api/events/{event}/agenda/versions")),
            people=items(http, f"/api/events/{event}/people"),
            postings=postings,
            comers=[row for row in postings if row["organisation_id"] in comers],
        )


def items(http: httpx.Client, path: str, **params: Any) -> list[dict[str, Any]]:
    answer = http.get(path, params={"limit": 200, **params}).raise_for_status()
    found: list[dict[str, Any]] = answer.json()["items"]
    return found


def round_of_calls(world: World, text: str, dice: random.Random) -> Iterator[Call]:
    posting, comer, person = dice.choice(world.postings), dice.choice(world.comers), dice.choice(world.people)
    yield from _public(posting, text, dice)
    yield from _of_organisation(world, comer, person)
    yield from _of_organiser(world, posting)


def _public(posting: dict[str, Any], text: str, dice: random.Random) -> Iterator[Call]:
    typed = text[: dice.randint(3, max(4, len(text)))]
    yield Call("catalogue", "GET", "/api/postings", params={"kind": "technology", "state": "published", "limit": 12})
    yield Call("catalogue: filters", "GET", "/api/postings/facets", params={"kind": "technology"})
    yield Call("catalogue: search as one types", "GET", "/api/search", params={"q": typed, "limit": 12})
    yield Call("posting", "GET", f"/api/postings/{posting['id']}")
    yield Call("session days", "GET", "/api/events", params={"limit": 200})


def _of_organisation(world: World, comer: dict[str, Any], person: dict[str, Any]) -> Iterator[Call]:
    own, event = comer["organisation_id"], f"/api/events/{world.event}"
    acting = str(own)
    yield Call("my postings", "GET", "/api/postings", acting, {"organisation_id": own, "limit": 200})
    yield Call("candidates", "GET", f"/api/postings/{comer['id']}/candidates", acting)
    matches = {"posting_id": comer["id"], "organisation_id": own, "limit": 50}
    yield Call("matches", "GET", f"{event}/candidates", acting, matches)
    yield Call("requests", "GET", f"{event}/requests", acting, {"organisation_id": own, "limit": 200})
    yield Call("quality while typing", "POST", "/api/quality/needs", acting, body=DRAFT)
    yield Call("sectors while typing", "POST", "/api/sectors/suggest", acting, body={"text": DRAFT["problem"]})
    if person["organisation_id"]:
        yield Call("own agenda", "GET", f"{event}/agenda/people", str(person["organisation_id"]))


def _of_organiser(world: World, posting: dict[str, Any]) -> Iterator[Call]:
    event = f"/api/events/{world.event}"
    numbered = f"{event}/agenda/versions/{world.version}"
    yield Call("review queue", "GET", "/api/postings", "organiser", {"state": "submitted", "limit": 50})
    yield Call("review: versions", "GET", f"/api/postings/{posting['id']}/history", "organiser")
    yield Call("landscape: map", "GET", "/api/overview/map", "organiser")
    yield Call("landscape: themes", "GET", "/api/overview/themes", "organiser")
    yield Call("landscape: unmet needs", "GET", "/api/overview/unmet-needs", "organiser")
    yield Call("event", "GET", event, "organiser")
    yield Call("event: registrations", "GET", f"{event}/registrations", "organiser", {"limit": 200})
    yield Call("event: people", "GET", f"{event}/people", "organiser", {"limit": 200})
    yield Call("board: placements", "GET", f"{numbered}/placements", "organiser", {"limit": 200})
    yield Call("board: unplaced", "GET", f"{event}/agenda/unplaced", "organiser")
    yield Call("board: agenda", "GET", f"{event}/agenda", "organiser")
    yield Call("jobs", "GET", "/api/jobs", "organiser")


def _table(times: list[tuple[Call, float]]) -> Table:
    table = Table(
        "screen", "median (ms)", "p95 (ms)", "calls", title=f"Calls behind screens, {CLIENTS} clients at once"
    )
    by_screen: dict[str, list[float]] = {}
    for call, milliseconds in times:
        by_screen.setdefault(call.screen, []).append(milliseconds)
    for screen, found in by_screen.items():
        table.add_row(screen, f"{statistics.median(found):.0f}", f"{p95(found):.0f}", str(len(found)))
    everything = [milliseconds for _, milliseconds in times]
    table.add_row("all", f"{statistics.median(everything):.0f}", f"{p95(everything):.0f}", str(len(everything)))
    return table
