"""Locks that all processes on one database share, each held until its transaction ends.

PostgreSQL keeps them itself (advisory locks), so that nothing is left of a process that dies, and no clock is asked.
On SQLite there is nothing to do: transactions that write exclude each other anyway.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import text
from sqlmodel import Session

from matchmaker.kit.database import Database

_WAIT = text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))")
_TRY = text("SELECT pg_try_advisory_xact_lock(hashtextextended(:name, 0))")


def wait_for(session: Session, name: str) -> None:
    """Go on only once nobody else holds the lock of this name; for transactions that write."""
    if _keeps_locks(session):
        session.execute(_WAIT, {"name": f"matchmaker {name}"})


@contextmanager
def leading(database: Database, name: str) -> Iterator[bool]:
    """Whether this process is the one that does something now; as long as the block lasts no other one is told so."""
    with database.session(writes=False) as session:
        yield not _keeps_locks(session) or bool(session.execute(_TRY, {"name": f"matchmaker {name}"}).scalar_one())


def _keeps_locks(session: Session) -> bool:
    return session.get_bind().dialect.name == "postgresql"
