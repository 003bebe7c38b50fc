"""The highest rate of requests that is answered well, for each kind of database and size of catalogue.

Requests arrive by chance, as ``open_loop`` says, in the shares of ``mix``. A rate holds if 99 % of all requests are
answered within half a second and none fails. MATCHMAKER_BENCH_SIZES names other sizes, MATCHMAKER_BENCH_FOLDER keeps
the folders between runs.
"""

import asyncio
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx
from rich.console import Console
from rich.table import Table

from tests.bench import large_catalogue, screens
from tests.bench.mix import Mix
from tests.bench.open_loop import Offered, offer
from tests.bench.serving import matchmaker, served
from tests.bench.serving import run as run_command
from tests.postgres import started, vector_programs

SIZES = (50_000, 10_000)
DATABASE = "MATCHMAKER_DATABASE_URL"
SIMULATED = ("--firms", "100", "--institutes", "40", "--tables", "30", "--interpreters", "8")
WARM_UP_SECONDS, STEP_SECONDS = 8, 30
FIRST_RATE, FINEST = 8.0, 1.12
MOST_MILLISECONDS = 500
# The file that tells which event is being answered, written when a folder is prepared.
ANSWERED = "answering.txt"
ANSWERING = """
from matchmaker.agenda.simulating import Scale, open_event
from matchmaker.accounts.acting import ORGANISER
from matchmaker.commands import common
from matchmaker.events.models import PhaseChange
from matchmaker.events.phases import Phase
from matchmaker.events.service import change_phase
event, _ = open_event(common.services().database, Scale(firms=100, institutes=40, tables=30, interpreters=8), 1)
with common.session(writes=True) as session:
    change_phase(session, event, PhaseChange(phase=Phase.ANSWERING), ORGANISER)
print(event)
"""


def run(data: Path, console: Console) -> None:
    """One row a size."""
    if not large_catalogue.is_there(data):
        console.print("load: not there, left out")
        return
    kept = os.environ.get("MATCHMAKER_BENCH_FOLDER")
    base = Path(kept or tempfile.mkdtemp(prefix="matchmaker-bench-"))
    sizes = os.environ.get("MATCHMAKER_BENCH_SIZES")
    names = ("highest rate (1/s)", "p50 (ms)", "p99 (ms)", "next rate", "its p99 (ms)", "errors", "memory (MB)")
    title = "Requests that arrive by chance: 70 % screens, 20 % search, 10 % answers and edits"
    table = Table("technologies", "engine", *names, title=title)
    for size in [int(size) for size in sizes.split(",")] if sizes else SIZES:
        told = _measure(base / f"made-up-{size}", size, 1, data, console)
        table.add_row(f"{size:,}", "SQLite, FAISS, one process", *told)
        if vector_programs() is None:
            console.print("load: no PostgreSQL with pgvector, left out")
            continue
        with _on_postgres(), tempfile.TemporaryDirectory(prefix="matchmaker-bench-") as folder:
            _move(base / f"made-up-{size}", Path(folder))
            told = _measure(Path(folder), size, 2, data, console)
        table.add_row(f"{size:,}", "PostgreSQL, pgvector, two processes", *told)
    console.print(table)
    if not kept:
        shutil.rmtree(base)


def _measure(folder: Path, size: int, processes: int, data: Path, console: Console) -> list[str]:
    """The cells of one row, asked of so many processes in turn."""
    answering = prepare(folder, size)
    with ExitStack() as stack:
        servers = [stack.enter_context(served(folder, MATCHMAKER_ACTING_AS_HEADER="true")) for _ in range(processes)]
        addresses = [server.address for server in servers]
        mixes = [ready_mix(address, data, answering) for address in addresses]
        held, missed = highest_rate(addresses, mixes[0], console)
        return [*_cells(held, missed), " + ".join(f"{server.resident_mb():.0f}" for server in servers)]


@contextmanager
def _on_postgres() -> Iterator[None]:
    """A server with a database of its own, which everything that is started meanwhile takes."""
    with started(vector_programs(), fsync="on", shared_buffers="1GB", max_connections="200") as server:
        os.environ[DATABASE] = server.create("load")
        try:
            yield
        finally:
            del os.environ[DATABASE]


def _move(prepared: Path, folder: Path) -> None:
    """Let the same catalogue be in the database of the settings; encoding it again would take long."""
    shutil.copy(prepared / ANSWERED, folder)
    matchmaker(folder, "db", "upgrade")
    matchmaker(folder, "db", "move", f"sqlite:///{prepared}/matchmaker.db", os.environ[DATABASE])


def prepare(folder: Path, size: int) -> int:
    """A catalogue of made-up technologies with a published event and one that is being answered; the latter's id."""
    told = folder / ANSWERED
    if not told.exists():
        matchmaker(folder, "db", "upgrade")
        run_command(folder, [sys.executable, "-m", "tests.bench.made_up_catalogue", str(size)])
        matchmaker(folder, "matching", "rank-all")
        matchmaker(folder, "agenda", "simulate", *SIMULATED, "--until", "published", "--seconds", "10", "--json")
        told.write_text(run_command(folder, [sys.executable, "-c", ANSWERING]).strip())
    # A folder that was kept may be of an earlier version.
    matchmaker(folder, "db", "upgrade")
    return int(told.read_text())


def ready_mix(address: str, data: Path, answering: int) -> Mix:
    """What to ask for, after every screen was looked at once.

    What the ranking left to be done takes a core for minutes, once, and is waited for.
    """
    screens.wait_for_jobs(address)
    with large_catalogue.calls_file(data).open(encoding="utf-8") as stream:
        texts = [json.loads(line)["title"] for line in stream]
    mix = Mix(address, texts, answering)
    with httpx.Client(base_url=address, timeout=300) as http:
        for one in mix.each_screen():
            headers = {"X-Acting-As": one.acting}
            http.request(one.method, one.path, params=one.params, json=one.body, headers=headers).raise_for_status()
    return mix


def highest_rate(addresses: list[str], mix: Mix, console: Console) -> tuple[Offered | None, Offered | None]:
    """The highest rate that held, and the lowest that did not; doubled until one fails, then halved in between."""
    _offered(addresses, mix, FIRST_RATE, WARM_UP_SECONDS)
    held: Offered | None = None
    missed: Offered | None = None
    rate = FIRST_RATE
    while missed is None or held is None or missed.rate / held.rate > FINEST:
        tried = _offered(addresses, mix, rate, STEP_SECONDS)
        good = tried.errors == 0 and tried.quantile(0.99) <= MOST_MILLISECONDS
        console.print(
            f"  {rate:6.1f}/s: p50 {tried.quantile(0.5):.0f}, p99 {tried.quantile(0.99):.0f} ms, {tried.errors} errors"
        )
        held, missed = (tried, missed) if good else (held, tried)
        if missed is None:
            rate *= 2
        elif held is None:
            rate /= 2
            if rate < 1:
                break
        else:
            rate = (held.rate * missed.rate) ** 0.5
    return held, missed


def _offered(addresses: list[str], mix: Mix, rate: float, seconds: float) -> Offered:
    return asyncio.run(offer(addresses, mix.draw, rate, seconds, seed=int(rate * 100)))


def _cells(held: Offered | None, missed: Offered | None) -> Iterator[str]:
    for found in (held, missed):
        if found is None:
            yield from ("-", "-") if found is missed else ("-", "-", "-")
        elif found is held:
            yield from (f"{found.rate:.1f}", f"{found.quantile(0.5):.0f}", f"{found.quantile(0.99):.0f}")
        else:
            yield from (f"{found.rate:.1f}", f"{found.quantile(0.99):.0f}", str(found.errors))
