"""Reads XLSX. Archives are measured before they are unpacked; document type declarations are refused."""

from __future__ import annotations

import io
import itertools
from collections.abc import Iterator, Sequence
from typing import Any

from matchmaker.catalogue.tables.archive import MAX_SHEET_ROWS, check_archive
from matchmaker.catalogue.tables.rows import (
    MAX_COLUMNS,
    Row,
    TableError,
    decode_xstring,
    headers,
    is_blank,
    records_to_rows,
)


def xlsx_rows(data: bytes) -> Iterator[Row]:
    """Yield the rows of the first visible sheet of a workbook."""
    import openpyxl

    check_archive(data)
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
    width = MAX_COLUMNS
    rows: Iterator[Sequence[Any]] = sheet.iter_rows(values_only=True, max_col=width)
    for number in itertools.count(1):
        try:
            row = next(rows)
        except StopIteration:
            return
        except Exception as error:
            raise TableError("file_damaged") from error
        if number > MAX_SHEET_ROWS:
            # No sheet is that long: a forged row number, which the library would fill up to.
            raise TableError("file_damaged")
        if is_blank(row[:width]):
            continue
        cells = [_xlsx_cell(cell) for cell in row[:width]]
        if width == MAX_COLUMNS:
            # Notes beside the table are not part of it.
            width = len(headers(cells))
        yield number, cells[:width]


def _xlsx_cell(cell: Any) -> Any:
    """Return a cell's value: ``""`` for none, text with the format's own escapes resolved."""
    if cell is None:
        return ""
    return decode_xstring(cell) if isinstance(cell, str) else cell
