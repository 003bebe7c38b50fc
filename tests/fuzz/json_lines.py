"""Tables as JSON Lines: a line is an object, or a row with an error."""

from matchmaker.catalogue.tables import TableError, read_rows

MOST_ROWS = 2_000


def seeds() -> list[bytes]:
    lines = '{"title": "Máy nén", "trl": 7, "sectors": ["a", null]}\n\n[1]\n{"a": NaN}\n'
    return [
        lines.encode(),
        lines.encode("utf-16"),
        b'\xef\xbb\xbf{"a": 1e999}\n',
        b'{"a": ' + b"[" * 200 + b"]" * 200 + b"}",
        b'{"a": ' + b"9" * 5000 + b"}",
    ]


def take(data: bytes) -> None:
    try:
        for row in read_rows(data, "rows.jsonl", MOST_ROWS):
            assert row.error in (None, "json_invalid")
            assert row.error is None or row.values == {}
    except TableError:
        pass
