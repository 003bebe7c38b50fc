"""Measures an XLSX archive before anything of it is taken into memory.

Reading a workbook builds a row, a shared string and all styles as trees, many times as large as their XML. So not only
the sizes count but also the elements, which are streamed past here in constant memory.
"""

from __future__ import annotations

import io
import zipfile
from typing import IO
from xml.parsers import expat

from matchmaker.catalogue.tables.rows import TableError

MAX_SHEET_ROWS = 1_048_576
_MAX_UNPACKED = 512 * 1024 * 1024
_MAX_RATIO = 200
# Small files compress as well as they like: empty cells do that honestly.
_RATIO_FLOOR = 50 * 1024 * 1024
_MAX_PARTS = 10_000
_MAX_ELEMENTS = 30_000_000
_MAX_STRINGS = 2_000_000
# Elements of one row or one string, or of a whole part that has neither. A row has at most 16,384 cells.
_MAX_TREE = 250_000
# From one element to the next. A cell has at most 32,767 characters.
_MAX_TEXT = 2 * 1024 * 1024
_CHUNK = 65_536


def check_archive(data: bytes) -> None:
    """Raise ``archive_too_large`` or ``file_damaged`` before anything is unpacked into memory.

    The sizes stated in the directory can be trusted this far: unpacking stops at them.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            _check_size(sum(part.file_size for part in parts), len(data), len(parts))
            if not any(part.filename.startswith("xl/") for part in parts):
                raise TableError("format_unknown")
            # Every part, because a workbook may refer to a part under any name.
            for part in parts:
                with archive.open(part) as stream:
                    _Measure().read(stream)
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


class _Measure:
    """Counts the elements of one part; refuses document type declarations, which workbooks never have."""

    def __init__(self) -> None:
        self._elements = self._tree = self._place = self._rows = self._strings = 0
        self._parser = expat.ParserCreate()
        self._parser.StartDoctypeDeclHandler = _refuse_doctype
        self._parser.StartElementHandler = self._start

    def read(self, stream: IO[bytes]) -> None:
        """Read a part to its end, or to where it stops being XML: the workbook reader gets no further either."""
        read = 0
        try:
            while chunk := stream.read(_CHUNK):
                read += len(chunk)
                self._parser.Parse(chunk)
                if read - self._place > _MAX_TEXT + _CHUNK:
                    raise TableError("archive_too_large")
        except expat.ExpatError:
            return

    def _start(self, name: str, _: object) -> None:
        self._elements += 1
        self._tree += 1
        self._place = self._parser.CurrentByteIndex
        local = name.rpartition(":")[2]
        if local == "row":
            self._tree, self._rows = 0, self._rows + 1
        elif local == "si":
            self._tree, self._strings = 0, self._strings + 1
        if self._tree > _MAX_TREE or self._strings > _MAX_STRINGS or self._elements > _MAX_ELEMENTS:
            raise TableError("archive_too_large")
        if self._rows > MAX_SHEET_ROWS:
            raise TableError("file_damaged")


def _refuse_doctype(*_: object) -> None:
    """Refuse a document type declaration."""
    raise TableError("file_damaged")
