"""Brings a database to the schema of this version, and tells whether it is there."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect

from matchmaker.kit.database import Database

if TYPE_CHECKING:
    from alembic.config import Config

VERSIONS = Path(__file__).parent / "migrations" / "versions"


def config(connection: Connection | None = None) -> "Config":
    """Alembic's configuration; the scripts are part of the package."""
    from alembic.config import Config

    made = Config()
    made.set_main_option("script_location", "matchmaker:migrations")
    made.attributes["connection"] = connection
    return made


def upgrade(database: Database, revision: str = "head") -> None:
    """Apply what is missing; does nothing when nothing is."""
    from alembic import command

    with database.engine.connect() as connection:
        command.upgrade(config(connection), revision)
        connection.commit()


def is_current(database: Database) -> bool:
    """Whether the database has the schema of this version; asked at every start, so without loading Alembic."""
    with database.session(writes=False) as session:
        connection = session.connection()
        if not inspect(connection).has_table("alembic_version"):
            return False
        found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalars().all()
    return list(found) == [head()]


def head() -> str:
    """The newest revision of this version: files are named by their revision, which are numbered."""
    return max(path.name.split("_")[0] for path in VERSIONS.glob("[0-9]*.py"))
