"""``python -m tests.soak NAME [options]``: see ``--help``. What it needs and is not there is left out and said so."""

import os
import signal
import sys

# Before any library is loaded: one thread each, so that processes do not fight for the processors.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

import typer  # noqa: E402

from tests.soak import attacks, crash, faults, steady, stories  # noqa: E402

# Whoever is asked to stop ends what it started.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
app = typer.Typer(no_args_is_help=True, help=__doc__, add_completion=False)
app.callback()(lambda: None)
app.command("crash")(crash.main)
app.command("attacks")(attacks.main)
app.command("faults")(faults.main)
app.command("stories")(stories.main)
app.command("steady")(steady.main)

if __name__ == "__main__":
    app()
