"""What callers took in one process is missing in the others."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from processes import waited_for
from sqlalchemy import text
from test_migrations import run, server  # noqa: F401

from matchmaker.kit.database import Database
from matchmaker.kit.rates import Rates
from matchmaker.kit.sharing_rates import sharing_rates


@pytest.fixture
def database(server: Path) -> Iterator[Database]:  # noqa: F811
    """An empty one on PostgreSQL."""
    run("createdb", "-h", server, "rates")
    made = Database(f"postgresql+psycopg://postgres@/rates?host={server}")
    yield made
    made.engine.dispose()
    run("dropdb", "-h", server, "--force", "rates")


def is_empty(rates: Rates, who: str) -> bool:
    """Looks without taking anything: a bucket that is full has a minute's points."""
    return rates.take(who, 0.5, 60) > 0


@pytest.mark.postgres
def test_it_is_told_to_others_and_back_after_a_break(database: Database) -> None:
    here, there = Rates(), Rates()
    with sharing_rates(database, here), sharing_rates(database, there):
        here.take("lan", 60, 60)
        assert waited_for(lambda: is_empty(there, "lan"))

        with database.engine.begin() as connection:
            others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
            connection.execute(text(f"{others} AND datname = current_database()"))

        def hanh_is_known_here() -> bool:
            there.take("hanh", 60, 60)
            return is_empty(here, "hanh")

        assert waited_for(hanh_is_known_here)
        assert is_empty(here, "somebody else") is False


@pytest.mark.postgres
def test_many_callers_are_told_in_parts(database: Database) -> None:
    # Without time no bucket fills again before the last one was looked at.
    here, there = Rates(clock=lambda: 0.0), Rates(clock=lambda: 0.0)
    names = [f"address:2001:db8:{number:x}::" for number in range(1_000)]
    with sharing_rates(database, here), sharing_rates(database, there):
        for name in names:
            here.take(name, 60, 60)
        assert waited_for(lambda: all(is_empty(there, name) for name in names[::97]))


def test_one_process_on_sqlite_needs_none(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/matchmaker.db")
    rates = Rates()
    with sharing_rates(database, rates):
        rates.take("lan", 60, 60)
    assert rates.taken() == {"lan": (60, 60)}
