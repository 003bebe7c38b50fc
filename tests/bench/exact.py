"""The real problems of brokerage events: all decided, within the seconds that the best known solver takes."""

import csv
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console

from matchmaker.commands.agenda import bench

SECONDS = 60.0
WORKERS = 2


def run(data: Path, console: Console) -> None:
    """Solve them all, and have each plan judged by a program that shares nothing with this one."""
    folder = data.parent / "b2b"
    if not folder.is_dir():
        console.print(f"{folder} is not there: left out")
        return
    with TemporaryDirectory() as kept:
        bench(folder, SECONDS, WORKERS, Path(kept))
        wrong = [plan.stem for plan in sorted(Path(kept).iterdir()) if not _judged(folder, plan)]
        judged = len(list(Path(kept).iterdir()))
    console.print(f"judged by check_plan.py: {judged} plans, wrong: {wrong or 'none'}")
    with (folder / "optima.csv").open(encoding="utf-8", newline="") as lines:
        best = [row["maxsat_seconds"] for row in csv.DictReader(lines)]
    console.print(f"the best known solver took {sum(float(one) for one in best if one != 'TO'):.1f} s")


def _judged(folder: Path, plan: Path) -> bool:
    command = [sys.executable, str(folder / "check_plan.py"), str(folder / plan.name), str(plan)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
