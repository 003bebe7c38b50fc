"""The stream of figures with many listeners: a real service, changes one after the other, and when each arrived."""

import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import httpx
from rich.console import Console
from rich.table import Table

LISTENERS = 500
CHANGES = 20
PORT = 8791
BASE = f"http://127.0.0.1:{PORT}"
ACTING = {"X-Acting-As": "organiser"}
PROGRAM = """
import uvicorn
from matchmaker.app import create_app
from matchmaker.settings import get_settings
app = create_app(get_settings())
app.state.broadcast.most_per_person = 10_000
uvicorn.run(app, port={port}, log_level="error", access_log=False, timeout_graceful_shutdown=1)
"""


def run(_: Path, console: Console) -> None:
    """Print how long it takes from a committed change until listeners have read it."""
    with tempfile.TemporaryDirectory() as folder:
        own = {"MATCHMAKER_DATA_FOLDER": folder, "MATCHMAKER_ENCODER": "hash", "MATCHMAKER_ACTING_AS_HEADER": "true"}
        environment = os.environ | own | {"MATCHMAKER_LOG_LEVEL": "ERROR"}
        for step in (("db", "upgrade"), ("seed", "seed_data")):
            command = [sys.executable, "-m", "matchmaker", *step]
            subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
        served = subprocess.Popen([sys.executable, "-c", PROGRAM.format(port=PORT)], env=environment)
        try:
            seconds = asyncio.run(_measure())
        finally:
            served.terminate()
            served.wait(timeout=30)
    ordered = sorted(seconds)
    table = Table(title=f"{LISTENERS} listeners, {CHANGES} changes, {len(seconds)} pushes of {LISTENERS * CHANGES}")
    for name in ("median (s)", "p95 (s)", "longest (s)"):
        table.add_column(name, justify="right")
    p95 = ordered[int(len(ordered) * 0.95)]
    table.add_row(f"{statistics.median(ordered):.2f}", f"{p95:.2f}", f"{ordered[-1]:.2f}")
    console.print(table)


async def _measure() -> list[float]:
    """Seconds from each committed change to each listener that reads the number it made."""
    changed: dict[float, float] = {}
    read: list[tuple[float, float]] = []
    limits = httpx.Limits(max_connections=None)
    async with httpx.AsyncClient(base_url=BASE, timeout=60, limits=limits) as client:
        await _until_ready(client)
        ready = asyncio.Semaphore(0)
        listeners = [asyncio.create_task(_listen(client, ready, read)) for _ in range(LISTENERS)]
        for _ in listeners:
            await ready.acquire()
        for number in range(CHANGES):
            done = await _publish(client, number)
            figures = (await client.get("/api/indicators", headers=ACTING)).json()["figures"]
            changed[_technologies(figures) or 0] = done
            await asyncio.sleep(2.3)
        for task in listeners:
            task.cancel()
        await asyncio.gather(*listeners, return_exceptions=True)
    return [max(0.0, when - changed[value]) for value, when in read if value in changed]


async def _publish(client: httpx.AsyncClient, number: int) -> float:
    """Publish another technology; when that was committed."""
    sent = {"title": f"Bơm nhiệt {number}", "organisation_id": 1}
    posting = (await client.post("/api/technologies", json=sent, headers=ACTING)).json()["id"]
    for state in ("submitted", "published"):
        body = {"state": state, "reasons": []}
        (await client.post(f"/api/postings/{posting}/state", json=body, headers=ACTING)).raise_for_status()
    return time.perf_counter()


async def _listen(client: httpx.AsyncClient, ready: asyncio.Semaphore, read: list[tuple[float, float]]) -> None:
    headers = ACTING | {"Accept": "text/event-stream"}
    while True:
        async with client.stream("GET", "/api/indicators/stream", headers=headers) as answer:
            if answer.status_code == 200:
                await _read_lines(answer, ready, read)
        # Where many come at once the service asks some of them to come again.
        await asyncio.sleep(0.5)


async def _read_lines(answer: httpx.Response, ready: asyncio.Semaphore, read: list[tuple[float, float]]) -> None:
    async for line in answer.aiter_lines():
        if not line.startswith("data: "):
            continue
        when = time.perf_counter()
        value = _technologies(json.loads(line[6:])["figures"])
        if value is not None:
            read.append((value, when))
        ready.release()


def _technologies(figures: list[Any]) -> float | None:
    return next((one["value"] for one in figures if one["code"] == "technologies"), None)


async def _until_ready(client: httpx.AsyncClient) -> None:
    while True:
        try:
            if (await client.get("/ready")).status_code == 200:
                return
        except httpx.HTTPError:
            pass
        await asyncio.sleep(0.3)
