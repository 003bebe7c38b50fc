"""What differs between two versions of a posting's content; pure."""

from typing import Any

from matchmaker.catalogue.review_models import FieldChange


def differences(before: dict[str, Any], after: dict[str, Any]) -> list[FieldChange]:
    """Fields that differ, in the order of the later version; a text in another language field by field."""
    changes = _fields(_own(before), _own(after), None)
    old, new = _by_language(before), _by_language(after)
    for language in [*new, *(gone for gone in old if gone not in new)]:
        changes += _fields(old.get(language, {}), new.get(language, {}), language)
    return changes


def _own(content: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in content.items() if name != "translations"}


def _by_language(content: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {
        text["language"]: {name: value for name, value in text.items() if name != "language"}
        for text in content.get("translations", [])
    }


def _fields(before: dict[str, Any], after: dict[str, Any], language: str | None) -> list[FieldChange]:
    names = [*after, *(name for name in before if name not in after)]
    return [
        FieldChange(field=name, language=language, before=before.get(name), after=after.get(name))
        for name in names
        if (before.get(name) or None) != (after.get(name) or None)
    ]
