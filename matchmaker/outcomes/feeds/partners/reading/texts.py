"""Texts of others put into the fields of a posting, language by language; pure."""

import re
from collections.abc import Sequence
from html.parser import HTMLParser
from typing import Any, NamedTuple

from matchmaker.catalogue.models import Kind

# Longer ones are a description, and no summary.
LONGEST_SUMMARY = 1000
MOST_KEYWORDS, LONGEST_KEYWORD = 30, 100
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|&#?\w{1,12};")
_BLOCKS = frozenset(("p", "br", "div", "li", "ul", "ol", "tr", "h1", "h2", "h3", "h4"))
# The codes of three letters that catalogues write most, by those of two.
_SHORT = {
    **{"vie": "vi", "eng": "en", "jpn": "ja", "kor": "ko", "zho": "zh", "chi": "zh", "deu": "de", "ger": "de"},
    **{"fra": "fr", "fre": "fr", "rus": "ru", "spa": "es"},
}


class Said(NamedTuple):
    """A text, with its language where that is said."""

    text: str
    language: str = ""


def language_code(said: str) -> str:
    """A language as we write it, from a tag like ``en-GB`` or ``eng``; empty for anything else."""
    code = re.split(r"[-_]", said.strip().lower())[0]
    return _SHORT.get(code, code) if re.fullmatch(r"[a-z]{2,3}", code) else ""


def plain(text: str) -> str:
    """A text without the tags of HTML that some catalogues have in it."""
    if not _TAG.search(text):
        return text.strip()
    reader = _Plain()
    reader.feed(text)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.parts).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _Plain(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self._unseen += tag in ("script", "style")
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in ("script", "style")
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if self._unseen <= 0:
            self.parts.append(data)


def keywords(words: Sequence[str]) -> list[str]:
    """Words that can be keywords, each once."""
    short = (plain(word) for word in words)
    return list(dict.fromkeys(word for word in short if 0 < len(word) <= LONGEST_KEYWORD))[:MOST_KEYWORDS]


def content_of(kind: Kind, titles: Sequence[Said], paragraphs: Sequence[Said], language: str) -> dict[str, Any]:
    """The texts of a posting: in ``language`` where there is a title in it, else in that of the first title."""
    named = {one.language or language for one in titles}
    own = language if language in named or not titles else titles[0].language
    by_language: dict[str, dict[str, Any]] = {}
    for one in titles:
        text = by_language.setdefault(one.language or own, {"title": plain(one.text)})
        text.setdefault("title", plain(one.text))
    for code, text in by_language.items():
        said = [plain(one.text) for one in paragraphs if (one.language or own) == code]
        text |= _body(kind, [part for part in said if part])
    main = by_language.pop(own, {"title": ""})
    others = [{"language": code, **text} for code, text in by_language.items() if text["title"]]
    return {"language": own, **main, "translations": others}


def _body(kind: Kind, parts: list[str]) -> dict[str, str]:
    if kind is Kind.NEED:
        return {"problem": "\n\n".join(parts)}
    if parts and len(parts[0]) > LONGEST_SUMMARY:
        return {"summary": "", "description": "\n\n".join(parts)}
    return {"summary": parts[0] if parts else "", "description": "\n\n".join(parts[1:])}
