"""Reading and writing tables: CSV, XLSX and JSON Lines.

Uploaded files are hostile until proven otherwise: archives are measured before they are unpacked, document
type declarations (the carrier of XML entity bombs) are refused, and rows are produced one at a time.
``openpyxl`` parses through ``defusedxml`` when that package is installed; the check here does not rely on it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import Literal

from matchmaker.catalogue.tables.csv_rows import csv_rows
from matchmaker.catalogue.tables.encodings import encoding_of
from matchmaker.catalogue.tables.json_rows import json_rows, parse_json
from matchmaker.catalogue.tables.rows import Row, TableError
from matchmaker.catalogue.tables.writing import Sheet, write_csv, write_jsonl, write_workbook, write_xlsx
from matchmaker.catalogue.tables.xlsx_rows import xlsx_rows

__all__ = ["Row", "Sheet", "TableError", "read_rows", "write_csv", "write_jsonl", "write_workbook", "write_xlsx"]

Format = Literal["csv", "xlsx", "jsonl"]

MAX_ROWS = 100_000
_EXTENSIONS: dict[str, Format] = {
    ".csv": "csv",
    ".tsv": "csv",
    ".txt": "csv",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}


def read_rows(data: bytes, filename: str, max_rows: int = MAX_ROWS) -> Iterator[Row]:
    """Yield the rows of a CSV, XLSX or JSON Lines file; blank rows are skipped.

    The extension must be a known one; which known format it is, the content decides. A header without rows
    yields nothing. Raises :class:`TableError` at once for ``format_unknown``, ``file_empty`` and
    ``archive_too_large``; ``file_damaged`` and ``too_many_rows`` may also come while iterating.
    """
    table_format = _sniff_format(data, filename)
    readers: dict[Format, Callable[[bytes], Iterator[Row]]] = {
        "csv": csv_rows,
        "xlsx": xlsx_rows,
        "jsonl": json_rows,
    }
    return _limited(readers[table_format](data), max_rows)


def _limited(rows: Iterator[Row], max_rows: int) -> Iterator[Row]:
    """Pass on ``rows`` and raise ``too_many_rows`` at the first one above the limit."""
    for count, row in enumerate(rows, start=1):
        if count > max_rows:
            raise TableError("too_many_rows")
        yield row


_ZIP_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
# The container of encrypted workbooks, and of the binary format before XLSX.
_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURE_MAGIC = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
_ARCHIVE_MAGIC = (b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!")
_OTHER_MAGIC = (*_PICTURE_MAGIC, *_ARCHIVE_MAGIC, b"%PDF", b"{\\rtf", b"<!DOC", b"<html")


def _sniff_format(data: bytes, filename: str) -> Format:
    """Return the format of ``data``; raise ``format_unknown``, ``file_empty`` or ``file_damaged``."""
    expected = _EXTENSIONS.get(PurePath(filename).suffix.lower())
    if expected is None:
        raise TableError("format_unknown")
    if not data.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00"):
        raise TableError("file_empty")
    if data.startswith(_ZIP_MAGIC):
        return "xlsx"
    if expected == "xlsx":
        return _sniff_misnamed(data)
    if data.startswith((_OLE_MAGIC, *_OTHER_MAGIC)):
        raise TableError("format_unknown")
    return "jsonl" if _looks_like_json(data) else "csv" if expected == "csv" else "jsonl"


def _sniff_misnamed(data: bytes) -> Format:
    """Return the format of a file that is named a workbook and is not one; binary content is damage."""
    if data.startswith((_OLE_MAGIC, *_OTHER_MAGIC)) or b"\x00" in data[:4096]:
        raise TableError("file_damaged")
    return "jsonl" if _looks_like_json(data) else "csv"


def _looks_like_json(data: bytes) -> bool:
    """Tell whether the first line that is not blank is a JSON object."""
    head = data[:65_536]
    text = head.decode(encoding_of(head), "replace").lstrip("\ufeff \t\r\n\x00")
    if not text.startswith("{"):
        return False
    try:
        return isinstance(parse_json(text.split("\n", 1)[0]), dict)
    except ValueError:
        # A first line longer than the head is cut off, and then anything that opens like an object counts.
        return "\n" not in text and re.match(r'\{\s*"', text) is not None
