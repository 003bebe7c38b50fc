"""Where the fields of a posting lie in a JSON feed; pure."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any


class JsonField(StrEnum):
    """What a feed can say. ``ITEMS`` and ``NEXT`` are looked for in the whole, all others in each item."""

    ITEMS = "items"
    NEXT = "next"
    IDENTIFIER = "identifier"
    DELETED = "deleted"
    LANGUAGE = "language"
    TITLE = "title"
    SUMMARY = "summary"
    DESCRIPTION = "description"
    ADVANTAGES = "advantages"
    KEYWORDS = "keywords"
    SUBJECTS = "subjects"
    READINESS = "readiness"
    HOLDER = "holder"
    ADDRESS = "address"
    LICENCE = "licence"
    LICENCE_ADDRESS = "licence_address"


# Those of JSON Feed 1.1 (jsonfeed.org); what it does not know stands under our own names.
DEFAULT_PATHS: dict[JsonField, str] = {
    **{name: name.value for name in JsonField},
    JsonField.NEXT: "next_url",
    JsonField.IDENTIFIER: "id",
    JsonField.DESCRIPTION: "content_text",
    JsonField.KEYWORDS: "tags",
    JsonField.SUBJECTS: "tags",
    JsonField.HOLDER: "authors.0.name",
    JsonField.ADDRESS: "url",
}


def paths_of(changed: Mapping[str, str]) -> dict[JsonField, str]:
    """All paths, with those that a partner has elsewhere."""
    return DEFAULT_PATHS | {JsonField(name): path for name, path in changed.items()}


def look_up(value: Any, path: str) -> Any:
    """What lies at a path, steps of which are names or places in a list; None where nothing does."""
    for step in path.split(".") if path else ():
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and step.isascii() and step.isdigit():
            value = value[int(step)] if int(step) < len(value) else None
        else:
            return None
    return value
