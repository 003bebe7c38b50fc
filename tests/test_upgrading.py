"""Rows of every earlier version come with it to this one, on both databases."""

from pathlib import Path

import pytest
from rows import EACH, count, fill
from sqlalchemy import inspect, text
from test_migrations import empty, server  # noqa: F401

from matchmaker import migrate
from matchmaker.kit.database import Database
from matchmaker.saving.moving import own_tables

REVISIONS = [f"{number:04d}" for number in range(1, int(migrate.head()) + 1)]


def test_no_row_is_lost_on_the_way_from_any_earlier_version(empty: Database) -> None:  # noqa: F811
    """Step by step, with rows in every table that a version has before the next step is made."""
    lost: dict[str, dict[str, int]] = {}
    filled: set[str] = set()
    for revision in REVISIONS:
        migrate.upgrade(empty, revision)
        with empty.engine.begin() as connection:
            came = count(connection)
            if missing := {name: came.get(name, 0) for name in filled if came.get(name) != EACH}:
                lost[revision] = missing
            filled = set(fill(connection))

    assert (lost, migrate.is_current(empty)) == ({}, True)


def test_an_old_database_comes_to_this_version_at_once(empty: Database) -> None:  # noqa: F811
    migrate.upgrade(empty, "0005")
    with empty.engine.begin() as connection:
        before = fill(connection)
        connection.execute(text("UPDATE posting SET region = 'hai-phong', version = 7 WHERE id = 2"))

    migrate.upgrade(empty)

    with empty.engine.connect() as connection:
        after = count(connection)
        kept = connection.execute(text("SELECT region, version FROM posting WHERE id = 2")).one()
        for table in own_tables():
            # Also as this version reads them.
            assert len(connection.execute(table.select()).all()) == after[table.name]
    assert {name: after[name] for name in before} == before
    assert {number for name, number in after.items() if name not in before} == {0}
    assert tuple(kept) == ("hai-phong", 7)


def test_what_refers_to_rows_that_are_gone_stops_an_upgrade(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'broken.db'}")
    migrate.upgrade(database, "0012")
    with database.engine.begin() as connection:
        fill(connection)
    driver = database.engine.raw_connection()
    driver.execute("PRAGMA foreign_keys=OFF")  # type: ignore[attr-defined]
    driver.execute("DELETE FROM organisation WHERE id = 1")  # type: ignore[attr-defined]
    driver.commit()
    driver.close()

    with pytest.raises(RuntimeError, match="rows that refer to nothing"):
        migrate.upgrade(database)

    with database.engine.connect() as connection:
        # Of all its steps none was made.
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one() == "0012"
        assert not inspect(connection).has_table("webhook_receiver")
    database.engine.dispose()
