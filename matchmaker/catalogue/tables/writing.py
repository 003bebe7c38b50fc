"""Writes tables in every format."""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from matchmaker.catalogue.tables.rows import (
    SURROGATE,
    XML_ILLEGAL,
    TableError,
    encode_xstring,
    escape_cell,
    plain_value,
)

# The most characters one spreadsheet cell can hold.
_MAX_CELL = 32_767
# The longest field the CSV reader accepts.
_MAX_CSV_CELL = 131_072
Rows = Iterable[Mapping[str, Any]]


def write_csv(rows: Rows, columns: Sequence[str]) -> bytes:
    """Return ``rows`` as CSV (UTF-8 with byte order mark), a header of ``columns`` first.

    Text that a spreadsheet would run as a formula gets an apostrophe, which :func:`read_rows` removes. Raises
    :class:`TableError` ``cell_too_long`` for a text that could not be read back.
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow([_csv_cell(column) for column in columns])
    writer.writerows([_csv_cell(row.get(column)) for column in columns] for row in rows)
    return buffer.getvalue().encode("utf-8-sig")


def _csv_cell(value: Any) -> str:
    """Return the text of one CSV cell."""
    plain = plain_value(value)
    if isinstance(plain, str):
        if len(plain) >= _MAX_CSV_CELL:
            raise TableError("cell_too_long")
        return escape_cell(plain)
    if isinstance(plain, bool):
        return "true" if plain else "false"
    return plain.isoformat() if isinstance(plain, datetime.date) else str(plain)


def write_xlsx(rows: Rows, columns: Sequence[str], title: str = "Data") -> bytes:
    """Return ``rows`` as a workbook with one sheet; see :func:`write_workbook`."""
    return write_workbook([Sheet(title, columns, rows)])


@dataclass(frozen=True)
class Sheet:
    """A sheet with a header of ``columns``; a ``title`` has 31 characters at most and none of ``[]:*?/\\``.

    ``widths`` are those of the first columns, in characters.
    """

    title: str
    columns: Sequence[str]
    rows: Rows
    widths: Sequence[float] = ()


def write_workbook(sheets: Iterable[Sheet]) -> bytes:
    """Return a workbook.

    Formula-like text is treated as in :func:`write_csv`; control characters are removed. Raises
    :class:`TableError` ``cell_too_long`` rather than cut a text that no cell can hold.
    """
    import openpyxl
    from openpyxl.utils import get_column_letter

    workbook = openpyxl.Workbook(write_only=True)
    buffer = io.BytesIO()
    try:
        for given in sheets:
            sheet: Any = workbook.create_sheet(given.title)
            for place, width in enumerate(given.widths, start=1):
                sheet.column_dimensions[get_column_letter(place)].width = width
            sheet.append([_xlsx_out(column) for column in given.columns])
            for row in given.rows:
                sheet.append([_xlsx_out(row.get(column)) for column in given.columns])
    finally:
        # After a failure too: saving is what removes the temporary files behind the sheets.
        workbook.save(buffer)
    return buffer.getvalue()


def _xlsx_out(value: Any) -> Any:
    """Return the value of one workbook cell."""
    plain = plain_value(value)
    if not isinstance(plain, str):
        return plain
    text = encode_xstring(escape_cell(XML_ILLEGAL.sub("", plain)))
    if len(text) > _MAX_CELL:
        raise TableError("cell_too_long")
    return text


def write_jsonl(rows: Rows, columns: Sequence[str] | None = None) -> bytes:
    """Return ``rows`` as JSON Lines (UTF-8), restricted to ``columns`` when given."""
    buffer = io.BytesIO()
    for row in rows:
        values = dict(row) if columns is None else {column: row.get(column) for column in columns}
        line = json.dumps(values, ensure_ascii=False, allow_nan=False, default=_json_default)
        buffer.write(SURROGATE.sub("", line).encode("utf-8") + b"\n")
    return buffer.getvalue()


def _json_default(value: Any) -> Any:
    """Return a JSON form of dates, sets and anything else that prints."""
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    return value.isoformat() if isinstance(value, datetime.date) else str(value)
