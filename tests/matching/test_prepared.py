"""What is made ready before anybody asks: vectors of quoted sentences, of sectors, and overviews of everything."""

import threading
import time
from typing import Any

import pytest
from sqlmodel import func, select
from support import Api

from matchmaker.embedding.models import Embedding
from matchmaker.kit.jobs.models import Job
from matchmaker.kit.jobs.service import enqueue
from matchmaker.kit.remembered import Remembered
from matchmaker.matching.jobs import PREPARE_REASONS


def stored(api: Api) -> int:
    with api.database.session(writes=False) as session:
        return session.exec(select(func.count()).select_from(Embedding)).one()


@pytest.fixture
def need(api: Api, owner: int, other: int) -> int:
    """A need with a technology, ranked, and the sentences of both made ready."""
    found = int(api.published("need", other)["id"])
    api.published("technology", owner)
    api.run(api.post("/matching/rank-all")["id"])
    with api.database.session(writes=False) as session:
        job = session.exec(select(Job.id).where(Job.kind == PREPARE_REASONS)).one()
    assert api.run(job or 0)["result"]["postings"] == 2
    return found


def test_showing_candidates_encodes_nothing_more_once_sentences_are_ready(api: Api, need: int) -> None:
    before = stored(api)

    shown = api.get(f"/postings/{need}/candidates")

    assert len(shown["items"][0]["reasons"]) > 0
    assert stored(api) == before


@pytest.mark.parametrize("path", ["/matching/rank-all", "/matching/rebuild"])
def test_a_job_that_comes_before_the_matcher_is_loaded_loads_it(api: Api, need: int, path: str) -> None:
    """As one that a killed process left behind, and the next takes up at its start."""
    job = api.post(path)["id"]
    api.app.state.services.matcher = None

    assert api.run(job)["state"] == "done"


def test_reasons_are_made_ready_before_the_matcher_is_loaded(api: Api, need: int) -> None:
    with api.database.session() as session:
        job = enqueue(session, PREPARE_REASONS, "service").id
    api.app.state.services.matcher = None

    assert api.run(job or 0)["result"]["postings"] == 2


def test_sectors_are_encoded_once(api: Api) -> None:
    first = api.post("/sectors/suggest", {"text": "Điện mặt trời áp mái"})
    before = stored(api)

    again = api.post("/sectors/suggest", {"text": "Điện mặt trời áp mái"})

    assert (first, stored(api)) == (again, before)
    assert before > 0


def test_suggesting_sectors_waits_for_no_writer(api: Api) -> None:
    api.post("/sectors/suggest", {"text": "Lò hơi"})
    with api.database.session() as writer:
        writer.exec(select(1))

        answer = api.call("POST", "/sectors/suggest", json={"text": "Lò hơi"})

    assert answer.status_code == 200


def test_an_overview_is_made_once_for_a_state() -> None:
    made: list[int] = []
    kept = Remembered()

    def make() -> int:
        made.append(len(made))
        return made[-1]

    assert [kept.get("map", state, make, in_background=False) for state in (1, 1, 2, 2, 1)] == [0, 0, 1, 1, 2]


def test_a_large_overview_is_given_as_it_was_while_it_is_made_again() -> None:
    kept = Remembered()
    begun, may_end = threading.Event(), threading.Event()

    def make_slowly() -> str:
        begun.set()
        assert may_end.wait(10)
        return "new"

    first = kept.get("map", 1, lambda: "old", in_background=True)
    meanwhile = [kept.get("map", 2, make_slowly, in_background=True) for _ in range(3)]
    assert begun.wait(10)
    may_end.set()
    for thread in threading.enumerate():
        if thread.name == "overview":
            thread.join(10)

    assert (first, meanwhile) == ("old", ["old", "old", "old"])
    assert kept.get("map", 2, pytest.fail, in_background=True) == "new"


def test_many_who_ask_at_once_wait_for_one() -> None:
    kept, made = Remembered(), []
    asking = threading.Barrier(4)

    def make() -> str:
        time.sleep(0.05)
        made.append(1)
        return "map"

    def ask() -> None:
        asking.wait(10)
        found.append(kept.get("map", 1, make, in_background=True))

    found: list[str] = []
    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)

    assert (found, len(made)) == (["map"] * 4, 1)


def test_an_overview_that_fails_is_tried_again() -> None:
    kept = Remembered()
    kept.get("map", 1, lambda: "old", in_background=True)

    def fail() -> Any:
        raise RuntimeError("no")

    for _ in range(2):
        assert kept.get("map", 2, fail, in_background=True) == "old"
        for thread in threading.enumerate():
            if thread.name == "overview":
                thread.join(10)
    assert kept.get("map", 2, lambda: "new", in_background=False) == "new"
