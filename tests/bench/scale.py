"""Growth: import to searchable, search in process and over HTTP, ranking everything, start and memory.

One after the other at 10k, 26k and all 52k technologies against 629 needs, each in a data folder of its own. Vectors
made for a smaller size are handed on to the next, so that only what is new is encoded; the time told for encoding
is that of the new texts. MATCHMAKER_BENCH_FOLDER keeps the folders between runs.
"""

import json
import os
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

import httpx
from rich.console import Console
from rich.table import Table

from tests.bench import large_catalogue
from tests.bench.serving import CLIENTS, ask_from_clients, p95, served
from tests.bench.serving import run as run_command

SIZES = (10_000, 26_000, 52_439)
SEARCHES = 60


def run(data: Path, console: Console) -> None:
    """One row a size."""
    if not large_catalogue.is_there(data):
        console.print("scale: not there, left out")
        return
    kept = os.environ.get("MATCHMAKER_BENCH_FOLDER")
    base = Path(kept or tempfile.mkdtemp(prefix="matchmaker-bench-"))
    table = Table("figure", *(f"{size:,}" for size in SIZES), title="Growth by technologies (629 needs)")
    rows: dict[str, list[str]] = {}
    former: Path | None = None
    for size in SIZES:
        folder = base / str(size)
        large_catalogue.prepare(data, folder, size, former=former)
        for name, value in _measure(folder).items():
            rows.setdefault(name, []).append(value)
        former = folder
    for name, values in rows.items():
        table.add_row(name, *values)
    console.print(table)
    if not kept:
        shutil.rmtree(base)


def _measure(folder: Path) -> dict[str, str]:
    figures: dict[str, str] = {}
    began = time.perf_counter()
    large_catalogue.import_all(folder)
    figures["import to searchable, new texts encoded (s)"] = f"{time.perf_counter() - began:.0f}"
    figures |= json.loads(run_command(folder, [sys.executable, "-m", "tests.bench.in_process"]))
    figures |= _over_http(folder)
    return figures


def _over_http(folder: Path) -> dict[str, str]:
    """Start with a stored index, search over HTTP by several clients at once, memory of the serving process."""
    texts = large_catalogue.queries(folder)
    asked = [texts[number % len(texts)] for number in range(CLIENTS * SEARCHES)]

    def search(http: httpx.Client, text: str) -> None:
        http.get("/api/search", params={"q": text}).raise_for_status()

    with served(folder) as server:
        times = [milliseconds for _, milliseconds in ask_from_clients(server.address, asked, search)]
        memory = server.resident_mb()
    return {
        "start to ready with a stored index (s)": f"{server.ready:.1f}",
        f"search over HTTP, {CLIENTS} clients, median (ms)": f"{statistics.median(times):.0f}",
        f"search over HTTP, {CLIENTS} clients, p95 (ms)": f"{p95(times):.0f}",
        "memory of the serving process (MB)": f"{memory:.0f}",
    }
