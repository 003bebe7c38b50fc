"""Reads JSON Lines."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

from matchmaker.catalogue.tables.encodings import encoding_of
from matchmaker.catalogue.tables.rows import Row

_SNIFF_BYTES = 65_536


def json_rows(data: bytes) -> Iterator[Row]:
    """Yield one row a line; a line that is no JSON object becomes a row with an error."""
    encoding = encoding_of(data[:_SNIFF_BYTES])
    if encoding.startswith("utf-16"):
        data = data.decode(encoding, "replace").encode("utf-8", "replace")
    # Bytes, not text: lines end at "\n" only, and one undecodable line leaves the others alone.
    for number, line in enumerate(io.BytesIO(data), start=1):
        if line.strip(b"\xef\xbb\xbf \t\r\n\x00"):
            yield _json_row(number, line)


def _json_row(number: int, line: bytes) -> Row:
    """Return the row of one line, which the format wants in UTF-8."""
    try:
        values = parse_json(line.decode("utf-8").removeprefix("\ufeff").replace("\x00", ""))
    except ValueError:
        return Row(number, error="json_invalid")
    return Row(number, values) if isinstance(values, dict) else Row(number, error="json_invalid")


def parse_json(line: str) -> Any:
    """Parse one line; raise ``ValueError`` also for NaN, Infinity and nesting that is too deep."""
    try:
        return json.loads(line, parse_constant=_refuse_constant)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _refuse_constant(name: str) -> None:
    """Refuse the number names that JSON does not have."""
    raise ValueError(name)
