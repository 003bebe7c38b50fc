"""Run by Alembic; the connection comes from ``matchmaker.migrate``."""

from alembic import context
from sqlmodel import SQLModel

from matchmaker import tables  # noqa: F401

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=SQLModel.metadata,
    # SQLite cannot alter most things in place; batch mode makes a new table and copies.
    render_as_batch=connection.dialect.name == "sqlite",
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
