"""A service that is asked to stop finishes what it accepted, and takes on nothing more."""

import signal
import sqlite3
import threading
import time

import httpx
from real_service import RealService

from matchmaker.settings import Settings

BODY = {"name_vi": "Viện Cơ khí Bến Bính", "kind": "institute"}
ORGANISER = {"X-Acting-As": "organiser"}


def test_what_was_accepted_is_finished_when_the_service_is_asked_to_stop(settings: Settings) -> None:
    service = RealService(settings.data_folder)
    service.start()
    answers: list[int] = []
    late: list[bool] = []

    def write() -> None:
        url = f"{service.address}/api/organisations"
        answers.append(httpx.post(url, json=BODY, headers=ORGANISER, timeout=30).status_code)

    file = settings.data_folder / "matchmaker.db"
    held = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    # Nobody can write while we do, so that the requests wait in the service.
    held.execute("BEGIN IMMEDIATE")
    writers = [threading.Thread(target=write) for _ in range(3)]
    for writer in writers:
        writer.start()
    wait_until_accepted(service)
    threading.Timer(0.5, lambda: late.append(is_served(service))).start()
    threading.Timer(1.0, held.execute, ["ROLLBACK"]).start()
    ended_by = -service.stop(seconds=60)

    for writer in writers:
        writer.join()
    (written,) = held.execute("SELECT count(*) FROM organisation").fetchone()
    held.close()
    # The server ends itself by the same signal once it has done everything.
    assert (answers, written, late, ended_by) == ([201] * 3, 3, [False], signal.SIGTERM)


def wait_until_accepted(service: RealService) -> None:
    """The server takes connections in their order: once a later one was answered, the earlier ones are with it."""
    time.sleep(0.5)
    for _ in range(3):
        httpx.get(f"{service.address}/health", timeout=30).raise_for_status()
        time.sleep(0.1)


def is_served(service: RealService) -> bool:
    try:
        return httpx.get(f"{service.address}/health", timeout=2).is_success
    except httpx.TransportError:
        return False
