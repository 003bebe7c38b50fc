"""Brings a database to the schema of this version, and tells whether it is there."""

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from matchmaker.kit.database import Database


def config(connection: Connection | None = None) -> Config:
    """Alembic's configuration; the scripts are part of the package."""
    made = Config()
    made.set_main_option("script_location", "matchmaker:migrations")
    made.attributes["connection"] = connection
    return made


def upgrade(database: Database, revision: str = "head") -> None:
    """Apply what is missing; does nothing when nothing is."""
    with database.engine.connect() as connection:
        command.upgrade(config(connection), revision)
        connection.commit()


def is_current(database: Database) -> bool:
    """Whether the database has the schema of this version."""
    with database.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision() == head()


def head() -> str | None:
    """The newest revision of this version."""
    return ScriptDirectory.from_config(config()).get_current_head()
