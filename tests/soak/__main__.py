"""``python -m tests.soak NAME [options]``: see ``--help``. What it needs and is not there is left out and said so."""

import os
import sys
from pathlib import Path

# Before any library is loaded: one thread each, so that processes do not fight for the processors.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")
# The worlds of the tests are built by what the tests share.
_TESTS = Path(__file__).parents[1]
for _folder in ("", "agenda", "outcomes/day", "outcomes/following"):
    sys.path.insert(0, str(_TESTS / _folder))

import typer  # noqa: E402

from tests.soak import attacks, crash  # noqa: E402

app = typer.Typer(no_args_is_help=True, help=__doc__, add_completion=False)
app.callback()(lambda: None)
app.command("crash")(crash.main)
app.command("attacks")(attacks.main)

if __name__ == "__main__":
    app()
