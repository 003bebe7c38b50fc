"""What goes wrong around the service has a code, and what to do."""

import errno
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlmodel import select, update
from starlette.testclient import TestClient
from support import ORGANISER, TECHNOLOGY, Api

from matchmaker.app import create_app
from matchmaker.kit.auditing import AuditEntry
from matchmaker.kit.faults import clock_fault, disk_fault, fault_of
from matchmaker.kit.jobs.service import HANDLERS, enqueue, run_job
from matchmaker.settings import Settings

NOW = datetime(2026, 11, 30, 8, tzinfo=UTC)


def of_sqlite(words: str) -> OperationalError:
    return OperationalError("SELECT secret", {}, sqlite3.OperationalError(words))


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (of_sqlite("database or disk is full"), "disk_full"),
        (of_sqlite("attempt to write a readonly database"), "disk_read_only"),
        (of_sqlite("disk I/O error"), "disk_failing"),
        (of_sqlite("database is locked"), "database_unavailable"),
        (OperationalError("", {}, sqlite3.DatabaseError("file is not a database")), "database_damaged"),
        (IntegrityError("", {}, sqlite3.IntegrityError("UNIQUE constraint failed")), None),
        (PoolTimeoutError(), "database_busy"),
        (OSError(errno.ENOSPC, "No space left on device"), "disk_full"),
        (OSError(errno.EROFS, "Read-only file system"), "disk_read_only"),
        (FileNotFoundError(errno.ENOENT, "No such file"), None),
        (ValueError("ours"), None),
    ],
)
def test_an_error_of_the_surroundings_is_known_by_its_code(error: Exception, code: str | None) -> None:
    fault = fault_of(error)

    assert (fault.code if fault else None) == code


def test_a_clock_that_went_back_is_seen_by_what_was_written() -> None:
    found = [clock_fault(NOW + timedelta(minutes=ahead), NOW) for ahead in (-60, 4, 60)]

    assert [fault and fault.params for fault in found] == [None, None, {"seconds": 3600}]
    assert clock_fault(None, NOW) is None


def test_a_disk_with_room_has_no_fault(tmp_path: Path) -> None:
    assert (disk_fault(tmp_path), disk_fault(tmp_path / "not there")) == (None, None)


def test_a_clock_that_is_behind_is_told_and_serving_goes_on(api: Api, owner: int) -> None:
    with api.database.session() as session:
        entry = session.exec(select(AuditEntry).where(AuditEntry.entity == "organisation")).first()
        assert entry
        session.execute(update(AuditEntry).values(at=datetime.now(UTC) + timedelta(hours=2)))

    state = api.client.get("/ready")

    assert (state.status_code, state.json()["problem"]["code"]) == (200, "clock_behind")


def test_a_damaged_database_is_no_fault_of_ours(settings: Settings) -> None:
    (settings.data_folder / "matchmaker.db").write_bytes(b"rubbish" * 10_000)
    client = TestClient(create_app(settings, background=False), raise_server_exceptions=False)

    ready, asked = client.get("/ready"), client.get("/api/postings")

    assert (ready.status_code, ready.json()["database"]) == (503, "unreachable")
    assert ready.json()["problem"]["code"] == "database_damaged"
    assert (asked.status_code, asked.json()["code"]) == (503, "database_damaged")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own with room for a database and little else."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", place], capture_output=True)
    if mounted.returncode:
        pytest.skip("nothing may be mounted here")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


def test_a_full_disk_is_said_and_recovers_by_itself(small_disk: Path, migrated_file: Path) -> None:
    shutil.copy(migrated_file, small_disk / "matchmaker.db")
    settings = Settings(data_folder=small_disk, encoder="hash", models_folder=small_disk / "models")
    app = create_app(settings, background=False)
    api = Api(TestClient(app, raise_server_exceptions=False), app)
    owner = api.organisation()
    filling = small_disk / "filling"

    fill(filling)
    written = [api.call("POST", "/technologies", owner, json=TECHNOLOGY) for _ in range(20)]
    uploaded = api.start_import("technology", b"title\nPin\n" * 1000)
    read = api.call("GET", "/organisations")
    state = api.client.get("/ready").json()
    filling.unlink()
    after = api.call("POST", "/technologies", owner, json=TECHNOLOGY)

    refused = {(one.status_code, one.json().get("code")) for one in (*written, uploaded) if not one.is_success}
    assert (refused, read.status_code, after.status_code) == ({(503, "disk_full")}, 200, 201)
    assert state["problem"]["code"] == "disk_full"
    kept = sum(one.is_success for one in written)
    assert api.get("/postings", owner)["total"] == kept + 1
    app.state.database.engine.dispose()


def fill(file: Path) -> None:
    """Write until there is no room."""
    with file.open("wb", buffering=0) as stream:
        try:
            while True:
                stream.write(bytes(4096))
        except OSError:
            pass


def test_a_disk_that_cannot_be_written_to_is_said(small_disk: Path, migrated_file: Path) -> None:
    shutil.copy(migrated_file, small_disk / "matchmaker.db")
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    settings = Settings(data_folder=small_disk, encoder="hash", secret="k" * 32, acting_as_header=True)
    client: Any = TestClient(create_app(settings, background=False), raise_server_exceptions=False)

    state = client.get("/ready").json()
    body = {"name_vi": "x", "kind": "institute"}
    asked = client.post("/api/organisations", json=body, headers={"X-Acting-As": ORGANISER})

    assert state["problem"]["code"] in ("disk_read_only", "disk_failing")
    assert (asked.status_code, asked.json()["code"]) == (503, state["problem"]["code"])


def test_a_job_goes_on_when_the_database_was_away_for_a_moment(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    raised: list[Exception] = [
        of_sqlite("database or disk is full"),
        OperationalError("", {}, sqlite3.OperationalError("connection to server was lost")),
    ]

    def fail(_: Any) -> dict[str, Any]:
        raise raised.pop()

    monkeypatch.setitem(HANDLERS, "tests.failing", fail)
    with api.database.session() as session:
        away, full = (enqueue(session, "tests.failing", "organiser").id or 0 for _ in range(2))

    with pytest.raises(OperationalError):
        run_job(api.database, api.app.state.services, away)
    run_job(api.database, api.app.state.services, full)

    jobs = [api.get(f"/jobs/{number}") for number in (away, full)]
    assert [(job["state"], job["problem"].get("code")) for job in jobs] == [("running", None), ("failed", "disk_full")]
