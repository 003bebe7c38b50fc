"""What every format has in common: rows, the header above them, and cells that are safe in a spreadsheet."""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from matchmaker.kit.errors import InvalidError

MAX_COLUMNS = 1024


class TableError(InvalidError):
    """A file that cannot be read, or a value that cannot be written, as a table.

    ``code`` is one of ``file_empty``, ``file_damaged``, ``format_unknown``, ``archive_too_large``,
    ``too_many_rows``, ``too_many_columns`` and ``cell_too_long``.
    """


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table.

    ``number`` is the row's place in the file, the header (or first JSON line) being 1. ``values`` maps
    headers to cells; an empty cell is ``""`` (JSON keeps its ``null``). A row that cannot be read has an
    ``error`` (``json_invalid`` or ``columns_extra``) and no values.
    """

    number: int
    values: dict[str, Any] = field(default_factory=dict)
    error: str | None = None


def records_to_rows(records: Iterator[tuple[int, list[Any]]]) -> Iterator[Row]:
    """Find the header and return the rows below it; raise ``file_empty`` without any header.

    Raises ``too_many_columns`` for a header that is wider than any table of people.
    """
    for _, record in records:
        if not is_blank(record):
            if not is_blank(record[MAX_COLUMNS:]):
                # Every row has a cell for each of them, even where the file has none.
                raise TableError("too_many_columns")
            return _rows_below(headers(record[:MAX_COLUMNS]), records)
    raise TableError("file_empty")


def _rows_below(headers: list[str], records: Iterator[tuple[int, list[Any]]]) -> Iterator[Row]:
    """Yield a row for every record that is not blank."""
    for number, record in records:
        if is_blank(record):
            continue
        if not is_blank(record[len(headers) :]):
            # More cells than headers: a stray delimiter shifted the row, so no cell can be trusted.
            yield Row(number, error="columns_extra")
            continue
        cells = itertools.chain(map(_unescape_cell, record), itertools.repeat(""))
        yield Row(number, {header: cell for header, cell in zip(headers, cells, strict=False) if header})


def headers(record: Sequence[Any]) -> list[str]:
    """Return the column names: stripped, ``""`` for a nameless column, repeated names made different."""
    names: list[str] = []
    seen: set[str] = set()
    for cell in record:
        name = str(_unescape_cell("" if cell is None else cell)).strip()
        base, copy = name, 2
        while name and name in seen:
            name, copy = f"{base} ({copy})", copy + 1
        seen.add(name)
        names.append(name)
    while names and not names[-1]:
        names.pop()
    return names


def is_blank(record: Sequence[Any]) -> bool:
    """Tell whether a record has nothing but empty cells."""
    return all(cell is None or (isinstance(cell, str) and not cell.strip()) for cell in record)


# Spreadsheets run text that starts like this as a formula. Apostrophes in front are matched too, so that
# adding one on writing and removing one on reading gives back every text exactly.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_ESCAPED_FORMULA = re.compile(r"'+[=+\-@\t\r]")
SURROGATE = re.compile("[\ud800-\udfff]")
# What XML 1.0 cannot hold; a carriage return can be written only as an escape.
XML_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_XSTRING = re.compile("_x([0-9A-Fa-f]{4})_")


def escape_cell(value: str) -> str:
    """Put an apostrophe in front of text that a spreadsheet would run."""
    return "'" + value if _FORMULA.match(value) else value


def _unescape_cell(value: Any) -> Any:
    """Undo :func:`escape_cell`; other text and values that are not text stay."""
    return value[1:] if isinstance(value, str) and _ESCAPED_FORMULA.match(value) else value


def encode_xstring(value: str) -> str:
    """Write carriage returns, and text that looks like an escape, in the escapes of the format."""
    value = _XSTRING.sub(lambda match: "_x005F" + match.group(), value)
    return XML_ILLEGAL.sub("", value).replace("\r", "_x000D_")


def decode_xstring(value: str) -> str:
    """Resolve the escapes of the format; escaped characters that XML cannot hold are dropped."""
    if "_x" not in value:
        return value
    return _XSTRING.sub(lambda match: _without_illegal(chr(int(match.group(1), 16))), value)


def _without_illegal(text: str) -> str:
    """Remove what no output format can hold."""
    return SURROGATE.sub("", XML_ILLEGAL.sub("", text))


def plain_value(value: Any) -> Any:
    """Return a value as a number, a boolean, a date or text; lists are joined by ``;``."""
    if value is None:
        return ""
    if isinstance(value, (list, tuple, set, frozenset)):
        return ";".join(str(plain_value(item)) for item in value)
    if isinstance(value, (bool, int, float, datetime.date, datetime.datetime)):
        return value
    return SURROGATE.sub("", str(value)).replace("\x00", "")
