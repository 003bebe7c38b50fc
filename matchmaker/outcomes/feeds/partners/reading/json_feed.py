"""Reads a page of a JSON feed; pure."""

import json
from collections.abc import Mapping
from typing import Any

from matchmaker.catalogue.models import Kind
from matchmaker.outcomes.feeds.partners.reading.found import MOST_TOKEN, Found, Page, unreadable
from matchmaker.outcomes.feeds.partners.reading.paths import JsonField, look_up, paths_of
from matchmaker.outcomes.feeds.partners.reading.texts import Said, content_of, keywords, language_code, plain


def read_page(data: bytes, kind: Kind, paths: Mapping[str, str], language: str, most: int) -> Page:
    """The records of a page. Raises InvalidError where it is no such feed, or holds more than ``most``."""
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise unreadable("no JSON") from error
    places = paths_of(paths)
    items = look_up(whole, places[JsonField.ITEMS]) if isinstance(whole, dict) else whole
    if not isinstance(items, list):
        raise unreadable("no list of items")
    if len(items) > most:
        raise unreadable("too many items")
    token = look_up(whole, places[JsonField.NEXT]) if isinstance(whole, dict) else None
    if token is not None and not (isinstance(token, str) and len(token) <= MOST_TOKEN):
        raise unreadable("no address of a next page")
    return Page([_record(item, places, kind, language) for item in items], token or "")


def _record(item: Any, places: Mapping[JsonField, str], kind: Kind, language: str) -> Found:
    def text(name: JsonField) -> str:
        return ", ".join(_texts(look_up(item, places[name])))

    identifier = text(JsonField.IDENTIFIER).strip()
    if look_up(item, places[JsonField.DELETED]) is True:
        return Found(identifier, deleted=True)
    said = language_code(text(JsonField.LANGUAGE)) or language
    paragraphs = [Said(text(name)) for name in (JsonField.SUMMARY, JsonField.DESCRIPTION)]
    titles = [Said(text(JsonField.TITLE))] if text(JsonField.TITLE).strip() else []
    content = content_of(kind, titles, paragraphs, said)
    content["keywords"] = keywords(_texts(look_up(item, places[JsonField.KEYWORDS])))
    if kind is Kind.TECHNOLOGY:
        content["advantages"] = plain(text(JsonField.ADVANTAGES))
    level = look_up(item, places[JsonField.READINESS])
    if level is not None:
        content["trl" if kind is Kind.TECHNOLOGY else "trl_min"] = level
    return Found(
        identifier,
        content=content,
        terms=tuple(_texts(look_up(item, places[JsonField.SUBJECTS]))),
        holder=plain(text(JsonField.HOLDER)),
        address=text(JsonField.ADDRESS).strip(),
        licence=plain(text(JsonField.LICENCE)),
        licence_address=text(JsonField.LICENCE_ADDRESS).strip(),
    )


def _texts(value: Any) -> list[str]:
    """The texts at a place: one, or those of a list."""
    if isinstance(value, list):
        return [text for one in value for text in _texts(one) if not isinstance(one, list)]
    if isinstance(value, bool) or value is None or isinstance(value, dict):
        return []
    return [str(value)]
