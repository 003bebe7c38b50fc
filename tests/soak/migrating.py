"""Upgrades of the schema that are killed: the next one goes on, and nothing of what was there is lost."""

import random
import time
from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlmodel import SQLModel

from matchmaker import migrate
from matchmaker.kit.database import Database
from tests.soak.forked import Forked

ORGANISATIONS = 500
PATIENCE_SECONDS = 600.0
INSERT = text(
    "INSERT INTO organisation (key, name_vi, name_en, kind, region, created_at) "
    "VALUES (:key, :key, '', 'institute', 'hai-phong', '2026-01-01 00:00:00')"
)


def migrate_and_kill(folder: Path, database_url: str) -> list[str]:
    """From a random former version to this one, killed on the way and begun again; what is wrong then."""
    database = Database(database_url)
    try:
        _make_former(database)
        upgrade = Forked(folder, database_url)
        upgrade.begin("db", "upgrade")
        time.sleep(random.uniform(0.0, 1.5))
        upgrade.kill()
        upgrade.begin("db", "upgrade")
        upgrade.process.join(PATIENCE_SECONDS)
        return _compare(database, upgrade)
    finally:
        database.engine.dispose()


def _make_former(database: Database) -> None:
    """The schema of some former version, with rows."""
    with database.engine.connect() as connection:
        scripts = ScriptDirectory.from_config(migrate.config(connection))
        versions = [one.revision for one in reversed(list(scripts.walk_revisions()))]
        command.upgrade(migrate.config(connection), random.choice(versions[:-1]))
        connection.commit()
        for number in range(ORGANISATIONS):
            connection.execute(INSERT, {"key": f"o-{number}"})
        connection.commit()


def _compare(database: Database, upgrade: Forked) -> list[str]:
    code = upgrade.process.exitcode
    found = [] if code == 0 else [f"the second upgrade ended with {code}: {upgrade.log.read_text()[-500:]}"]
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        found += [f"half done: {difference}" for difference in compare_metadata(context, SQLModel.metadata)]
        rows = connection.execute(text("SELECT count(*) FROM organisation")).scalar_one()
    if rows != ORGANISATIONS:
        found.append(f"lost: {ORGANISATIONS - rows} organisations")
    return found if migrate.is_current(database) else [*found, "not current"]
