"""Uploaded files: there as long as somebody needs them, and no longer."""

import os
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import col, update
from support import Api

from matchmaker.catalogue.import_routes import keep_upload
from matchmaker.catalogue.jobs import ORPHAN_SECONDS
from matchmaker.kit import clock
from matchmaker.kit.jobs.models import Job, JobState
from matchmaker.kit.jobs.service import tidy
from matchmaker.kit.jobs.workers import MAX_ATTEMPTS, requeue_stale, this_worker

GOOD = b"key,title\na,One\n"
HALF = b"key,title,trl\na,One,3\nb,Two,70\n"
BROKEN = b"\x89PNG\r\n\x1a\n"
# A former process of this host, in whose place this one runs.
DEAD = this_worker().rpartition(":")[0] + ":former"


@pytest.fixture
def folder(api: Api) -> Path:
    """Where uploads are kept."""
    found: Path = api.app.state.services.upload_folder
    return found


def start(api: Api, owner: int, data: bytes = GOOD, **form: Any) -> int:
    """The job of an upload."""
    return int(api.start_import("technology", data, acting=owner, **form).json()["id"])


def files(folder: Path) -> int:
    """How many uploads there are."""
    return len(list(folder.iterdir()))


def set_job(api: Api, job_id: int, **values: Any) -> None:
    """Change a job's row."""
    with api.database.session() as session:
        session.execute(update(Job).where(col(Job.id) == job_id).values(**values))


def sweep(api: Api) -> None:
    """What happens at the start of a service and every hour."""
    tidy(api.database, api.app.state.services)


@pytest.mark.parametrize(
    ("data", "form", "state", "left"),
    [
        (GOOD, {"dry_run": False}, "done", 0),
        (GOOD, {"dry_run": True}, "done", 0),
        (BROKEN, {}, "failed", 0),
        (HALF, {"dry_run": False}, "done", 1),
    ],
)
def test_an_upload_goes_with_its_job_unless_rows_were_rejected(
    api: Api, owner: int, folder: Path, data: bytes, form: dict[str, Any], state: str, left: int
) -> None:
    job_id = start(api, owner, data, **form)
    before = files(folder)

    job = api.run(job_id)

    assert (before, job["state"], files(folder)) == (1, state, left)


def test_rejected_rows_are_given_back_for_some_days(api: Api, owner: int, folder: Path) -> None:
    job_id = start(api, owner, HALF)
    api.run(job_id)

    found = []
    for days in (13, 15):
        set_job(api, job_id, ended_at=clock.now() - timedelta(days=days))
        for file in folder.iterdir():
            os.utime(file, (time.time() - days * 86_400,) * 2)
        sweep(api)
        found.append((files(folder), api.call("GET", f"/imports/{job_id}/rejected", owner).status_code))

    assert found == [(1, 200), (0, 404)]
    assert api.refused("GET", f"/imports/{job_id}/rejected", owner) == (404, "upload_gone")


def test_without_rejected_rows_the_table_of_them_is_empty(api: Api, owner: int) -> None:
    job_id = start(api, owner)
    api.run(job_id)

    assert api.call("GET", f"/imports/{job_id}/rejected", owner).content == b"\xef\xbb\xbferrors\r\n"


def test_a_cancelled_import_leaves_nothing(api: Api, owner: int, folder: Path) -> None:
    job_id = start(api, owner)
    api.post(f"/jobs/{job_id}/cancel", acting=owner)

    sweep(api)

    assert files(folder) == 0


def test_an_upload_that_waits_is_kept_however_old(api: Api, owner: int, folder: Path) -> None:
    job_id = start(api, owner)
    set_job(api, job_id, created_at=clock.now() - timedelta(days=99))
    for file in folder.iterdir():
        os.utime(file, (0, 0))

    sweep(api)

    assert (files(folder), api.run(job_id)["state"]) == (1, "done")


def test_a_killed_import_finds_its_upload_again(api: Api, owner: int, folder: Path) -> None:
    job_id = start(api, owner)
    set_job(api, job_id, state=JobState.RUNNING, worker=DEAD, heartbeat_at=clock.now(), attempts=1)
    for file in folder.iterdir():
        os.utime(file, (0, 0))

    sweep(api)
    waiting = requeue_stale(api.database)
    sweep(api)

    assert (waiting, files(folder), api.run(job_id)["state"], files(folder)) == ([job_id], 1, "done", 0)


def test_an_import_that_is_given_up_leaves_nothing(api: Api, owner: int, folder: Path) -> None:
    job_id = start(api, owner)
    set_job(api, job_id, state=JobState.RUNNING, worker=DEAD, attempts=MAX_ATTEMPTS)

    requeue_stale(api.database)
    sweep(api)

    assert (api.get(f"/jobs/{job_id}")["state"], files(folder)) == ("failed", 0)


def test_what_never_got_a_job_is_removed_in_time(api: Api, folder: Path) -> None:
    young, old = (folder / keep_upload(folder, GOOD) for _ in range(2))
    os.utime(old, (time.time() - ORPHAN_SECONDS - 1,) * 2)

    sweep(api)

    assert list(folder.iterdir()) == [young]


def test_the_same_file_twice_is_two_uploads(api: Api, owner: int, folder: Path) -> None:
    first, second = start(api, owner), start(api, owner)

    left = []
    for job_id in (first, second):
        assert api.run(job_id)["state"] == "done"
        left.append(files(folder))

    assert left == [1, 0]
