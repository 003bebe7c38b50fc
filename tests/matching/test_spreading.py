"""Encoding in pieces: how they are cut, asked for once, worked on by several processes, and taken up after a crash."""

import os
import signal
import threading
from pathlib import Path
from typing import Any

import pytest
from processes import SLOW_WORKER, processes_on, waited_for
from sqlmodel import col, delete, func, select
from support import Api
from test_migrations import empty, server, service  # noqa: F401

from matchmaker.catalogue.tables import write_jsonl
from matchmaker.embedding.models import Embedding
from matchmaker.kit.database import Database
from matchmaker.kit.jobs.models import Job, JobState
from matchmaker.kit.jobs.runner import JobRunner
from matchmaker.kit.jobs.service import run_job
from matchmaker.matching import spreading
from matchmaker.matching.engine import read_rows
from matchmaker.matching.spreading import ENCODE, encode_together, pieces_of

TEXTS = 210


@pytest.mark.parametrize(
    ("lacking", "pieces"),
    [
        ([], []),
        ([7], [(7, 7)]),
        ([1, 2, 3, 4, 5], [(1, 2), (3, 4), (5, 5)]),
        ([1, 1, 1, 9], [(1, 1), (9, 9)]),
        ([1, 2, 2, 2, 30], [(1, 2), (30, 30)]),
    ],
)
def test_texts_of_one_posting_stay_in_one_piece(lacking: list[int], pieces: list[tuple[int, int]]) -> None:
    assert pieces_of(lacking, 2) == pieces


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pieces of twenty texts."""
    for name, number in (("PIECE", 20), ("STEP", 5), ("SPREAD_FROM", 40)):
        monkeypatch.setattr(spreading, name, number)


def without_vectors(api: Api, texts: int = TEXTS) -> Api:
    """A catalogue that nobody has encoded yet."""
    rows = [{"key": f"k{number}", "title": f"Thiết bị số {number}"} for number in range(texts)]
    api.load("technology", write_jsonl(rows), "rows.jsonl", publish=True, organisation_id=api.organisation())
    forget_vectors(api.database)
    return api


def forget_vectors(database: Database) -> None:
    """Also the jobs that made them."""
    with database.session() as session:
        session.exec(delete(Embedding))
        session.exec(delete(Job).where(col(Job.kind) == ENCODE))


def pieces_in(database: Database) -> list[Job]:
    with database.session(writes=False) as session:
        return list(session.exec(select(Job).where(Job.kind == ENCODE).order_by("id")))


def number_of_vectors(database: Database) -> int:
    with database.session(writes=False) as session:
        return session.exec(select(func.count()).select_from(Embedding)).one()


def encode(api: Api, progress: Any = None) -> None:
    services = api.app.state.services
    with api.database.session(writes=False) as session:
        rows = read_rows(session)
    encode_together(api.database, services, services.matcher.engine.encoder, rows, progress)


def test_who_is_alone_works_on_all_pieces(api: Api, small: None) -> None:
    without_vectors(api)
    heard: list[tuple[int, int]] = []

    encode(api, lambda done, total: heard.append((done, total)))

    jobs = pieces_in(api.database)
    assert (len(jobs), {job.state for job in jobs}) == (11, {JobState.DONE})
    assert (number_of_vectors(api.database), heard[0], heard[-1]) == (TEXTS, (0, 220), (220, 220))
    assert sum(job.result["texts"] for job in jobs) == TEXTS


def test_few_texts_are_no_job(api: Api, small: None) -> None:
    without_vectors(api, 30)

    encode(api)

    assert (pieces_in(api.database), number_of_vectors(api.database)) == ([], 0)


def test_a_rebuild_finds_what_was_encoded_together(api: Api, small: None) -> None:
    without_vectors(api)

    ended = api.run(api.post("/matching/rebuild")["id"])

    assert (ended["result"]["texts"]["technology"], len(pieces_in(api.database))) == (TEXTS, 11)
    assert api.get("/search", q="Thiết bị số 7")["items"][0]["posting"]["title"] == "Thiết bị số 7"


def test_a_piece_that_fails_holds_nobody_up(api: Api, small: None) -> None:
    without_vectors(api)
    with api.database.session() as session:
        session.add(Job(kind=ENCODE, params={"model": "another", "first": 1, "last": 2}))
    (strange,) = pieces_in(api.database)

    ended = run_job(api.database, api.app.state.services, strange.id or 0)
    encode(api)

    assert (ended.state, ended.problem["code"]) == (JobState.FAILED, "model_not_here")
    assert number_of_vectors(api.database) == TEXTS


@pytest.mark.postgres
@pytest.mark.parametrize("empty", ["postgresql"], indirect=True)
def test_two_workers_share_and_the_killed_one_is_made_up_for(service: Api, small: None, tmp_path: Path) -> None:  # noqa: F811
    api = without_vectors(service)
    services = api.app.state.services
    # Others work: as in a process that runs jobs, but whose own threads have not begun.
    services.runner = JobRunner(api.database, services, ["encoding"])
    with processes_on(tmp_path / "var", api.database) as processes:
        workers = [processes.start(str(tmp_path), program=SLOW_WORKER) for _ in range(2)]

        asking = threading.Thread(target=encode, args=(api,), daemon=True)
        asking.start()

        def begun() -> Job | None:
            """A piece in its middle, once both have had one."""
            jobs = pieces_in(api.database)
            both = len({job.worker for job in jobs if job.worker}) == 2
            return next((job for job in jobs if both and job.state is JobState.RUNNING and job.done), None)

        killed = waited_for(begun)
        os.kill(int(killed.worker.split(":")[1]), signal.SIGKILL)
        asking.join()
        assert sorted(worker.poll() is None for worker in workers) == [False, True]

    jobs = pieces_in(api.database)
    assert (len(jobs), {job.state for job in jobs}) == (11, {JobState.DONE})
    assert sorted(job.attempts for job in jobs) == [1] * 10 + [2]
    assert number_of_vectors(api.database) == TEXTS
