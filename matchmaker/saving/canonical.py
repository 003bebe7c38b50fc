"""One way of writing a row, whatever database it came from, and digests of whole tables made of that."""

import hashlib
import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any

_ROOM = 2**256


@dataclass
class TableDigest:
    """How many rows a table has, and the sum of their digests: the same in whatever order they come."""

    rows: int = 0
    total: int = field(default=0, repr=False)

    def add(self, values: Iterable[Any]) -> None:
        """Take one more row in; ``values`` in the order of the names of the columns."""
        self.rows += 1
        self.total = (self.total + int.from_bytes(hashlib.sha256(as_bytes(values)).digest())) % _ROOM

    @property
    def digest(self) -> str:
        return f"{self.total:064x}"

    def told(self) -> dict[str, Any]:
        return {"rows": self.rows, "digest": self.digest}


def as_bytes(values: Iterable[Any]) -> bytes:
    """A row: each value with its kind and length before it, so that no two rows are written alike."""
    parts = []
    for value in values:
        kind, raw = _written(value)
        parts.append(kind + struct.pack(">Q", len(raw)) + raw)
    return b"".join(parts)


def in_order(names: Sequence[str], row: Mapping[str, Any]) -> list[Any]:
    return [row[name] for name in sorted(names)]


def _written(value: Any) -> tuple[bytes, bytes]:
    """Kind and bytes. Raises TypeError for what no column holds."""
    if value is None:
        return b"-", b""
    if isinstance(value, Enum):
        return _written(value.value)
    if isinstance(value, bool):
        return b"b", b"1" if value else b"0"
    if isinstance(value, int):
        return b"i", str(value).encode()
    if isinstance(value, float):
        return b"f", struct.pack(">d", value)
    if isinstance(value, str):
        return b"t", value.encode("utf-8", "surrogatepass")
    if isinstance(value, bytes | memoryview):
        return b"x", bytes(value)
    if isinstance(value, datetime):
        return b"m", value.astimezone(UTC).isoformat(timespec="microseconds").encode()
    if isinstance(value, date):
        return b"d", value.isoformat().encode()
    raise TypeError(f"no column holds a {type(value).__name__}")
