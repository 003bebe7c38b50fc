"""Half an hour of requests at a rate, and whether memory, open files, errors or waiting grow meanwhile."""

import asyncio
import os
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from rich.console import Console
from rich.table import Table

from tests.bench import large_catalogue
from tests.bench.load import prepare, ready_mix
from tests.bench.open_loop import Offered, offer
from tests.bench.serving import Served, served

EVAL = Path(os.environ.get("MATCHMAKER_EVAL", "../shared/eval"))
SAMPLE_SECONDS = 5.0
# What is filled by the first requests, such as caches, is no growth.
SETTLING_SHARE = 0.2


def main(
    rate: Annotated[float, typer.Option(help="Requests a second; half of the highest that holds.")] = 10.0,
    minutes: float = 30.0,
    size: Annotated[int, typer.Option(help="Technologies in the catalogue.")] = 50_000,
) -> None:
    """Offer a steady load and print what grew."""
    console = Console(width=140)
    if not large_catalogue.is_there(EVAL):
        console.print("steady load: its texts are not there, left out")
        return
    base = Path(os.environ.get("MATCHMAKER_BENCH_FOLDER") or tempfile.mkdtemp(prefix="matchmaker-bench-"))
    folder = base / f"made-up-{size}"
    answering = prepare(folder, size)
    with served(folder, MATCHMAKER_ACTING_AS_HEADER="true") as server:
        mix = ready_mix(server.address, EVAL, answering)
        watched = Watched(server)
        watched.start()
        offered = asyncio.run(offer([server.address], mix.draw, rate, minutes * 60))
        watched.stop()
    console.print(_table(offered, watched))
    if offered.errors or watched.grows():
        raise typer.Exit(1)


@dataclass
class Watched:
    """Memory and open files of a server, looked at every few seconds."""

    server: Served
    seconds: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)
    files: list[int] = field(default_factory=list)
    _stop: threading.Event = field(default_factory=threading.Event)

    def start(self) -> None:
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        self._thread.join()

    def slope(self, values: list[float] | list[int]) -> float:
        """How much more an hour, by least squares after settling."""
        after = int(len(values) * SETTLING_SHARE)
        slope, _ = np.polyfit(np.array(self.seconds[after:]) / 3600, np.array(values[after:], float), 1)
        return float(slope)

    def grows(self) -> bool:
        """Whether the last third has clearly more than the third before it: a tenth of the memory, or ten files."""
        third = len(self.files) // 3
        before, last = slice(third, 2 * third), slice(2 * third, None)
        more_files = np.median(self.files[last]) > np.median(self.files[before]) + 10
        more_memory = np.median(self.megabytes[last]) > 1.1 * np.median(self.megabytes[before])
        return bool(more_files or more_memory)

    def _watch(self) -> None:
        began = time.monotonic()
        while not self._stop.wait(SAMPLE_SECONDS):
            self.seconds.append(time.monotonic() - began)
            self.megabytes.append(self.server.resident_mb())
            self.files.append(len(os.listdir(f"/proc/{self.server.process}/fd")))


def _table(offered: Offered, watched: Watched) -> Table:
    table = Table(
        "figure", "value", title=f"{offered.rate:.1f} requests a second for {offered.seconds / 60:.0f} minutes"
    )
    table.add_row("requests, errors", f"{len(offered.answers):,}, {offered.errors}")
    table.add_row("p50, p99, p99.9 (ms)", ", ".join(f"{offered.quantile(share):.0f}" for share in (0.5, 0.99, 0.999)))
    ends = (
        f"{watched.megabytes[0]:.0f}, {watched.megabytes[len(watched.megabytes) // 2]:.0f}, {watched.megabytes[-1]:.0f}"
    )
    table.add_row("memory at the start, half-way, at the end (MB)", ends)
    table.add_row("slope of memory after a fifth of the time (MB an hour)", f"{watched.slope(watched.megabytes):+.0f}")
    table.add_row(
        "open files at the start, most, at the end", f"{watched.files[0]}, {max(watched.files)}, {watched.files[-1]}"
    )
    return table
