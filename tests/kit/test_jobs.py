"""Jobs: progress, failure, cancelling, and coming back after a crash."""

import os
import subprocess
import threading
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from support import PUBLIC, Api

from matchmaker.kit import clock
from matchmaker.kit.database import Database
from matchmaker.kit.errors import InvalidError
from matchmaker.kit.jobs import workers
from matchmaker.kit.jobs.context import JobContext
from matchmaker.kit.jobs.models import Job, JobState
from matchmaker.kit.jobs.runner import JobRunner
from matchmaker.kit.jobs.service import (
    HANDLERS,
    LANES,
    TIDIERS,
    cancel_job,
    enqueue,
    enqueue_once,
    get_job,
    get_job_alone,
    handler,
    list_jobs,
    run_job,
    run_next,
    tidier,
)
from matchmaker.kit.jobs.workers import MAX_ATTEMPTS, requeue_stale, this_worker

KIND = "test.work"


@pytest.fixture
def work() -> Iterator[list[Any]]:
    """What the handler of these tests was given; ``steps`` of it are reported one by one."""
    given: list[Any] = []

    @handler(KIND)
    def work(context: JobContext, *, steps: int = 1, fail: str = "", **rest: Any) -> dict[str, Any]:
        given.append(rest)
        for done in range(1, steps + 1):
            context.report("working", done, steps)
            if "cancel_at" in rest and done == rest["cancel_at"]:
                with context.database.session() as session:
                    cancel_job(session, get_job(session, context.job_id))
                context._last = 0.0
        if fail == "refused":
            raise InvalidError("too_heavy", kilos=7)
        if fail == "broken":
            raise ValueError("a\ud800 broken")
        return {"steps": steps}

    yield given
    del HANDLERS[KIND]


def asked(database: Database, **values: Any) -> int:
    """A job that waits, with some of its columns set; its id."""
    with database.session() as session:
        job = enqueue(session, KIND, "organiser", **values.pop("params", {}))
        job.sqlmodel_update(values)
        session.add(job)
        session.flush()
        return job.id or 0


def dead_process() -> int:
    """The number of a process that has ended."""
    process = subprocess.Popen(["true"])
    process.wait()
    return process.pid


# --- running -----------------------------------------------------------------------------------------


def test_a_job_is_run_once_and_keeps_its_result(database: Database, work: list[Any]) -> None:
    job_id = asked(database, params={"steps": 3, "colour": "red"})

    jobs = [run_job(database, None, job_id) for _ in range(2)]

    assert work == [{"colour": "red"}]
    assert [(job.state, job.result, job.attempts) for job in jobs] == [(JobState.DONE, {"steps": 3}, 1)] * 2
    assert (jobs[0].stage, jobs[0].done, jobs[0].total) == ("working", 3, 3)
    assert jobs[0].created_at <= jobs[0].started_at <= jobs[0].ended_at  # type: ignore[operator]


def test_every_report_reaches_a_listener(database: Database, work: list[Any]) -> None:
    heard: list[tuple[str, int, int]] = []

    run_job(database, None, asked(database, params={"steps": 3}), lambda *report: heard.append(report))

    assert heard == [("working", 1, 3), ("working", 2, 3), ("working", 3, 3)]


def test_a_report_can_say_more_in_fields(database: Database, work: list[Any]) -> None:
    job_id = asked(database, state=JobState.RUNNING, worker=this_worker())
    context = JobContext(job_id, database, None)

    context.report("planning", 5, 5, {"value": 7, "breaks": None})
    context.report("writing", 1, 1)

    job = get_job_alone(database, job_id)
    assert (job.stage, job.detail) == ("writing", {"value": 7, "breaks": None})


@pytest.mark.parametrize(
    ("fail", "problem"),
    [
        ("refused", {"code": "too_heavy", "params": {"kilos": 7}}),
        ("broken", {"code": "unexpected", "params": {"error": "a broken"}}),
    ],
)
def test_a_failure_is_kept_as_a_problem(api: Api, work: list[Any], fail: str, problem: dict[str, Any]) -> None:
    shown = api.run(asked(api.database, params={"fail": fail}))

    assert (shown["state"], shown["problem"], shown["result"]) == ("failed", problem, {})


def test_two_threads_claim_a_job_once(database: Database, work: list[Any]) -> None:
    job_ids = [asked(database) for _ in range(5)]

    def run_all() -> None:
        for job_id in job_ids:
            run_job(database, None, job_id)

    threads = [threading.Thread(target=run_all) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(work) == 5


def test_a_job_that_waits_is_not_asked_for_again(database: Database) -> None:
    with database.session() as session:
        first = enqueue_once(session, KIND, "organiser").id
        second = enqueue_once(session, KIND, "organiser").id

    assert first == second


def test_no_job_is_left_of_a_transaction_that_failed(database: Database) -> None:
    def enqueue_and_fail() -> None:
        with database.session() as session:
            enqueue(session, KIND, "organiser")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        enqueue_and_fail()

    assert requeue_stale(database) == []


def test_the_runner_takes_up_what_waits(database: Database, work: list[Any]) -> None:
    job_id = asked(database)
    runner = JobRunner(database, None)

    runner.start()
    try:
        state = wait_for_end(database, job_id)
    finally:
        runner.stop()

    assert (state, len(work)) == (JobState.DONE, 1)


def wait_for_end(database: Database, job_id: int) -> JobState:
    """The state of a job once it has ended, or after ten seconds."""
    for _ in range(200):
        with database.session(writes=False) as session:
            state = get_job(session, job_id).state
        if state.ended:
            return state
        threading.Event().wait(0.05)
    return state


# --- side by side ------------------------------------------------------------------------------------


@pytest.fixture
def slow() -> Iterator[threading.Event]:
    """Jobs of a lane of their own, which last until this is set."""
    go_on = threading.Event()

    @handler("test.slow", lane="slow")
    def wait(context: JobContext) -> dict[str, Any]:
        go_on.wait(10)
        return {}

    yield go_on
    go_on.set()
    del HANDLERS["test.slow"], LANES["slow"]


def slow_job(database: Database) -> int:
    with database.session() as session:
        return enqueue(session, "test.slow", "organiser").id or 0


def wait_for_start(database: Database, job_id: int) -> Job:
    """A job once somebody works on it."""
    for _ in range(200):
        job = get_job_alone(database, job_id)
        if job.state is JobState.RUNNING:
            return job
        threading.Event().wait(0.05)
    return job


def test_a_job_that_lasts_holds_up_no_other_lane(database: Database, work: list[Any], slow: threading.Event) -> None:
    long, quick = slow_job(database), asked(database)
    runner = JobRunner(database, None)

    runner.start()
    try:
        assert wait_for_end(database, quick) is JobState.DONE
        assert wait_for_start(database, long).state is JobState.RUNNING
        slow.set()
        assert wait_for_end(database, long) is JobState.DONE
    finally:
        runner.stop()


def test_in_a_lane_the_oldest_job_comes_first(database: Database, work: list[Any]) -> None:
    ids = [asked(database, params={"place": place}) for place in range(3)]
    began: list[int] = []

    while run_next(database, None, "work", began.append):
        pass

    assert (began, [given["place"] for given in work]) == (ids, [0, 1, 2])


def test_who_runs_some_lanes_leaves_the_others(database: Database, work: list[Any], slow: threading.Event) -> None:
    slow.set()
    quick, long = asked(database), slow_job(database)
    runner = JobRunner(database, None, ["slow"])

    runner.start()
    try:
        assert wait_for_end(database, long) is JobState.DONE
    finally:
        runner.stop()

    assert get_job_alone(database, quick).state is JobState.QUEUED


def test_who_stops_gives_back_what_is_not_done(database: Database, slow: threading.Event) -> None:
    job_id = slow_job(database)
    runner = JobRunner(database, None)
    runner.start()
    wait_for_start(database, job_id)

    runner.stop(patience=0.1)

    job = get_job_alone(database, job_id)
    assert (job.state, job.attempts, job.worker) == (JobState.QUEUED, 0, "")


def test_a_job_that_says_nothing_gives_signs_of_life(
    database: Database, slow: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "BEAT_SECONDS", 0.02)
    job_id = slow_job(database)
    thread = threading.Thread(target=run_job, args=(database, None, job_id))
    thread.start()
    first = wait_for_start(database, job_id).heartbeat_at

    for _ in range(200):
        last = get_job_alone(database, job_id).heartbeat_at
        if last != first:
            break
        threading.Event().wait(0.02)
    slow.set()
    thread.join()

    assert first is not None
    assert last is not None
    assert last > first


# --- cancelling --------------------------------------------------------------------------------------


def test_a_job_that_waits_is_cancelled_at_once(api: Api, work: list[Any]) -> None:
    job_id = asked(api.database)

    assert api.post(f"/jobs/{job_id}/cancel")["state"] == "cancelled"
    assert (api.run(job_id)["state"], work) == ("cancelled", [])


def test_a_running_job_stops_at_its_next_report(database: Database, work: list[Any]) -> None:
    job = run_job(database, None, asked(database, params={"steps": 5, "cancel_at": 2}))

    assert (job.state, job.done, job.cancel_requested, job.problem) == (JobState.CANCELLED, 3, True, {})


def test_what_has_ended_cannot_be_cancelled(api: Api, work: list[Any]) -> None:
    job_id = asked(api.database)
    api.run(job_id)

    assert api.refused("POST", f"/jobs/{job_id}/cancel") == (409, "job_ended")


# --- after a crash -----------------------------------------------------------------------------------

HERE = this_worker().split(":")[0]


def worker(name: str) -> str:
    """How a process writes itself into a job."""
    return {
        "dead": f"{HERE}:{dead_process()}:1",
        "former, same number": f"{HERE}:{os.getpid()}:1",
        "other, alive": f"{HERE}:{os.getppid()}:1",
        "elsewhere": "elsewhere:1:1",
        "lost": this_worker(),
    }[name]


@pytest.mark.parametrize(
    ("name", "minutes", "abandoned"),
    [
        ("dead", 0, True),
        ("former, same number", 0, True),
        ("other, alive", 2, False),
        ("other, alive", 4, True),
        ("elsewhere", 2, False),
        ("elsewhere", 4, True),
        ("lost", 2, False),
        ("lost", 4, True),
    ],
)
def test_a_job_of_a_dead_process_waits_again(database: Database, name: str, minutes: int, abandoned: bool) -> None:
    heard = clock.now() - timedelta(minutes=minutes)
    job_id = asked(database, state=JobState.RUNNING, worker=worker(name), heartbeat_at=heard, attempts=1)

    assert requeue_stale(database) == ([job_id] if abandoned else [])


def test_a_job_of_this_process_is_left_alone(database: Database, work: list[Any]) -> None:
    found: list[list[int]] = []
    job_id = asked(database)

    run_job(database, None, job_id, lambda *_: found.append(requeue_stale(database)))

    assert found == [[]]


def test_a_job_that_kills_its_process_is_given_up(database: Database, work: list[Any]) -> None:
    dead = worker("dead")
    again = asked(database, state=JobState.RUNNING, worker=dead, attempts=MAX_ATTEMPTS - 1)
    given_up = asked(database, state=JobState.RUNNING, worker=dead, attempts=MAX_ATTEMPTS)
    cancelled = asked(database, state=JobState.RUNNING, worker=dead, attempts=1, cancel_requested=True)

    assert requeue_stale(database) == [again]
    with database.session(writes=False) as session:
        jobs = [get_job(session, job_id) for job_id in (given_up, cancelled)]
    assert [(job.state, job.problem) for job in jobs] == [
        (JobState.FAILED, {"code": "died_repeatedly", "params": {"attempts": MAX_ATTEMPTS}}),
        (JobState.CANCELLED, {}),
    ]


# --- over HTTP ---------------------------------------------------------------------------------------


def test_jobs_are_seen_by_who_asked_and_by_organisers(api: Api, owner: int, other: int) -> None:
    with api.database.session() as session:
        ids = [enqueue(session, KIND, f"organisation:{who}").id for who in (owner, other)]

    def listed(acting: Any) -> list[int]:
        return [job["id"] for job in api.get("/jobs", acting)["items"]]

    assert [listed(who) for who in (owner, other, "organiser")] == [ids[:1], ids[1:], ids[::-1]]
    assert api.refused("GET", "/jobs", PUBLIC) == (403, "not_your_organisation")
    assert api.get(f"/jobs/{ids[0]}", owner)["state"] == "queued"
    assert api.refused("GET", f"/jobs/{ids[0]}", other) == (404, "job_not_found")
    assert api.refused("POST", f"/jobs/{ids[0]}/cancel", other) == (404, "job_not_found")
    assert api.refused("GET", "/jobs/999") == (404, "job_not_found")


def test_a_list_of_jobs_comes_in_pages(api: Api) -> None:
    ids = [asked(api.database) for _ in range(3)][::-1]

    pages = [api.get("/jobs", limit=2, offset=offset) for offset in (0, 2)]

    assert [[job["id"] for job in page["items"]] for page in pages] == [ids[:2], ids[2:]]
    assert [page["total"] for page in pages] == [3, 3]


def test_a_job_shows_neither_its_parameters_nor_its_worker(api: Api) -> None:
    shown = api.get(f"/jobs/{asked(api.database, params={'secret': 1})}")

    assert set(Job.model_fields) - set(shown) == {"params", "owner", "worker", "heartbeat_at"}


# --- afterwards --------------------------------------------------------------------------------------


@pytest.fixture
def tidied() -> Iterator[list[str]]:
    """The states of all jobs, each time that what they left behind was cleared away."""
    seen: list[str] = []

    @tidier(KIND)
    def note(database: Database, _: Any) -> None:
        with database.session(writes=False) as session:
            seen.append(",".join(job.state for job in list_jobs(session, None, 0, 9)[0]))
        raise OSError("no disk")

    yield seen
    del TIDIERS[KIND]


@pytest.mark.parametrize(
    ("params", "state"),
    [({}, "done"), ({"fail": "broken"}, "failed"), ({"steps": 5, "cancel_at": 1}, "cancelled")],
)
def test_a_job_is_cleared_away_once_its_end_is_written(
    database: Database, work: list[Any], tidied: list[str], params: dict[str, Any], state: str
) -> None:
    job = run_job(database, None, asked(database, params=params))

    assert (job.state, tidied) == (state, [state])


def test_a_service_clears_away_when_it_starts(database: Database, tidied: list[str]) -> None:
    asked(database, state=JobState.FAILED)
    runner = JobRunner(database, None)

    runner.start()
    runner.stop()

    assert tidied == ["failed"]


def test_who_was_taken_for_dead_does_not_end_the_job_of_another(database: Database, work: list[Any]) -> None:
    job_id = asked(database, params={"steps": 1})

    def taken(*_: Any) -> None:
        with database.session() as session:
            job = get_job(session, job_id)
            job.worker = "elsewhere:1:1"
            session.add(job)

    assert run_job(database, None, job_id, taken).state is JobState.RUNNING
