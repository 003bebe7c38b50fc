"""``If-None-Match``: whatever stands there is no error, and our own tag is known wherever it stands."""

from matchmaker.kit.etags import is_known

TAG = '"0123456789abcdef"'


def seeds() -> list[bytes]:
    return [b"*", TAG.encode(), b'W/"0123456789abcdef", "x"', b'"a,b", ,,W/', b""]


def take(data: bytes) -> None:
    header = data.decode("latin-1")
    known = is_known(TAG, header)
    assert not known or "*" in header or TAG in header
    assert is_known(TAG, f"{TAG}, {header}")
