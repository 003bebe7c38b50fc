"""Codes of badges: only those that we made are somebody's."""

from pathlib import Path

from matchmaker.kit.secrets import Secret
from matchmaker.outcomes.day.codes import badge_code, person_of_code

SECRET = Secret("fuzzed", Path("nowhere"))


def seeds() -> list[bytes]:
    return [badge_code(SECRET, 1, 7).encode(), badge_code(SECRET, 2, 7).lower().encode(), b"MM7", b" m m 7 "]


def take(data: bytes) -> None:
    code = data.decode("utf-8", "replace")
    person = person_of_code(SECRET, 1, code)
    assert person is None or "".join(code.split()).upper() == badge_code(SECRET, 1, person)
