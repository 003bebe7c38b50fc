"""Threads that write beside each other all get their turn, and none keeps it after a failure."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import Session

from matchmaker.kit.database import Database
from matchmaker.kit.errors import UnavailableError


def test_writing_goes_on_after_errors_and_broken_connections(database: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        fail_after(database, lambda session: write(session, 1))
    with pytest.raises(ZeroDivisionError):
        fail_after(database, lambda session: session.connection().invalidate())
    with pytest.raises(UnavailableError), database.session() as session:
        session.execute(text("INSERT INTO nowhere VALUES (2)"))

    began = time.monotonic()
    with database.session() as session:
        write(session, 3)
        assert session.execute(text("SELECT number FROM kept")).scalars().all() == [3]
    assert time.monotonic() - began < 10


def test_many_writers_all_get_their_turn(database: Database) -> None:
    def write_often(number: int) -> None:
        for _ in range(10):
            with database.session() as session:
                write(session, number)

    threads = [threading.Thread(target=write_often, args=(number,)) for number in range(30)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)

    with database.session(writes=False) as session:
        assert session.execute(text("SELECT count(*) FROM kept")).scalar_one() == 300


@pytest.fixture
def database(tmp_path: Path) -> Database:
    """An empty table of numbers."""
    made = Database(f"sqlite:///{tmp_path}/some.db")
    with made.session() as session:
        session.execute(text("CREATE TABLE kept (number INTEGER)"))
    return made


def write(session: Session, number: int) -> None:
    session.execute(text("INSERT INTO kept VALUES (:number)"), {"number": number})


def fail_after(database: Database, work: Callable[[Session], object]) -> None:
    with database.session() as session:
        work(session)
        raise ZeroDivisionError
