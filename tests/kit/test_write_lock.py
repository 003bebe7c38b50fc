"""Threads that write take turns in the order in which they asked, and nobody keeps the turn for ever."""

import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from matchmaker.kit.database import Database
from matchmaker.kit.errors import UnavailableError
from matchmaker.kit.write_lock import WriteLock


def connection() -> Any:
    """What a lock sees of a pooled connection."""
    return SimpleNamespace(record_info={})


def test_it_is_given_in_the_order_of_asking() -> None:
    lock, first, order = WriteLock(10), connection(), list[int]()
    lock.take(first)

    def ask(number: int) -> None:
        mine = connection()
        lock.take(mine)
        order.append(number)
        lock.give_back(None, mine)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(20)]
    for number, thread in enumerate(threads, start=1):
        thread.start()
        while len(lock._waiting) < number:
            time.sleep(0.001)
    lock.give_back(None, first)
    for thread in threads:
        thread.join(10)

    assert order == list(range(20))


def test_whoever_waited_too_long_is_told_so_and_no_longer_waits() -> None:
    lock, first, second, third = WriteLock(0.01), connection(), connection(), connection()
    lock.take(first)

    with pytest.raises(OperationalError, match="database is locked"):
        lock.take(second)
    lock.give_back(None, second)
    with pytest.raises(OperationalError):
        lock.take(third)
    lock.give_back(None, first)

    lock.take(third)


def test_one_connection_holds_it_once_however_often_it_begins() -> None:
    lock, first, second = WriteLock(0.01), connection(), connection()
    lock.take(first)
    lock.take(first)
    lock.give_back(None, first)
    lock.give_back(None, first)

    lock.take(second)
    with pytest.raises(OperationalError):
        lock.take(first)


def test_it_is_given_back_after_errors_and_broken_connections(database: Database) -> None:
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
