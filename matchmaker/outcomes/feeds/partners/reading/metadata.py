"""Records in Dublin Core, and in the format of services like this one; pure."""

from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element

from matchmaker.catalogue.models import TEXT_FIELDS, Kind
from matchmaker.outcomes.feeds.harvesting.elements import DC, LANGUAGE, OAI_DC, OWN
from matchmaker.outcomes.feeds.partners.reading.found import Found
from matchmaker.outcomes.feeds.partners.reading.texts import Said, content_of, keywords, language_code, plain

WEB = ("http://", "https://")
Values = list[Said]


def read_metadata(identifier: str, inside: Element | None, kind: Kind, language: str) -> Found:
    """A record from its metadata; one in another format has no title, and is refused for that."""
    reader = _READERS.get(inside.tag) if inside is not None else None
    return reader(identifier, inside, kind, language) if reader and inside is not None else Found(identifier)


def _said(parent: Element, space: str, name: str) -> Values:
    found = parent.findall(f"{{{space}}}{name}")
    return [Said(text, language_code(one.get(LANGUAGE, ""))) for one in found if (text := (one.text or "").strip())]


def _texts(parent: Element, space: str, name: str) -> list[str]:
    return [one.text for one in _said(parent, space, name)]


def _dublin_core(identifier: str, dc: Element, kind: Kind, language: str) -> Found:
    languages = [code for text in _texts(dc, DC, "language") if (code := language_code(text))]
    subjects = _texts(dc, DC, "subject")
    rights = _texts(dc, DC, "rights")
    own = language if not languages or language in languages else languages[0]
    content = content_of(kind, _said(dc, DC, "title"), _said(dc, DC, "description"), own)
    content["keywords"] = keywords(subjects)
    return Found(
        identifier,
        content=content,
        terms=tuple(subjects),
        holder=plain("; ".join(_once(_texts(dc, DC, "creator"))))[:300],
        address=next((text for text in _texts(dc, DC, "identifier") if text.startswith(WEB)), ""),
        licence_address=next((text for text in rights if text.startswith(WEB)), ""),
    )


def _own(identifier: str, root: Element, kind: Kind, language: str) -> Found:
    """Every text stands under its own name, so none has to be guessed."""
    own = language_code(root.get("language", "")) or language
    texts: dict[str, dict[str, Any]] = {own: {}}
    for name in TEXT_FIELDS[kind]:
        for one in _said(root, OWN, name):
            texts.setdefault(one.language or own, {})[name] = one.text
    main = texts.pop(own)
    others = [{"language": code, **text} for code, text in texts.items() if text.get("title")]
    content: dict[str, Any] = {"language": own, "title": "", **main, "translations": others}
    content["keywords"] = _texts(root, OWN, "keyword")
    content["cooperation"] = _texts(root, OWN, "cooperation")
    plainly = {"readiness": "trl", "rights": "ip_status", "region": "region", "expires": "expires_on"}
    content |= {field: text for name, field in plainly.items() for text in _texts(root, OWN, name)[:1]}
    content |= _price(root.find(f"{{{OWN}}}price"))
    holder = root.find(f"{{{OWN}}}organisation")
    return Found(
        identifier,
        content=content,
        codes=tuple(code for one in root.findall(f"{{{OWN}}}sector") if (code := one.get("code"))),
        holder=next(iter(_texts(holder, OWN, "name")), "")[:300] if holder is not None else "",
        address=next(iter(_texts(root, OWN, "address")), ""),
    )


def _price(price: Element | None) -> dict[str, str]:
    names = {"least": "price_min", "most": "price_max", "currency": "currency"}
    return {field: price.attrib[name] for name, field in names.items() if price is not None and name in price.attrib}


def _once(texts: list[str]) -> list[str]:
    return list(dict.fromkeys(texts))


_READERS: dict[str, Callable[[str, Element, Kind, str], Found]] = {
    f"{{{OAI_DC}}}dc": _dublin_core,
    f"{{{OWN}}}technology": _own,
}
