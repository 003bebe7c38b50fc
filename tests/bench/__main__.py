"""``python -m tests.bench [NAME ...]``: all measurements, or those named.

The data are the folders of MATCHMAKER_EVAL (by default ../shared/eval); what is not there is left out and said so.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

# Before any library is loaded: one thread each, so that processes and threads do not fight for two cores.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

from rich.console import Console  # noqa: E402

from tests.bench import (  # noqa: E402
    encoding,
    engines,
    events,
    exact,
    load,
    page,
    quality,
    reports,
    scale,
    screens,
    sectors,
    sizing,
    stream,
    workers,
)

EVAL = Path(os.environ.get("MATCHMAKER_EVAL", "../shared/eval"))
BENCHES: dict[str, Callable[[Path, Console], None]] = {
    "quality": quality.run,
    "engines": engines.run,
    "sectors": sectors.run,
    "encoding": encoding.run,
    "scale": scale.run,
    "screens": screens.run,
    "page": page.run,
    "sizing": sizing.run,
    "exact": exact.run,
    "events": events.run,
    "stream": stream.run,
    "reports": reports.run,
    "load": load.run,
    "workers": workers.run,
}


def main(names: list[str]) -> None:
    """Run the named measurements in their order."""
    console = Console(width=140)
    for name, run in BENCHES.items():
        if not names or name in names:
            run(EVAL, console)


if __name__ == "__main__":
    main(sys.argv[1:])
