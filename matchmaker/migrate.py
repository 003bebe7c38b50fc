"""Brings a database to the schema of this version, and tells whether it is there."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, inspect

from matchmaker.kit.database import Database

if TYPE_CHECKING:
    from alembic.config import Config

# From this revision on a database can be served before it is upgraded: the tables that it has, have all columns that
# this version reads. Whoever adds a column to a table that is there raises it to the revision that adds it.
OLDEST_SERVED = "0020"
VERSIONS = Path(__file__).parent / "migrations" / "versions"


def config(connection: Connection | None = None) -> "Config":
    """Alembic's configuration; the scripts are part of the package."""
    from alembic.config import Config

    made = Config()
    made.set_main_option("script_location", "matchmaker:migrations")
    made.attributes["connection"] = connection
    return made


def upgrade(database: Database, revision: str = "head") -> None:
    """Apply what is missing, all of it or nothing; does nothing when nothing is."""
    from alembic import command

    with database.engine.connect() as connection, references_at_rest(connection), connection.begin():
        # Inside a transaction that is there already, Alembic ends none of its own.
        command.upgrade(config(connection), revision)
        if broken := _broken_references(connection):
            raise RuntimeError(f"the upgrade would leave rows that refer to nothing: {broken[:5]}")


@contextmanager
def references_at_rest(connection: Connection) -> Iterator[None]:
    """Let SQLite rebuild a table without taking along the rows that refer to it.

    It changes a table by making it again, and dropping the old one counts as deleting its rows. That can only be
    switched off outside a transaction.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    driver: Any = connection.connection.dbapi_connection
    driver.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        connection.rollback()
        driver.execute("PRAGMA foreign_keys=ON")


def _broken_references(connection: Connection) -> list[Any]:
    """What SQLite no longer looked after while its references were at rest."""
    if connection.dialect.name != "sqlite":
        return []
    return list(connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall())


class SchemaState(StrEnum):
    """How a database stands to this version. All but the last one can be served."""

    CURRENT = "ok"
    # An older one: what needs tables that are not there yet answers `database_not_current`, everything else works.
    PENDING = "upgrade_pending"
    # A newer one whose migrations since ours only added.
    NEWER = "newer"
    OTHER = "not_current"

    @property
    def served(self) -> bool:
        return self is not SchemaState.OTHER


def state_of(revision: str | None, newest: str, oldest: str = OLDEST_SERVED) -> SchemaState:
    """What code whose newest revision is ``newest`` makes of a database at another one; pure."""
    if revision is None or not revision.isdigit():
        return SchemaState.OTHER
    if revision == newest:
        return SchemaState.CURRENT
    if revision > newest:
        return SchemaState.NEWER if revision[:-2] == newest[:-2] else SchemaState.OTHER
    return SchemaState.PENDING if revision >= oldest else SchemaState.OTHER


def state(database: Database) -> SchemaState:
    """How a database stands to this version; asked at every start, so without loading Alembic."""
    return state_of(_revision(database), head())


def is_current(database: Database) -> bool:
    """Whether the database has exactly the schema of this version."""
    return state(database) is SchemaState.CURRENT


def has_schema(database: Database) -> bool:
    """Whether a database was ever brought to a schema of this service."""
    return _revision(database) is not None


def _revision(database: Database) -> str | None:
    with database.session(writes=False) as session:
        connection = session.connection()
        if not inspect(connection).has_table("alembic_version"):
            return None
        found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalars().all()
    return str(found[0]) if len(found) == 1 else None


def head() -> str:
    """The newest revision of this version: files are named by their revision, which are numbered."""
    return max(path.name.split("_")[0] for path in VERSIONS.glob("[0-9]*.py"))
