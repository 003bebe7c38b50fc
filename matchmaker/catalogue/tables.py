"""Reading and writing tables: CSV, XLSX and JSON Lines.

Uploaded files are hostile until proven otherwise: archives are measured before they are unpacked, document
type declarations (the carrier of XML entity bombs) are refused, and rows are produced one at a time.
``openpyxl`` parses through ``defusedxml`` when that package is installed; the check here does not rely on it.
"""

from __future__ import annotations

import codecs
import csv
import datetime
import io
import itertools
import json
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any, Literal
from xml.parsers import expat

import openpyxl

from matchmaker.catalogue.legacy_text import detect, vietnamese_share
from matchmaker.kit.errors import InvalidError

Format = Literal["csv", "xlsx", "jsonl"]

MAX_ROWS = 100_000
_MAX_UNPACKED = 512 * 1024 * 1024
_MAX_RATIO = 200
# Small files compress as well as they like: empty cells do that honestly.
_RATIO_FLOOR = 50 * 1024 * 1024
_MAX_PARTS = 10_000
_MAX_COLUMNS = 1024
_MAX_SHEET_ROWS = 1_048_576
# The most characters one spreadsheet cell can hold.
_MAX_CELL = 32_767
# The longest field the CSV reader accepts.
_MAX_CSV_CELL = 131_072

_EXTENSIONS: dict[str, Format] = {
    ".csv": "csv",
    ".tsv": "csv",
    ".txt": "csv",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}


class TableError(InvalidError):
    """A file that cannot be read, or a value that cannot be written, as a table.

    ``code`` is one of ``file_empty``, ``file_damaged``, ``format_unknown``, ``archive_too_large``,
    ``too_many_rows`` and ``cell_too_long``.
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


# --- reading -----------------------------------------------------------------------------------------


def read_rows(data: bytes, filename: str, max_rows: int = MAX_ROWS) -> Iterator[Row]:
    """Yield the rows of a CSV, XLSX or JSON Lines file; blank rows are skipped.

    The extension must be a known one; which known format it is, the content decides. A header without rows
    yields nothing. Raises :class:`TableError` at once for ``format_unknown``, ``file_empty`` and
    ``archive_too_large``; ``file_damaged`` and ``too_many_rows`` may also come while iterating.
    """
    table_format = _sniff_format(data, filename)
    readers: dict[Format, Callable[[bytes], Iterator[Row]]] = {
        "csv": _csv_rows,
        "xlsx": _xlsx_rows,
        "jsonl": _jsonl_rows,
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
    text = head.decode(_encoding(head), "replace").lstrip("\ufeff \t\r\n\x00")
    if not text.startswith("{"):
        return False
    try:
        return isinstance(_parse_json(text.split("\n", 1)[0]), dict)
    except ValueError:
        # A first line longer than the head is cut off, and then anything that opens like an object counts.
        return "\n" not in text and re.match(r'\{\s*"', text) is not None


# --- character encodings -----------------------------------------------------------------------------

_CHUNK = 1 << 20
# Share of undecodable characters among the non-ASCII ones below which a file is UTF-8 with scratches.
_SCRATCHES = 0.05


def _encoding(data: bytes) -> str:
    """Return the name of the codec for ``data``: UTF-8, UTF-16, Windows-1258 or Windows-1252."""
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return _utf16_without_mark(data[:4096]) or ("utf-8" if _is_utf8(data) else _windows_code_page(data))


def _utf16_without_mark(head: bytes) -> str | None:
    """Recognise UTF-16 without a byte order mark: every other byte of its ASCII characters is zero."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) < max(2, len(head) // 8) or max(even, odd) < 8 * min(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _is_utf8(data: bytes) -> bool:
    """Tell whether ``data`` is UTF-8, a few damaged characters apart."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    bad = accented = 0
    for start in range(0, len(data), _CHUNK):
        text = decoder.decode(data[start : start + _CHUNK], final=start + _CHUNK >= len(data))
        if not text.isascii():
            bad += text.count("\ufffd")
            accented += len(text) - len(text.encode("ascii", "ignore"))
    return bad <= _SCRATCHES * accented


def _windows_code_page(data: bytes) -> str:
    """Choose between Windows-1258 and 1252: the one in which the words are Vietnamese.

    Text in a legacy font encoding is read as 1252, the form in which it can be recognised and converted.
    """
    sample = data[:262_144]
    western, vietnamese = sample.decode("cp1252", "replace"), sample.decode("cp1258", "replace")
    if detect(western).encoding != "unicode":
        return "cp1252"
    return "cp1258" if vietnamese_share(vietnamese) > vietnamese_share(western) else "cp1252"


# --- CSV ---------------------------------------------------------------------------------------------

_DELIMITERS = (",", ";", "\t")
_SEPARATOR_LINE = re.compile(r"\Asep=([,;\t])\r?\n", re.IGNORECASE)
_SNIFF_CHARS = 65_536
_SNIFF_ROWS = 20


def _csv_rows(data: bytes) -> Iterator[Row]:
    """Yield the rows of a CSV file; the first row that is not blank is the header."""
    encoding = _encoding(data)
    delimiter, skip = _sniff_delimiter(data, encoding)
    stream = io.TextIOWrapper(io.BytesIO(data), encoding=encoding, errors="replace", newline="")
    compose = encoding == "cp1258"
    lines = (_clean_line(line, compose) for line in stream)
    records = enumerate(csv.reader(itertools.islice(lines, skip, None), delimiter=delimiter), start=1 + skip)
    return _records_to_rows(_guarded(records))


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


def _records_to_rows(records: Iterator[tuple[int, list[Any]]]) -> Iterator[Row]:
    """Find the header and return the rows below it; raise ``file_empty`` without any header."""
    for _, record in records:
        if not _is_blank(record):
            return _rows_below(_headers(record), records)
    raise TableError("file_empty")


def _rows_below(headers: list[str], records: Iterator[tuple[int, list[Any]]]) -> Iterator[Row]:
    """Yield a row for every record that is not blank."""
    for number, record in records:
        if _is_blank(record):
            continue
        if not _is_blank(record[len(headers) :]):
            # More cells than headers: a stray delimiter shifted the row, so no cell can be trusted.
            yield Row(number, error="columns_extra")
            continue
        cells = itertools.chain(map(_unescape_cell, record), itertools.repeat(""))
        yield Row(number, {header: cell for header, cell in zip(headers, cells, strict=False) if header})


def _headers(record: Sequence[Any]) -> list[str]:
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


def _is_blank(record: Sequence[Any]) -> bool:
    """Tell whether a record has nothing but empty cells."""
    return all(cell is None or (isinstance(cell, str) and not cell.strip()) for cell in record)


# --- XLSX --------------------------------------------------------------------------------------------


def _xlsx_rows(data: bytes) -> Iterator[Row]:
    """Yield the rows of the first visible sheet of a workbook."""
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
    return _records_to_rows(_sheet_records(sheet))


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
        if _is_blank(row[:width]):
            continue
        cells = [_xlsx_cell(cell) for cell in row[:width]]
        if width == _MAX_COLUMNS:
            # Notes beside the table are not part of it.
            width = len(_headers(cells))
        yield number, cells[:width]


def _xlsx_cell(cell: Any) -> Any:
    """Return a cell's value: ``""`` for none, text with the format's own escapes resolved."""
    if cell is None:
        return ""
    return _decode_xstring(cell) if isinstance(cell, str) else cell


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


# --- JSON Lines --------------------------------------------------------------------------------------


def _jsonl_rows(data: bytes) -> Iterator[Row]:
    """Yield one row a line; a line that is no JSON object becomes a row with an error."""
    encoding = _encoding(data[:_SNIFF_CHARS])
    if encoding.startswith("utf-16"):
        data = data.decode(encoding, "replace").encode("utf-8", "replace")
    # Bytes, not text: lines end at "\n" only, and one undecodable line leaves the others alone.
    for number, line in enumerate(io.BytesIO(data), start=1):
        if line.strip(b"\xef\xbb\xbf \t\r\n\x00"):
            yield _json_row(number, line)


def _json_row(number: int, line: bytes) -> Row:
    """Return the row of one line, which the format wants in UTF-8."""
    try:
        values = _parse_json(line.decode("utf-8").removeprefix("\ufeff").replace("\x00", ""))
    except ValueError:
        return Row(number, error="json_invalid")
    return Row(number, values) if isinstance(values, dict) else Row(number, error="json_invalid")


def _parse_json(line: str) -> Any:
    """Parse one line; raise ``ValueError`` also for NaN, Infinity and nesting that is too deep."""
    try:
        return json.loads(line, parse_constant=_refuse_constant)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _refuse_constant(name: str) -> None:
    """Refuse the number names that JSON does not have."""
    raise ValueError(name)


# --- cells -------------------------------------------------------------------------------------------

# Spreadsheets run text that starts like this as a formula. Apostrophes in front are matched too, so that
# adding one on writing and removing one on reading gives back every text exactly.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_ESCAPED_FORMULA = re.compile(r"'+[=+\-@\t\r]")
_SURROGATE = re.compile("[\ud800-\udfff]")
# What XML 1.0 cannot hold; a carriage return can be written only as an escape.
_XML_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_XSTRING = re.compile("_x([0-9A-Fa-f]{4})_")


def _escape_cell(value: str) -> str:
    """Put an apostrophe in front of text that a spreadsheet would run."""
    return "'" + value if _FORMULA.match(value) else value


def _unescape_cell(value: Any) -> Any:
    """Undo :func:`_escape_cell`; other text and values that are not text stay."""
    return value[1:] if isinstance(value, str) and _ESCAPED_FORMULA.match(value) else value


def _encode_xstring(value: str) -> str:
    """Write carriage returns, and text that looks like an escape, in the escapes of the format."""
    value = _XSTRING.sub(lambda match: "_x005F" + match.group(), value)
    return _XML_ILLEGAL.sub("", value).replace("\r", "_x000D_")


def _decode_xstring(value: str) -> str:
    """Resolve the escapes of the format; escaped characters that XML cannot hold are dropped."""
    if "_x" not in value:
        return value
    return _XSTRING.sub(lambda match: _without_illegal(chr(int(match.group(1), 16))), value)


def _without_illegal(text: str) -> str:
    """Remove what no output format can hold."""
    return _SURROGATE.sub("", _XML_ILLEGAL.sub("", text))


def _plain(value: Any) -> Any:
    """Return a value as a number, a boolean, a date or text; lists are joined by ``;``."""
    if value is None:
        return ""
    if isinstance(value, (list, tuple, set, frozenset)):
        return ";".join(str(_plain(item)) for item in value)
    if isinstance(value, (bool, int, float, datetime.date, datetime.datetime)):
        return value
    return _SURROGATE.sub("", str(value)).replace("\x00", "")


# --- writing -----------------------------------------------------------------------------------------

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
    plain = _plain(value)
    if isinstance(plain, str):
        if len(plain) >= _MAX_CSV_CELL:
            raise TableError("cell_too_long")
        return _escape_cell(plain)
    if isinstance(plain, bool):
        return "true" if plain else "false"
    return plain.isoformat() if isinstance(plain, datetime.date) else str(plain)


def write_xlsx(rows: Rows, columns: Sequence[str], title: str = "Data") -> bytes:
    """Return ``rows`` as a workbook with one sheet, a header of ``columns`` first.

    Formula-like text is treated as in :func:`write_csv`; control characters are removed. Raises
    :class:`TableError` ``cell_too_long`` rather than cut a text that no cell can hold.
    """
    workbook = openpyxl.Workbook(write_only=True)
    sheet: Any = workbook.create_sheet(title)
    buffer = io.BytesIO()
    try:
        sheet.append([_xlsx_out(column) for column in columns])
        for row in rows:
            sheet.append([_xlsx_out(row.get(column)) for column in columns])
    finally:
        # After a failure too: saving is what removes the temporary file behind the sheet.
        workbook.save(buffer)
    return buffer.getvalue()


def _xlsx_out(value: Any) -> Any:
    """Return the value of one workbook cell."""
    plain = _plain(value)
    if not isinstance(plain, str):
        return plain
    text = _encode_xstring(_escape_cell(_XML_ILLEGAL.sub("", plain)))
    if len(text) > _MAX_CELL:
        raise TableError("cell_too_long")
    return text


def write_jsonl(rows: Rows, columns: Sequence[str] | None = None) -> bytes:
    """Return ``rows`` as JSON Lines (UTF-8), restricted to ``columns`` when given."""
    buffer = io.BytesIO()
    for row in rows:
        values = dict(row) if columns is None else {column: row.get(column) for column in columns}
        line = json.dumps(values, ensure_ascii=False, allow_nan=False, default=_json_default)
        buffer.write(_SURROGATE.sub("", line).encode("utf-8") + b"\n")
    return buffer.getvalue()


def _json_default(value: Any) -> Any:
    """Return a JSON form of dates, sets and anything else that prints."""
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    return value.isoformat() if isinstance(value, datetime.date) else str(value)
