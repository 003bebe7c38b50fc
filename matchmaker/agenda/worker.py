"""What runs in a process of its own: ``python -m matchmaker.agenda.worker``.

A call of the SAT solver cannot be interrupted, so whoever needs one starts this, hands over a task on its standard
input, reads what it finds as lines of JSON, and kills it when there has been enough. Lines of JSON that follow the
task tell what others found.
"""

import gc
import json
import os
import pickle
import sys
import time
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import Any, Protocol

Report = Callable[[dict[str, Any]], None]
Hear = Callable[[], list[Any]]


class Runnable(Protocol):
    """What a process of its own can do; pickled on its way there."""

    def run(self, report: Report, hear: Hear) -> None:
        """Do it, reporting what is found, and hearing now and then what others found."""


def main() -> None:
    """Read a task, do it, and write what is found; ends with whoever started it."""
    gc.disable()
    task: Runnable = pickle.load(sys.stdin.buffer)
    heard: SimpleQueue[Any] = SimpleQueue()
    Thread(target=_listen, args=(heard,), daemon=True).start()

    def report(found: dict[str, Any]) -> None:
        print(json.dumps(found), flush=True)

    def hear() -> list[Any]:
        # The solver does not let other threads run; this does.
        time.sleep(0.001)
        return [heard.get() for _ in range(heard.qsize())]

    task.run(report, hear)
    # The thread still waits for its next line; an orderly end would wait for it.
    os._exit(0)


def _listen(heard: SimpleQueue[Any]) -> None:
    for line in sys.stdin.buffer:
        heard.put(json.loads(line))
    os._exit(0)


if __name__ == "__main__":
    main()
