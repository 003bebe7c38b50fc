"""A whole service, behind a real port, of which too much is asked at once."""

import sqlite3
import threading
import time
from typing import Any

import httpx
from applications import app_with
from serving import serving

from matchmaker.settings import Settings

ORGANISER = {"X-Acting-As": "organiser"}
BODY = {"name_vi": "Viện Cơ khí Bến Bính", "kind": "institute"}
CROWD = 30


def test_in_a_crowd_some_are_served_and_all_are_answered(settings: Settings) -> None:
    few = settings.model_copy(update={"requests_at_once": 8})
    held = sqlite3.connect(settings.data_folder / "matchmaker.db", isolation_level=None, check_same_thread=False)
    answers: list[httpx.Response] = []

    with app_with(few) as app, serving(app) as address:
        # Nobody can write while we do, so that whoever came first waits in the service.
        held.execute("BEGIN IMMEDIATE")
        writers = [threading.Thread(target=lambda: answers.append(write(address))) for _ in range(CROWD)]
        for writer in writers:
            writer.start()
        wait_until(lambda: len(answers) == CROWD - 6)
        watched = [httpx.get(f"{address}{path}", timeout=10).status_code for path in ("/health", "/ready")]
        held.execute("ROLLBACK")
        for writer in writers:
            writer.join()

    refused = [answer for answer in answers if answer.status_code == 503]
    (written,) = held.execute("SELECT count(*) FROM organisation").fetchone()
    held.close()
    # Of eight places one address has six.
    assert (watched, len(refused), written) == ([200, 200], CROWD - 6, 6)
    assert {(one.json()["code"], one.headers["retry-after"]) for one in refused} == {("overloaded", "5")}


def write(address: str) -> httpx.Response:
    return httpx.post(f"{address}/api/organisations", json=BODY, headers=ORGANISER, timeout=60)


def wait_until(holds: Any) -> None:
    ends = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < ends
        time.sleep(0.02)
