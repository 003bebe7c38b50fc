"""Growth: import to searchable, search in process and over HTTP, ranking everything, start and memory.

One after the other at 10k, 26k and all 52k technologies against 629 needs, each in a data folder of its own. Vectors
made for a smaller size are handed on to the next, so that only what is new is encoded; the time told for encoding
is that of the new texts. MATCHMAKER_BENCH_FOLDER keeps the folders between runs.
"""

import gzip
import json
import os
import re
import resource
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

import httpx
from rich.console import Console
from rich.table import Table

SIZES = (10_000, 26_000, 52_439)
CLIENTS = 4
SEARCHES = 60
COMMAND = [sys.executable, "-m", "matchmaker"]


def run(data: Path, console: Console) -> None:
    """One row a size."""
    source, calls = data / "scale" / "technologies.jsonl.gz", data / "calls" / "calls.jsonl"
    if not source.exists() or not calls.exists():
        console.print("scale: not there, left out")
        return
    kept = os.environ.get("MATCHMAKER_BENCH_FOLDER")
    base = Path(kept or tempfile.mkdtemp(prefix="matchmaker-bench-"))
    table = Table("figure", *(f"{size:,}" for size in SIZES), title="Growth by technologies (629 needs)")
    rows: dict[str, list[str]] = {}
    former: Path | None = None
    for size in SIZES:
        folder = base / str(size)
        _prepare(source, calls, size, folder, former)
        for name, value in _measure(folder, size).items():
            rows.setdefault(name, []).append(value)
        former = folder
    for name, values in rows.items():
        table.add_row(name, *values)
    console.print(table)
    if not kept:
        shutil.rmtree(base)


def _prepare(source: Path, calls: Path, size: int, folder: Path, former: Path | None) -> None:
    """Write the files to import, and hand on vectors."""
    folder.mkdir(parents=True, exist_ok=True)
    with gzip.open(source, "rt", encoding="utf-8") as stream, (folder / "technologies.jsonl").open("w") as out:
        for number, line in enumerate(stream):
            if number >= size:
                break
            row = json.loads(line)
            out.write(_row(row["id"], "bench", title=row["title"][:500], description=row["text"]))
    with calls.open(encoding="utf-8") as stream, (folder / "needs.jsonl").open("w") as out:
        for line in stream:
            row = json.loads(line)
            out.write(_row(row["id"], "bench-needs", title=row["title"][:500], problem=row["description"]))
    organisations = [
        {"key": "bench", "name_en": "Bench institute", "kind": "institute", "region": "us"},
        {"key": "bench-needs", "name_en": "Bench enterprise", "kind": "enterprise", "region": "be"},
    ]
    (folder / "organisations.jsonl").write_text("\n".join(map(json.dumps, organisations)))
    if not (folder / "matchmaker.db").exists():
        _matchmaker(folder, "db", "upgrade")
        _matchmaker(folder, "organisations", "load", str(folder / "organisations.jsonl"))
        if former:
            _hand_on_vectors(former, folder)


def _row(key: str, organisation: str, **texts: str) -> str:
    return json.dumps({"key": str(key), "organisation": organisation, "language": "en", **texts}) + "\n"


def _hand_on_vectors(former: Path, folder: Path) -> None:
    import sqlite3

    with sqlite3.connect(folder / "matchmaker.db") as connection:
        connection.execute("ATTACH ? AS former", (str(former / "matchmaker.db"),))
        connection.execute("INSERT OR IGNORE INTO embedding SELECT * FROM former.embedding")


def _measure(folder: Path, size: int) -> dict[str, str]:
    figures: dict[str, str] = {}
    began = time.perf_counter()
    for kind, name in (("need", "needs"), ("technology", "technologies")):
        file = str(folder / f"{name}.jsonl")
        told = _matchmaker(folder, "postings", "import", kind, file, "--write", "--publish", "--json")
        assert json.loads(told)["rejected"] == 0, told
    figures["import to searchable, new texts encoded (s)"] = f"{time.perf_counter() - began:.0f}"
    figures |= json.loads(_python(folder, "tests.bench.in_process"))
    figures |= _served(folder)
    return figures


def _served(folder: Path) -> dict[str, str]:
    """Start with a stored index, search over HTTP by several clients at once, memory of the serving process."""
    port = _free_port()
    environment = _environment(folder) | {"MATCHMAKER_PORT": str(port), "MATCHMAKER_LOG_LEVEL": "WARNING"}
    began = time.perf_counter()
    server = subprocess.Popen([*COMMAND, "serve"], env=environment, stdout=subprocess.DEVNULL)
    try:
        ready = _wait_ready(port, began)
        times = _search_from_clients(port, folder)
        memory = _resident_mb(server.pid)
    finally:
        server.terminate()
        server.wait(timeout=30)
    return {
        "start to ready with a stored index (s)": f"{ready:.1f}",
        f"search over HTTP, {CLIENTS} clients, median (ms)": f"{statistics.median(times):.0f}",
        f"search over HTTP, {CLIENTS} clients, p95 (ms)": f"{_p95(times):.0f}",
        "memory of the serving process (MB)": f"{memory:.0f}",
    }


def _search_from_clients(port: int, folder: Path) -> list[float]:
    queries = _queries(folder)
    times: list[float] = []

    def client(number: int) -> None:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as http:
            for i in range(SEARCHES):
                text = queries[(number * SEARCHES + i) % len(queries)]
                began = time.perf_counter()
                http.get("/api/search", params={"q": text}).raise_for_status()
                if i >= 5:
                    times.append((time.perf_counter() - began) * 1000)

    threads = [threading.Thread(target=client, args=(number,)) for number in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times


def _queries(folder: Path) -> list[str]:
    """Free text as people type it: the titles of needs, whole or their first words."""
    titles = [json.loads(line)["title"] for line in (folder / "needs.jsonl").open(encoding="utf-8")]
    return [title if number % 2 else " ".join(re.findall(r"\w+", title)[:4]) for number, title in enumerate(titles)]


def _wait_ready(port: int, began: float) -> float:
    while time.perf_counter() - began < 120:
        try:
            if httpx.get(f"http://127.0.0.1:{port}/ready", timeout=1).status_code == 200:
                return time.perf_counter() - began
        except httpx.TransportError:
            pass
        time.sleep(0.05)
    raise TimeoutError("the server did not become ready")


def _resident_mb(process: int) -> float:
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[18]


def _matchmaker(folder: Path, *arguments: str) -> str:
    return _run(folder, [*COMMAND, *arguments])


def _python(folder: Path, module: str) -> str:
    return _run(folder, [sys.executable, "-m", module])


def _run(folder: Path, command: list[str]) -> str:
    return subprocess.run(command, env=_environment(folder), check=True, stdout=subprocess.PIPE, text=True).stdout


def _environment(folder: Path) -> dict[str, Any]:
    return {**os.environ, "MATCHMAKER_DATA_FOLDER": str(folder)}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
