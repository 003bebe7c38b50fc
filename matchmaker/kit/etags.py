"""Entity tags of answers, and whether whoever asks has that answer already."""

import hashlib


def tag_of(data: bytes) -> str:
    """The tag of an answer's content."""
    return f'"{hashlib.sha256(data).hexdigest()[:32]}"'


def is_known(tag: str, header: str | None) -> bool:
    """Whether ``If-None-Match`` names this tag, as a weak one too."""
    given = {one.strip().removeprefix("W/") for one in (header or "").split(",")}
    return tag in given or "*" in given
