"""What a row of a table says of a posting, laid over what is kept of it. Pure.

A column that the file lacks leaves its field as it is, an empty cell clears it, and a language of which the row says
nothing keeps its text.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from matchmaker.catalogue.cells import translated
from matchmaker.catalogue.models import CREATE_SCHEMA, TEXT_FIELDS, Kind, PostingCreate
from matchmaker.kit.errors import InvalidError

Texts = dict[str, dict[str, str]]

# Stands in the place of a title of which a row says nothing, while the rest of the row is checked.
_STAND_IN = "…"


@dataclass(frozen=True)
class Said:
    """What a row speaks of, if only by an empty cell: fields, and texts of translations by language."""

    fields: frozenset[str]
    texts: dict[str, frozenset[str]]
    no_translations: bool


def said(kind: Kind, cells: dict[str, Any]) -> Said:
    """What the cells of a row speak of, by the names of fields."""
    listed = cells.get("translations")
    named = [translated(kind, name) for name in cells]
    pairs: Iterable[tuple[str, str]] = [pair for pair in named if pair]
    if isinstance(listed, list) and listed:
        texts = [text for text in listed if isinstance(text, dict)]
        pairs = [(name, str(text.get("language"))) for text in texts for name in text]
    found: dict[str, set[str]] = {}
    for name, language in pairs:
        found.setdefault(language, set()).add(name)
    return Said(
        fields=frozenset(cells) & set(CREATE_SCHEMA[kind].model_fields) - {"translations", "key", "organisation_id"},
        texts={language: frozenset(names) & set(TEXT_FIELDS[kind]) for language, names in found.items()},
        no_translations="translations" in cells and not listed,
    )


def with_stand_ins(values: dict[str, Any], spoken: Said) -> dict[str, Any]:
    """The values of a row whose posting may be there already: titles that it need not repeat are filled in."""
    texts = values.get("translations", [])
    filled = [
        {"title": _STAND_IN, **text}
        if isinstance(text, dict) and "title" not in spoken.texts.get(str(text.get("language")), ())
        else text
        for text in (texts if isinstance(texts, list) else [])
    ]
    title = {} if "title" in spoken.fields else {"title": _STAND_IN}
    return values | title | ({"translations": filled} if filled else {})


def merge(kind: Kind, row: PostingCreate, spoken: Said, before: dict[str, Any] | None) -> dict[str, Any]:
    """The values of a posting after a row: those from ``before``, where there is one, with what the row speaks of.

    Raises InvalidError when the row has two texts for one place. Whether the values are whole is for the schema.
    """
    names = TEXT_FIELDS[kind]
    stated = {name: getattr(row, name) for name in spoken.fields}
    language = row.language if before is None or "language" in stated else before["language"]
    given = _given(row, spoken)
    texts = _texts_before(kind, before, language, given)
    if spoken.no_translations:
        texts = {language: texts[language]}
    own = texts.pop(language) | {name: stated[name] for name in names if name in stated}
    own |= _agreeing(given.pop(language, {}), stated)
    for code, body in given.items():
        texts[code] = texts.get(code, {}) | body
    written = {text.language for text in row.translations}
    facts = {name: value for name, value in ((before or {}) | stated).items() if name not in names}
    return facts | _not_empty(own) | {
        "language": language,
        "organisation_id": row.organisation_id,
        "key": row.key,
        # Without a title there is no translation; text that the row wants in one is an error of the schema.
        "translations": [
            {"language": code, **_not_empty(body)}
            for code, body in sorted(texts.items())
            if body.get("title") or code in written
        ],
    }  # fmt: skip


def _given(row: PostingCreate, spoken: Said) -> Texts:
    """The texts of a row's translations by language; cleared ones are empty."""
    bodies = {text.language: text for text in row.translations}
    if len(bodies) < len(row.translations):
        raise InvalidError("language_twice", field="translations")
    return {
        language: {name: getattr(bodies.get(language), name, "") for name in names}
        for language, names in spoken.texts.items()
    }


def _texts_before(kind: Kind, before: dict[str, Any] | None, language: str, given: Texts) -> Texts:
    """The texts that are there, one of them in ``language``.

    A row may give a posting another language. If the posting has text in it, or the row has some in the former one,
    two texts change places; otherwise the text was only filed under the wrong language.
    """
    if before is None:
        return {language: {}}
    names = TEXT_FIELDS[kind]
    texts = {text["language"]: {name: text[name] for name in names} for text in before["translations"]}
    former = before["language"]
    wrong = language not in texts and not any(given.get(former, {}).values())
    texts[language if wrong else former] = {name: before[name] for name in names}
    texts.setdefault(language, {})
    return texts


def _agreeing(body: dict[str, str], stated: dict[str, Any]) -> dict[str, str]:
    """Text under the header of a translation that turned out to be in the posting's own language."""
    for name, value in body.items():
        if value and (stated.get(name) or value) != value:
            raise InvalidError("language_twice", field="translations")
    return _not_empty(body)


def _not_empty(body: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in body.items() if value}
