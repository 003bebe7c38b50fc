"""Everything goes from one database to another and back, on the way that a command takes, and nothing changes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from busy_year import live_through
from rows import fill
from sqlalchemy import text
from support import Api
from test_migrations import run, server  # noqa: F401

from matchmaker import migrate
from matchmaker.kit.database import Database
from matchmaker.kit.errors import ConflictError, UnavailableError
from matchmaker.saving.canonical import TableDigest, as_bytes
from matchmaker.saving.moving import CACHES, CopyDamagedError, digests_of, move, one_moment


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Database]:
    """Another empty SQLite database of this version."""
    made = Database(f"sqlite:///{tmp_path / 'other.db'}")
    migrate.upgrade(made)
    yield made
    made.engine.dispose()


def digests(database: Database) -> dict[str, Any]:
    with one_moment(database) as connection:
        return {name: digest.told() for name, digest in digests_of(connection).items()}


@pytest.mark.postgres
def test_from_sqlite_to_postgresql_and_back(api: Api, other: Database, server: Path) -> None:  # noqa: F811
    live_through(api)
    run("createdb", "-h", server, "moved")
    middle = Database(f"postgresql+psycopg://postgres@/moved?host={server}")
    migrate.upgrade(middle)
    before = digests(api.database)

    there = move(api.database, middle)
    back = move(middle, other)

    assert {name: digest.told() for name, digest in there.items()} == before == digests(middle)
    assert {name: digest.told() for name, digest in back.items()} == before == digests(other)
    assert sum(one["rows"] for one in before.values()) > 150
    with middle.session() as session:
        last = session.execute(text("SELECT max(id) FROM organisation")).scalar_one()
        following = session.execute(text("SELECT nextval(pg_get_serial_sequence('organisation', 'id'))")).scalar_one()
        known = session.execute(text("SELECT reltuples FROM pg_class WHERE relname = 'organisation'")).scalar_one()
    assert following == last + 1
    # Plans of queries are made for what is there, from the first one on.
    assert known == before["organisation"]["rows"]
    middle.engine.dispose()


@pytest.mark.postgres
def test_every_kind_of_value_comes_through(tmp_path: Path, other: Database, server: Path) -> None:  # noqa: F811
    run("createdb", "-h", server, "values")
    source = Database(f"postgresql+psycopg://postgres@/values?host={server}")
    migrate.upgrade(source)
    with source.engine.begin() as connection:
        rows = sum(number for name, number in fill(connection).items() if name not in CACHES)
        connection.execute(text("UPDATE job SET params = 'null' WHERE id = 1"))

    told = move(source, other)

    assert (sum(one.rows for one in told.values()), digests(source)) == (rows, digests(other))
    with other.engine.connect() as connection:
        nulls = connection.execute(text("SELECT params FROM job WHERE id = 1")).scalar_one()
    assert nulls == "null"
    source.engine.dispose()


def test_only_an_empty_database_is_filled(api: Api, other: Database) -> None:
    api.organisation()
    move(api.database, other)

    with pytest.raises(ConflictError, match="database_not_empty"):
        move(api.database, other)


def test_both_must_have_the_schema_of_this_version(api: Api, tmp_path: Path) -> None:
    with pytest.raises(UnavailableError, match="database_not_current"):
        move(api.database, Database(f"sqlite:///{tmp_path / 'new.db'}"))


def test_what_is_changed_on_the_way_is_found_and_nothing_is_kept(api: Api, other: Database) -> None:
    api.organisation(name_vi="Một")
    with other.engine.begin() as connection:
        # As a database would that cuts what is too long.
        connection.execute(
            text(
                "CREATE TRIGGER cut AFTER INSERT ON organisation "
                "BEGIN UPDATE organisation SET name_vi = substr(name_vi, 1, 2); END"
            )
        )

    with pytest.raises(CopyDamagedError, match="organisation"):
        move(api.database, other)

    assert {one["rows"] for one in digests(other).values()} == {0}


def test_a_digest_does_not_depend_on_the_order_of_rows_but_on_every_value() -> None:
    rows: list[list[Any]] = [[1, "a", None], [2, "b", 0.5], [2, "b", True]]

    def digest(rows: list[list[Any]]) -> str:
        made = TableDigest()
        for row in rows:
            made.add(row)
        return made.digest

    assert digest(rows) == digest(rows[::-1])
    assert len({digest(rows[:n]) for n in range(4)} | {digest([[1, "a", ""]]), digest([[1, "", "a"]])}) == 6
    assert as_bytes(["ab", "c"]) != as_bytes(["a", "bc"])


def test_who_writes_meanwhile_is_not_half_seen(api: Api, other: Database) -> None:
    api.organisation()
    heard: list[str] = []

    def write(table: str, _: int) -> None:
        if table == "organisation":
            heard.append(table)
            api.organisation(name_vi="Đến sau")

    move(api.database, other, write)

    assert (heard, digests(other)["organisation"]["rows"], digests(api.database)["organisation"]["rows"]) == (
        ["organisation"],
        1,
        2,
    )
    assert digests(other)["audit_entry"]["rows"] < digests(api.database)["audit_entry"]["rows"]
