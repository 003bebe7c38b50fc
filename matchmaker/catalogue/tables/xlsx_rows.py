"""Reads XLSX. Archives are measured before they are unpacked; document type declarations are refused."""

from __future__ import annotations

import io
import itertools
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any
from xml.parsers import expat

from matchmaker.catalogue.tables.rows import Row, TableError, decode_xstring, headers, is_blank, records_to_rows

_MAX_UNPACKED = 512 * 1024 * 1024
_MAX_RATIO = 200
# Small files compress as well as they like: empty cells do that honestly.
_RATIO_FLOOR = 50 * 1024 * 1024
_MAX_PARTS = 10_000
_MAX_COLUMNS = 1024
_MAX_SHEET_ROWS = 1_048_576


def xlsx_rows(data: bytes) -> Iterator[Row]:
    """Yield the rows of the first visible sheet of a workbook."""
    import openpyxl

    _check_archive(data)
    try:
        workbook = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheets = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
        sheet: Any = sheets[0]
        # Writers get the stated size wrong, or lie about it; without it the rows themselves decide.
        sheet.reset_dimensions()
    except Exception as error:
        # A damaged part makes the library raise whatever its code happens to trip over.
        raise TableError("file_damaged") from error
    return records_to_rows(_sheet_records(sheet))


def _sheet_records(sheet: Any) -> Iterator[tuple[int, list[Any]]]:
    """Yield (number, cells) of every row of ``sheet`` that is not blank, no wider than the header."""
    width = _MAX_COLUMNS
    rows: Iterator[Sequence[Any]] = sheet.iter_rows(values_only=True, max_col=width)
    for number in itertools.count(1):
        try:
            row = next(rows)
        except StopIteration:
            return
        except Exception as error:
            raise TableError("file_damaged") from error
        if number > _MAX_SHEET_ROWS:
            # No sheet is that long: a forged row number, which the library would fill up to.
            raise TableError("file_damaged")
        if is_blank(row[:width]):
            continue
        cells = [_xlsx_cell(cell) for cell in row[:width]]
        if width == _MAX_COLUMNS:
            # Notes beside the table are not part of it.
            width = len(headers(cells))
        yield number, cells[:width]


def _xlsx_cell(cell: Any) -> Any:
    """Return a cell's value: ``""`` for none, text with the format's own escapes resolved."""
    if cell is None:
        return ""
    return decode_xstring(cell) if isinstance(cell, str) else cell


def _check_archive(data: bytes) -> None:
    """Raise ``archive_too_large`` or ``file_damaged`` before anything is unpacked into memory.

    The sizes stated in the directory can be trusted this far: unpacking stops at them.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            _check_size(sum(part.file_size for part in parts), len(data), len(parts))
            if not any(part.filename.startswith("xl/") for part in parts):
                raise TableError("format_unknown")
            for part in parts:
                _check_part(archive, part)
    except TableError:
        raise
    except Exception as error:
        # Truncated directory, unknown compression, password: all the same to the person who uploads.
        raise TableError("file_damaged") from error


def _check_size(unpacked: int, packed: int, parts: int) -> None:
    """Raise ``archive_too_large`` for an archive that grows beyond reason."""
    is_bomb = unpacked > _RATIO_FLOOR and unpacked > _MAX_RATIO * packed
    if unpacked > _MAX_UNPACKED or is_bomb or parts > _MAX_PARTS:
        raise TableError("archive_too_large")


class _RootReachedError(Exception):
    """The first element of an XML document: no declaration can follow."""


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Raise ``file_damaged`` when a part declares a document type; workbooks never do.

    Every part is looked at, because a workbook may refer to a part under any name.
    """
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = _reach_root
    with archive.open(part) as stream:
        try:
            while chunk := stream.read(4096):
                parser.Parse(chunk)
        except (_RootReachedError, expat.ExpatError):
            # A picture, or a part that the workbook reader will refuse by itself if it needs it.
            return


def _refuse_doctype(*_: object) -> None:
    """Refuse a document type declaration."""
    raise TableError("file_damaged")


def _reach_root(*_: object) -> None:
    """Stop at the root element."""
    raise _RootReachedError
