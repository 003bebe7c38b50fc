"""Copies all rows from one database to another of either kind, and shows that nothing was lost or changed on the way.

Rows are read in one transaction that sees one moment, and written in one that is whole or not there at all. Each table
is counted and its rows digested as they are read; then the target is read again and must say the same.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Integer, MetaData, Table, Text, cast, func, insert, select, text
from sqlalchemy.types import JSON, TypeEngine, UserDefinedType
from sqlmodel import SQLModel

from matchmaker import migrate, tables
from matchmaker.kit.auditing.models import ReadableJson
from matchmaker.kit.database import Database, StoredEnum, not_current
from matchmaker.kit.errors import ConflictError, MatchmakerError
from matchmaker.saving.canonical import TableDigest, in_order

CHUNK = 1000
# Made from the others, and of use only where they were made: they stay, and are emptied where something comes.
CACHES = frozenset({"index_generation", "index_part"})
Digests = dict[str, TableDigest]
Heard = Callable[[str, int], None]


class CopyDamagedError(MatchmakerError):
    """What was written is not what was read; nothing was kept of it."""

    status = 500


class _Verbatim(UserDefinedType[str]):
    """JSON as the text that the database holds: read and written again it would lose the difference of two nulls."""

    cache_ok = True

    def get_col_spec(self, **_: Any) -> str:
        return "JSON"

    def column_expression(self, column: Any) -> Any:
        return cast(column, Text)


def move(source: Database, target: Database, heard: Heard = lambda _table, _rows: None) -> Digests:
    """Copy everything; digests of all tables, by name.

    Raises UnavailableError ``database_not_current``, ConflictError ``database_not_empty``, or CopyDamagedError.
    """
    for database in (source, target):
        if not migrate.is_current(database):
            raise not_current()
    with one_moment(source) as reading, target.engine.begin() as writing:
        require_empty(writing)
        return copy_rows(reading, writing, heard)


def copy_rows(reading: Connection, writing: Connection, heard: Heard) -> Digests:
    """Copy all tables inside transactions that somebody else ends."""
    for table in reversed(SQLModel.metadata.sorted_tables):
        if table.name in CACHES:
            writing.execute(table.delete())
    found = {table.name: _copy(table, reading, writing, heard) for table in own_tables()}
    _set_sequences(writing)
    written = digests_of(writing)
    for name, digest in found.items():
        if written[name] != digest:
            raise CopyDamagedError("copy_damaged", table=name, read=digest.told(), written=written[name].told())
    _gather_statistics(writing)
    return found


def own_tables() -> list[Table]:
    """All tables of the service but caches, those that others refer to first."""
    assert tables.__all__
    verbatim = MetaData()
    for table in SQLModel.metadata.sorted_tables:
        if table.name in CACHES:
            continue
        copied = table.to_metadata(verbatim)
        for column in copied.columns:
            column.type = _plain(column.type)
    return verbatim.sorted_tables


def _plain(kind: TypeEngine[Any]) -> TypeEngine[Any]:
    """As what a column's values go over: nothing is understood that need not be."""
    if isinstance(kind, JSON):
        return _Verbatim()
    if isinstance(kind, ReadableJson | StoredEnum):
        return Text()
    return kind


def one_moment(database: Database) -> Connection:
    """A connection that sees the database as it is at its first statement, whatever others write meanwhile."""
    if database.is_embedded:
        return database.engine.execution_options(writes=False).connect()
    return database.engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True).connect()


def digests_of(connection: Connection) -> Digests:
    """Counts and digests of all tables as a transaction sees them."""
    found = {}
    for table in own_tables():
        found[table.name] = TableDigest()
        names = [column.name for column in table.columns]
        for rows in _chunks(connection, table):
            for row in rows:
                found[table.name].add(in_order(names, row))
    return found


def require_empty(connection: Connection) -> None:
    """Raises ConflictError ``database_not_empty`` with the first table that has rows."""
    for table in own_tables():
        if connection.execute(select(table.c[0]).limit(1)).first() is not None:
            raise ConflictError("database_not_empty", table=table.name)


def empty(connection: Connection) -> None:
    """Delete all rows."""
    for table in reversed(own_tables()):
        connection.execute(table.delete())


def _copy(table: Table, reading: Connection, writing: Connection, heard: Heard) -> TableDigest:
    digest = TableDigest()
    names = [column.name for column in table.columns]
    for rows in _chunks(reading, table):
        for row in rows:
            digest.add(in_order(names, row))
        writing.execute(insert(table), rows)
        heard(table.name, digest.rows)
    return digest


def _chunks(connection: Connection, table: Table) -> Iterator[list[dict[str, Any]]]:
    streamed = connection.execute(select(table), execution_options={"yield_per": CHUNK})
    for part in streamed.mappings().partitions(CHUNK):
        yield [dict(row) for row in part]


def _set_sequences(connection: Connection) -> None:
    """The next numbers come after those that were copied; SQLite sees to that itself."""
    if connection.dialect.name != "postgresql":
        return
    for table in own_tables():
        for column in _numbered(table):
            sequence = connection.execute(
                text("SELECT pg_get_serial_sequence(:table, :column)"), {"table": f'"{table.name}"', "column": column}
            ).scalar_one()
            if sequence is not None:
                last = select(func.coalesce(func.max(table.c[column]), 0) + 1).scalar_subquery()
                connection.execute(select(func.setval(sequence, last, False)))


def _gather_statistics(connection: Connection) -> None:
    """Let PostgreSQL know at once how much there is of what.

    It finds out by itself within minutes, and until then may take half a minute for a question that takes 10 ms.
    """
    if connection.dialect.name == "postgresql":
        for table in own_tables():
            connection.execute(text(f'ANALYZE "{table.name}"'))


def _numbered(table: Table) -> Sequence[str]:
    keys = list(table.primary_key.columns)
    return [keys[0].name] if len(keys) == 1 and isinstance(keys[0].type, Integer) else []
