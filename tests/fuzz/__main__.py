"""``python -m tests.fuzz [NAME ...]``: all targets one after the other, each for SECONDS_EACH, with coverage (atheris).

What was found lies in ``var/fuzz/NAME/``, from where the next run goes on; inputs that broke something beside it.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.fuzz.targets import NAMES

SECONDS = int(os.environ.get("SECONDS_EACH", "60"))
LONGEST, MEMORY, LARGEST = 20, 2048, 20_000


def main() -> None:
    table = Table("target", "executions", "a second", "coverage", "finding")
    broken = False
    for name in sys.argv[1:] or NAMES:
        row, found = fuzz(name, SECONDS)
        broken |= found
        table.add_row(name, *row)
    Console().print(table)
    sys.exit(1 if broken else 0)


def fuzz(name: str, seconds: int) -> tuple[list[str], bool]:
    """Figures of one target, and whether it broke."""
    folder = Path("var/fuzz") / name
    folder.mkdir(parents=True, exist_ok=True)
    options = [
        f"-max_total_time={seconds}",
        f"-timeout={LONGEST}",
        f"-rss_limit_mb={MEMORY}",
        f"-max_len={LARGEST}",
        "-print_final_stats=1",
        f"-artifact_prefix={folder}.",
    ]
    command = [sys.executable, "-m", "tests.fuzz.driving", name, str(folder), *options]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    said = done.stdout + done.stderr
    executions = int((re.findall(r"number_of_executed_units:\s+(\d+)", said) or ["0"])[-1])
    coverage = (re.findall(r"cov: (\d+)", said) or ["?"])[-1]
    finding = "" if done.returncode == 0 else f"exit {done.returncode}; {_last_words(said)}"
    return [f"{executions:,}", str(executions // max(seconds, 1)), coverage, finding or "none"], bool(finding)


def _last_words(said: str) -> str:
    """What it said on what it found: the exception, and where the input lies."""
    told = re.findall(r"^(?:\w+(?:\.\w+)*(?:Error|Exception)\b.*|.*Test unit written to.*|ERROR: .*)$", said, re.M)
    return " | ".join(told[-3:]) or said[-300:]


if __name__ == "__main__":
    main()
