"""Rows for every table of a schema, made up from the schema itself, so that an old one can be filled as well."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Column, Connection, MetaData, Table
from sqlmodel import SQLModel

from matchmaker import tables
from matchmaker.kit.database import StoredEnum

assert tables.__all__
EACH = 3
MOMENT = datetime(2025, 2, 28, 23, 59, 59, 123456, tzinfo=UTC)
# Columns of JSON that hold lists; the others hold objects.
LISTS = {"sectors", "keywords", "cooperation", "reasons", "kinds", "languages", "events", "columns"}
MIXED = {"chữ": "Hải Phòng ‘“\\", "số": [1, 2.5, -0.1, None, True], "trống": {}}


def fill(connection: Connection, each: int = EACH) -> dict[str, int]:
    """Put rows into all tables that are empty now, as far as the database has them; how many each has then."""
    found = MetaData()
    found.reflect(connection)
    known: dict[str, list[dict[str, Any]]] = {}
    for table in found.sorted_tables:
        if table.name == "alembic_version":
            continue
        there = [dict(row) for row in connection.execute(table.select()).mappings()]
        known[table.name] = there or list(_rows(table, known, each))
        if not there:
            connection.execute(table.insert(), known[table.name])
    if connection.dialect.name == "postgresql":
        _move_sequences(connection, known)
    return count(connection)


def count(connection: Connection) -> dict[str, int]:
    """The number of rows of all tables that the database has now."""
    names = [name for name in sa.inspect(connection).get_table_names() if name != "alembic_version"]
    return {name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one() for name in names}


def _rows(table: Table, known: dict[str, list[dict[str, Any]]], each: int) -> Iterator[dict[str, Any]]:
    for number in range(1, each + 1):
        row = {column.name: _value(column, number) for column in table.columns}
        for constraint in table.foreign_key_constraints:
            other = known[constraint.elements[0].column.table.name][number - 1]
            # The last row refers to nothing where it need not.
            for own, element in zip(constraint.columns, constraint.elements, strict=True):
                row[own.name] = None if own.nullable and number == each else other[element.column.name]
        yield row


def _value(column: Column[Any], number: int) -> Any:
    kind = column.type
    if column.nullable and number % 3 == 0 and not column.primary_key:
        return None
    if (choices := _choices(column)) is not None:
        return choices[number % len(choices)]
    if isinstance(kind, sa.JSON):
        return [f"{column.name} {number}"] if column.name in LISTS else MIXED | {"n": number}
    if isinstance(kind, sa.Boolean):
        return number % 2 == 0
    if isinstance(kind, sa.Float):
        return number / 3
    if isinstance(kind, sa.BigInteger):
        return 2**40 + number
    if isinstance(kind, sa.Integer):
        return number
    if isinstance(kind, sa.DateTime):
        return MOMENT if getattr(kind, "timezone", False) else MOMENT.replace(tzinfo=None)
    if isinstance(kind, sa.Date):
        return date(2025, 2, number)
    if isinstance(kind, sa.LargeBinary):
        return bytes([0, 255, number])
    if column.name in ("before", "after"):
        return "{}"
    return f"{column.name} ờ{number}"[: kind.length or 100] if isinstance(kind, sa.String) else str(number)


def _choices(column: Column[Any]) -> list[str] | None:
    """What an enumeration may be, as this version knows it."""
    table = SQLModel.metadata.tables.get(column.table.name)
    now = table.columns.get(column.name) if table is not None else None
    return [one.value for one in now.type.kind] if now is not None and isinstance(now.type, StoredEnum) else None


def _move_sequences(connection: Connection, known: dict[str, list[dict[str, Any]]]) -> None:
    for name, rows in known.items():
        for column in ("id", "seq", "number"):
            asked = sa.text("SELECT pg_get_serial_sequence(:table, :column)")
            if column not in rows[0]:
                continue
            sequence = connection.execute(asked, {"table": f'"{name}"', "column": column}).scalar_one()
            if sequence:
                connection.execute(sa.select(sa.func.setval(sequence, len(rows))))
