"""The migrations make the schema of the code, on both databases, and the service works on both."""

import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect
from sqlmodel import SQLModel
from starlette.testclient import TestClient
from support import PUBLIC, Api

from matchmaker import migrate, tables
from matchmaker.app import create_app
from matchmaker.kit.database import Database
from matchmaker.services import open_matcher
from matchmaker.settings import Settings

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A PostgreSQL server of its own; the folder of its socket."""
    if not PROGRAMS:
        pytest.skip("no PostgreSQL server programs in /usr/lib/postgresql")
    if shutil.which("runuser") is None:
        pytest.skip("no runuser: PostgreSQL refuses to run as root")
    folder = Path(subprocess.check_output(["runuser", "-u", "postgres", "--", "mktemp", "-d"], text=True).strip())
    run("initdb", "-D", folder / "data", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
    options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
    run("pg_ctl", "-D", folder / "data", "-o", options, "-l", folder / "log", "-w", "start")
    yield folder
    run("pg_ctl", "-D", folder / "data", "-m", "immediate", "-w", "stop")
    shutil.rmtree(folder)


def run(program: str, *arguments: Any) -> None:
    """Run one of PostgreSQL's programs as its user."""
    full = [str(PROGRAMS[-1] / program), *map(str, arguments)]
    subprocess.run(["runuser", "-u", "postgres", "--", *full], check=True, capture_output=True, cwd="/")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty database of each kind."""
    if request.param == "sqlite":
        database = Database(f"sqlite:///{tmp_path / 'empty.db'}")
    else:
        folder = request.getfixturevalue("server")
        name = f"t{abs(hash(request.node.name))}"
        run("createdb", "-h", folder, name)
        database = Database(f"postgresql+psycopg://postgres@/{name}?host={folder}")
    yield database
    database.engine.dispose()


@pytest.fixture
def service(empty: Database, tmp_path: Path) -> Iterator[Api]:
    """The service on a migrated database of each kind."""
    migrate.upgrade(empty)
    settings = Settings(
        data_folder=tmp_path / "var",
        encoder="hash",
        database_url=empty.engine.url.render_as_string(hide_password=False),
    )
    app = create_app(settings, background=False)
    open_matcher(app.state.services)
    yield Api(TestClient(app, raise_server_exceptions=False), app)
    app.state.database.engine.dispose()


def test_migrations_make_the_tables_of_the_code(empty: Database) -> None:
    assert not migrate.is_current(empty)

    migrate.upgrade(empty)
    migrate.upgrade(empty)

    with empty.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, SQLModel.metadata)
    assert (migrate.is_current(empty), differences) == (True, [])
    made = set(inspect(empty.engine).get_table_names()) - {"alembic_version"}
    assert made == {getattr(tables, name).__tablename__ for name in tables.__all__}


def test_the_newest_file_is_the_head_of_the_history() -> None:
    assert [migrate.head()] == ScriptDirectory.from_config(migrate.config()).get_heads()


@pytest.mark.parametrize("missing", ["tables", "column"])
def test_a_database_that_is_behind_says_what_to_run(empty: Database, tmp_path: Path, missing: str) -> None:
    if missing == "column":
        migrate.upgrade(empty)
        with empty.engine.begin() as connection:
            connection.exec_driver_sql("ALTER TABLE posting DROP COLUMN region")
            connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0000'")
    url = empty.engine.url.render_as_string(hide_password=False)
    app = create_app(Settings(data_folder=tmp_path, encoder="hash", database_url=url), background=False)
    client = TestClient(app, raise_server_exceptions=False)

    change = {"version": 1, "changes": {"region": "hai-phong"}}
    acting = {"X-Acting-As": "organiser"}
    answers = [client.get("/api/postings"), client.patch("/api/postings/1", json=change, headers=acting)]
    ready = client.get("/ready")

    problem = {"code": "database_not_current", "params": {"command": "matchmaker db upgrade"}}
    assert [answer.status_code for answer in answers] == [503, 503]
    assert [{name: answer.json()[name] for name in problem} for answer in answers] == [problem, problem]
    assert (ready.status_code, ready.json()["database"], ready.json()["problem"]) == (503, "not_current", problem)
    app.state.database.engine.dispose()


def test_migrations_can_be_taken_back(empty: Database) -> None:
    migrate.upgrade(empty)

    with empty.engine.connect() as connection:
        command.downgrade(migrate.config(connection), "base")
        connection.commit()

    assert inspect(empty.engine).get_table_names() == ["alembic_version"]
    migrate.upgrade(empty)
    assert migrate.is_current(empty)


def test_from_a_draft_to_a_search_result(service: Api) -> None:
    owner = service.organisation()
    shown = service.published("technology", owner, keywords=["ống nhiệt"], key="k-1")

    assert [item["id"] for item in service.get("/postings", PUBLIC, sector="energy-efficiency")["items"]] == [
        shown["id"]
    ]
    hits = service.get("/search", PUBLIC, q="Thu hồi nhiệt khí thải")["items"]
    assert [hit["posting"]["id"] for hit in hits] == [shown["id"]]
    assert service.refused("DELETE", f"/postings/{shown['id']}") == (409, "published_before")
    draft = service.need(owner)["id"]
    assert service.call("DELETE", f"/postings/{draft}", owner).status_code == 204


def test_an_import_and_the_ranking_of_everything(service: Api) -> None:
    owner, other = service.organisation(key="a"), service.organisation(name_vi="CÔNG TY Đồ Sơn")
    service.published("need", owner)
    data = "title,organisation\nGiảm tiền điện kho lạnh,công ty đồ sơn\nBơm,a\u0000b\nPin,\n".encode()

    job = service.load("technology", data, publish=True, organisation_id=other)
    ranked = service.run(service.post("/matching/rank-all")["id"])

    assert (job["result"]["created"], job["result"]["rejected"]) == (2, 1)
    assert (ranked["state"], ranked["result"]["candidates"]) == ("done", 2)
    assert service.run(service.post("/matching/rebuild")["id"])["state"] == "done"


def test_of_two_changes_at_once_one_is_refused(service: Api) -> None:
    posting_id = service.technology(service.organisation())["id"]
    found: list[int] = []

    def change(level: int) -> None:
        update = {"version": 1, "changes": {"trl": level}}
        found.append(service.call("PATCH", f"/postings/{posting_id}", json=update).status_code)

    threads = [threading.Thread(target=change, args=(level,)) for level in (1, 2, 3, 4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(found) == [200, 409, 409, 409]
    assert service.get(f"/postings/{posting_id}")["version"] == 2
