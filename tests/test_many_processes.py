"""Several processes on one PostgreSQL: two that answer and run no jobs, and two workers."""

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from people import PASSWORD, person
from processes import Processes, is_ready, processes_on, waited_for
from sqlmodel import func, select
from test_migrations import run, server  # noqa: F401

from matchmaker import migrate
from matchmaker.accounts.throttling import FREE_WITH_ACCOUNT
from matchmaker.catalogue.models import Posting, ReviewEvent, State
from matchmaker.catalogue.tables import write_jsonl
from matchmaker.kit.database import Database
from matchmaker.kit.jobs.models import Job, JobState
from matchmaker.kit.locks import leading

pytestmark = pytest.mark.postgres
ORGANISER = {"X-Acting-As": "organiser"}
SAME_SITE = {"Sec-Fetch-Site": "same-origin"}
ROWS = 1200


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory, server: Path) -> Iterator[Processes]:  # noqa: F811
    """An empty catalogue on PostgreSQL with nobody at work yet."""
    run("createdb", "-h", server, "many")
    database = Database(f"postgresql+psycopg://postgres@/many?host={server}")
    migrate.upgrade(database)
    with processes_on(tmp_path_factory.mktemp("many"), database) as made:
        yield made
    database.engine.dispose()


@pytest.fixture(scope="module")
def both(many: Processes) -> Iterator[tuple[httpx.Client, httpx.Client]]:
    """Two processes that answer, with two workers behind them."""
    clients = many.serve(), many.serve()
    for _ in range(2):
        many.start("worker")
    assert all(waited_for(lambda client=client: is_ready(client)) for client in clients)
    yield clients
    for client in clients:
        client.close()


def job_of(many: Processes, job_id: int) -> Job:
    with many.database.session(writes=False) as session:
        return session.get_one(Job, job_id)


def test_a_killed_worker_leaves_its_import_to_the_other(many: Processes, both: tuple[httpx.Client, ...]) -> None:
    first = both[0]
    owner = first.post("/api/organisations", headers=ORGANISER, json={"name_vi": "Viện", "kind": "institute"}).json()
    rows = write_jsonl([{"key": f"k{number}", "title": f"Máy bơm số {number}"} for number in range(ROWS)])
    form = {"kind": "technology", "dry_run": "false", "publish": "true", "organisation_id": str(owner["id"])}
    asked = first.post("/api/imports", headers=ORGANISER, data=form, files={"file": ("rows.jsonl", rows)}).json()

    begun = waited_for(lambda: (job := job_of(many, asked["id"])).done and job)
    os.kill(int(begun.worker.split(":")[1]), signal.SIGKILL)
    ended = waited_for(lambda: (job := job_of(many, asked["id"])).state.ended and job)

    assert (0 < begun.done < ROWS, ended.state, ended.attempts) == (True, JobState.DONE, 2)
    assert ended.worker != begun.worker
    with many.database.session(writes=False) as session:
        published = session.exec(select(func.count()).where(Posting.state == State.PUBLISHED)).one()
        steps = session.exec(select(func.count()).where(ReviewEvent.to_state == State.PUBLISHED)).one()
    assert (published, steps) == (ROWS, ROWS)
    answers = first.get(f"/api/imports/{asked['id']}/rows", headers=ORGANISER).json()
    assert answers["total"] == ROWS

    def found() -> list[int]:
        return [client.get("/api/search", params={"q": f"Máy bơm số {ROWS - 1}"}).json()["total"] for client in both]

    # Each process has an index of its own, and takes up what a worker has written.
    assert waited_for(lambda: found() == [ROWS, ROWS]), found()


def test_who_signed_in_at_one_is_known_to_the_other(many: Processes, both: tuple[httpx.Client, ...]) -> None:
    first, second = both
    person(many.database, "lan@two.example")

    answer = first.post("/api/sign-in", json={"email": "lan@two.example", "password": PASSWORD}, headers=SAME_SITE)
    signed_in = SAME_SITE | {"Cookie": "; ".join(f"{name}={value}" for name, value in answer.cookies.items())}
    first.cookies.clear()
    there = second.get("/api/me", headers=signed_in).json()
    gone = second.post("/api/sign-out", headers=signed_in)

    assert (answer.status_code, there["account"]["email"], gone.is_success) == (200, "lan@two.example", True)
    assert first.get("/api/me", headers=signed_in).json()["account"] is None


def test_failures_are_counted_over_both(many: Processes, both: tuple[httpx.Client, ...]) -> None:
    person(many.database, "minh@two.example")
    wrong = {"email": "minh@two.example", "password": "không phải"}

    statuses = [
        both[number % 2].post("/api/sign-in", json=wrong, headers=SAME_SITE).status_code
        for number in range(FREE_WITH_ACCOUNT + 2)
    ]

    assert statuses == [401] * FREE_WITH_ACCOUNT + [429] * 2


def test_what_was_asked_for_at_one_is_counted_at_the_other(many: Processes) -> None:
    limited = {"MATCHMAKER_ACTING_AS_HEADER": "false", "MATCHMAKER_CALLS_PER_ADDRESS": "30"}
    first, second = many.serve(**limited), many.serve(**limited)
    assert waited_for(lambda: is_ready(first) and is_ready(second))

    def status(client: httpx.Client) -> int:
        return client.get("/api/sectors").status_code

    here = [status(first) for _ in range(30)]

    assert here == [200] * 30
    # A point comes back every two seconds, and is taken by each look.
    assert waited_for(lambda: status(second) == 429)
    first.close()
    second.close()


def test_a_stream_tells_what_was_changed_at_the_other(both: tuple[httpx.Client, ...]) -> None:
    first, second = both
    accept = {**ORGANISER, "Accept": "text/event-stream"}
    with first.stream("GET", "/api/indicators/stream", headers=accept, timeout=20) as stream:
        events = read_events(stream)
        before = next(events)

        made = second.post("/api/organisations", headers=ORGANISER, json={"name_vi": "Kho lạnh", "kind": "enterprise"})
        need = {"title": "Kho lạnh", "problem": "Điện đắt", "organisation_id": made.json()["id"]}
        posting = second.post("/api/needs", headers=ORGANISER, json=need).json()
        for state in ("submitted", "published"):
            moved = second.post(f"/api/postings/{posting['id']}/state", headers=ORGANISER, json={"state": state})
            assert moved.is_success, moved.text
        told = next(figures for _, figures in events if needs_in(figures) == 1)

    assert (before[0], needs_in(before[1]), needs_in(told)) == ("figures", 0, 1)


def needs_in(told: dict[str, Any]) -> Any:
    """The number of needs, where an event says it."""
    return next((figure["value"] for figure in told["figures"] if figure["code"] == "needs"), None)


def read_events(stream: httpx.Response) -> Iterator[tuple[str, Any]]:
    """Name and content of each event."""
    name = ""
    for line in stream.iter_lines():
        if line.startswith("event: "):
            name = line.removeprefix("event: ")
        if line.startswith("data: "):
            yield name, json.loads(line.removeprefix("data: "))


def test_what_is_remembered_follows_changes_at_the_other(both: tuple[httpx.Client, ...]) -> None:
    first = both[0]

    def numbers(client: httpx.Client) -> Any:
        return client.get("/api/postings/facets", params={"kind": "need"}).json()

    before = [numbers(client) for client in both]
    posting = first.get("/api/postings", params={"kind": "need"}).json()["items"][0]
    closed = {"state": "closed", "reasons": ["thôi"]}
    first.post(f"/api/postings/{posting['id']}/state", headers=ORGANISER, json=closed).raise_for_status()
    after = [numbers(client) for client in both]

    assert (before[0], after[0]) == (before[1], after[1])
    assert before != after


def test_of_two_processes_one_makes_the_rounds(many: Processes) -> None:
    other = Database(many.database.url)

    with leading(many.database, "x") as first, leading(other, "x") as second, leading(other, "y") as beside:
        assert (first, second, beside) == (True, False, True)
    with leading(other, "x") as after:
        assert after
    other.engine.dispose()
