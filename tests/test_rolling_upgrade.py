"""Versions side by side on one database: new code before the upgrade, old code after it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import inspect, text
from sqlmodel import SQLModel
from starlette.testclient import TestClient
from support import PUBLIC, Api
from test_migrations import empty, server  # noqa: F401

from matchmaker import migrate, tables
from matchmaker.app import create_app
from matchmaker.kit.database import Database
from matchmaker.migrate import OLDEST_SERVED, SchemaState, state_of
from matchmaker.services import open_matcher
from matchmaker.settings import Settings

Columns = dict[str, dict[str, Any]]


@pytest.mark.parametrize(
    ("revision", "state"),
    [
        ("0116", SchemaState.CURRENT),
        ("0115", SchemaState.PENDING),
        ("0114", SchemaState.OTHER),
        ("0117", SchemaState.NEWER),
        ("0199", SchemaState.NEWER),
        ("0200", SchemaState.OTHER),
        (None, SchemaState.OTHER),
        ("strange", SchemaState.OTHER),
    ],
)
def test_which_databases_are_served(revision: str | None, state: SchemaState) -> None:
    assert state_of(revision, "0116", "0115") is state


def served_at(database: Database, folder: Path) -> Api:
    """This version on a database as it is."""
    settings = Settings(data_folder=folder / "var", encoder="hash", database_url=database.url)
    app = create_app(settings, background=False)
    open_matcher(app.state.services)
    return Api(TestClient(app, raise_server_exceptions=False), app)


@pytest.fixture
def before_upgrade(empty: Database, tmp_path: Path) -> Iterator[Api]:  # noqa: F811
    """This version on the oldest database that it says it serves."""
    migrate.upgrade(empty, OLDEST_SERVED)
    api = served_at(empty, tmp_path)
    yield api
    api.database.engine.dispose()


@pytest.fixture
def after_upgrade(empty: Database, tmp_path: Path) -> Iterator[Api]:  # noqa: F811
    """This version on a database that a later one has added to."""
    migrate.upgrade(empty)
    with empty.engine.begin() as connection:
        for table in ("posting", "organisation", "job", "audit_entry"):
            connection.execute(text(f"ALTER TABLE {table} ADD COLUMN later VARCHAR(20) DEFAULT 'x' NOT NULL"))
            connection.execute(text(f"ALTER TABLE {table} ADD COLUMN maybe INTEGER"))
        connection.execute(text("CREATE TABLE later (id INTEGER PRIMARY KEY, posting_id INTEGER REFERENCES posting)"))
        connection.execute(text("UPDATE alembic_version SET version_num = :next"), {"next": next_revision()})
    api = served_at(empty, tmp_path)
    yield api
    api.database.engine.dispose()


def next_revision() -> str:
    return f"{int(migrate.head()) + 1:04d}"


def live(api: Api) -> None:
    """From a draft to an answer of a search, an import, a ranking, a sign-in page and an event."""
    owner, other = api.organisation(key="a"), api.organisation(name_vi="Kho lạnh", kind="enterprise", key="b")
    shown, need = api.published("technology", owner), api.published("need", other)
    api.load("technology", "title,organisation\nBơm nhiệt,a\n".encode(), publish=True, organisation_id=owner)
    ended = api.run(api.post("/matching/rank-all")["id"])
    assert (ended["state"], ended["result"]["candidates"]) == ("done", 2)
    assert api.get("/search", PUBLIC, q="Thu hồi nhiệt khí thải")["items"][0]["posting"]["id"] == shown["id"]
    assert {item["posting"]["id"] for item in api.get(f"/postings/{need['id']}/candidates")["items"]} >= {shown["id"]}
    for path in ("/indicators", "/audit", "/jobs", "/events", "/cases", "/plans", "/webhooks", "/me"):
        assert api.call("GET", path).status_code in (200, 401), path


def test_new_code_serves_the_database_of_the_version_before(before_upgrade: Api) -> None:
    live(before_upgrade)

    ready = before_upgrade.client.get("/ready")
    expected = SchemaState.CURRENT if migrate.head() == OLDEST_SERVED else SchemaState.PENDING
    assert (ready.status_code, ready.json()["database"], ready.json()["ready"]) == (200, expected.value, True)


def test_old_code_serves_the_database_of_the_next_version(after_upgrade: Api) -> None:
    live(after_upgrade)

    ready = after_upgrade.client.get("/ready")
    assert (ready.status_code, ready.json()["database"], ready.json()["ready"]) == (200, "newer", True)


def test_a_database_that_old_code_must_not_touch_is_not_served(after_upgrade: Api) -> None:
    with after_upgrade.database.engine.begin() as connection:
        generation = int(migrate.head()[:-2]) + 1
        connection.execute(text("UPDATE alembic_version SET version_num = :next"), {"next": f"{generation:02d}00"})

    ready = after_upgrade.client.get("/ready")

    assert (ready.status_code, ready.json()["database"]) == (503, "not_current")


def test_what_needs_a_table_that_is_not_there_yet_says_so_and_nothing_else_does(before_upgrade: Api) -> None:
    with before_upgrade.database.engine.begin() as connection:
        connection.execute(text("DROP TABLE national_record"))

    owner = before_upgrade.organisation()
    shown = before_upgrade.published("technology", owner)

    assert before_upgrade.refused("GET", "/national-records") == (503, "database_not_current")
    assert before_upgrade.get(f"/postings/{shown['id']}")["state"] == "published"


# --- what the rule asks of migrations ---


@pytest.fixture
def both_schemas(tmp_path: Path) -> tuple[Columns, Columns]:
    """The columns of all tables at the oldest database that is served, and at the newest."""
    found = []
    for revision in (OLDEST_SERVED, "head"):
        database = Database(f"sqlite:///{tmp_path / revision}.db")
        migrate.upgrade(database, revision)
        look = inspect(database.engine)
        found.append({name: {one["name"]: one for one in look.get_columns(name)} for name in look.get_table_names()})
        database.engine.dispose()
    return found[0], found[1]


def test_migrations_since_the_oldest_served_only_add(both_schemas: tuple[Columns, Columns]) -> None:
    old, new = both_schemas
    problems = []
    for table, columns in old.items():
        for name, column in columns.items():
            now = new.get(table, {}).get(name)
            if now is None or str(now["type"]) != str(column["type"]) or (column["nullable"] and not now["nullable"]):
                problems.append(f"{table}.{name} was removed or narrowed")
        for name in set(new.get(table, {})) - set(columns):
            added = new[table][name]
            if not added["nullable"] and added["default"] is None:
                problems.append(f"{table}.{name} is new, and old code does not fill it in")
    assert problems == [], "begin a new hundred of revisions, or add first and remove a version later"


def test_tables_of_the_oldest_served_have_all_columns_that_are_read(both_schemas: tuple[Columns, Columns]) -> None:
    old, _ = both_schemas
    assert tables.__all__

    missing = [
        f"{table.name}.{column.name}"
        for table in SQLModel.metadata.sorted_tables
        for column in table.columns
        if table.name in old and column.name not in old[table.name]
    ]

    assert missing == [], "raise OLDEST_SERVED in matchmaker/migrate.py to the revision that adds them"
