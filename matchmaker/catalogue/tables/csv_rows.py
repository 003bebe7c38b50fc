"""Reads CSV: whatever the delimiter, the encoding and the program that wrote it."""

from __future__ import annotations

import csv
import io
import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from matchmaker.catalogue.tables.encodings import encoding_of
from matchmaker.catalogue.tables.rows import Row, TableError, records_to_rows

_DELIMITERS = (",", ";", "\t")
_SEPARATOR_LINE = re.compile(r"\Asep=([,;\t])\r?\n", re.IGNORECASE)
_SNIFF_CHARS = 65_536
_SNIFF_ROWS = 20


def csv_rows(data: bytes) -> Iterator[Row]:
    """Yield the rows of a CSV file; the first row that is not blank is the header."""
    encoding = encoding_of(data)
    delimiter, skip = _sniff_delimiter(data, encoding)
    stream = io.TextIOWrapper(io.BytesIO(data), encoding=encoding, errors="replace", newline="")
    compose = encoding == "cp1258"
    lines = (_clean_line(line, compose) for line in stream)
    records = enumerate(csv.reader(itertools.islice(lines, skip, None), delimiter=delimiter), start=1 + skip)
    return records_to_rows(_guarded(records))


def _clean_line(line: str, compose: bool) -> str:
    """Drop null bytes; compose the decomposed letters of Windows-1258."""
    line = line.replace("\x00", "")
    return unicodedata.normalize("NFC", line) if compose else line


def _sniff_delimiter(data: bytes, encoding: str) -> tuple[str, int]:
    """Return the delimiter and how many lines to skip (1 for the "sep=" line spreadsheets understand)."""
    stream = io.TextIOWrapper(io.BytesIO(data), encoding=encoding, errors="replace", newline="")
    head = stream.read(_SNIFF_CHARS).replace("\x00", "")
    declared = _SEPARATOR_LINE.match(head)
    if declared is not None:
        return declared.group(1), 1
    return max(_DELIMITERS, key=lambda delimiter: _regularity(head, delimiter)), 0


def _regularity(head: str, delimiter: str) -> tuple[int, int]:
    """Score a delimiter: how many of the first rows are as wide as the header, then how wide that is."""
    reader = csv.reader(io.StringIO(head, newline=""), delimiter=delimiter)
    try:
        widths = [len(record) for record in itertools.islice(reader, _SNIFF_ROWS) if record]
    except csv.Error:
        return (0, 0)
    if not widths or widths[0] < 2:
        return (0, 0)
    return (sum(width == widths[0] for width in widths), widths[0])


def _guarded(records: Iterable[tuple[int, list[str]]]) -> Iterator[tuple[int, list[Any]]]:
    """Turn the CSV parser's complaints into ``file_damaged``."""
    iterator = iter(records)
    while True:
        try:
            record = next(iterator)
        except StopIteration:
            return
        except csv.Error as error:
            raise TableError("file_damaged") from error
        yield record
