"""Plain-text helpers: clean-up, search keys, fingerprints and sentence splitting.

Everything here is linear in the length of the text and needs only the standard library.
"""

from __future__ import annotations

import functools
import hashlib
import re
import sys
import unicodedata
from collections.abc import Iterator
from typing import Any

# C0 and C1 controls except tab and newline (carriage returns are turned into newlines before this runs),
# bidi embedding/override/isolate controls, and the byte order mark. The zero width joiner stays: emoji
# sequences need it. So do the harmless left-to-right and right-to-left marks.
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
_SURROGATE = re.compile("[\ud800-\udfff]")

# Canonical ordering sorts each run of combining marks by insertion, which is quadratic in the run.
# Thirty is the limit of the Unicode "stream-safe" text format; no real writing comes near it.
_MARK_RUN_LIMIT = 30
_SHORT_TEXT = 2048
# What is read of a text that somebody sent and an answer repeats.
_READ = 500

# Marks that vary a Latin, Greek or Cyrillic letter. Kana voicing marks, Arabic vowels and Indic signs are
# left alone on purpose: without them the word is another word.
_ACCENTS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]")


def normalise(text: str) -> str:
    """Return ``text`` in the one form the system stores.

    NFC, newlines as ``\\n``, no control characters except newline and tab, no unpaired surrogates,
    no bidi overrides or byte order marks, no white space at either end. Never raises.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    # Most texts hold nothing unwanted, and this looks through them ten times faster than the pattern.
    if not text.replace("\n", "").replace("\t", "").isprintable():
        text = _UNWANTED.sub("", _without_surrogates(text))
    return unicodedata.normalize("NFC", _stream_safe(text)).strip()


def printable(value: Any) -> Any:
    """Return a JSON value that can be sent to anybody: its texts normalised, and cut where nobody reads on."""
    if isinstance(value, str):
        return normalise(value[:_READ])
    if isinstance(value, dict):
        return {printable(str(name)): printable(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [printable(item) for item in value]
    return value if value is None or isinstance(value, (bool, int, float)) else printable(str(value))


def fold(text: str) -> str:
    """Return the search key of ``text``: case and accents removed, ``đ`` as ``d``; CJK text is unchanged."""
    text = normalise(text).casefold().replace("đ", "d")
    return unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", text)))


def digest(text: str) -> str:
    """Return the SHA-256 of the normalised text as 64 lower-case hexadecimal digits."""
    return hashlib.sha256(normalise(text).encode("utf-8")).hexdigest()


def _without_surrogates(text: str) -> str:
    """Join surrogate pairs into the character they stand for and drop the unpaired ones."""
    if _SURROGATE.search(text) is None:
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


def _stream_safe(text: str) -> str:
    """Cut runs of combining marks that are longer than any writing system uses."""
    if len(text) <= _SHORT_TEXT or text.isascii():
        return text
    return _mark_runs().sub(lambda match: match.group()[:_MARK_RUN_LIMIT], text)


@functools.cache
def _mark_runs() -> re.Pattern[str]:
    """Return a pattern for over-long runs of marks; built once, on the first long non-ASCII text."""
    marks = [chr(code) for code in range(0x300, sys.maxunicode + 1) if unicodedata.combining(chr(code))]
    return re.compile(f"[{re.escape(''.join(marks))}]{{{_MARK_RUN_LIMIT + 1},}}")


# --- sentences ---------------------------------------------------------------------------------------

_CLOSERS = "\"'”’»)\\]}」』】）〉》"
# A run of terminators with the closing quotes behind it. The two character classes do not overlap, so the
# pattern never backtracks.
_ENDS = ".!?…。！？｡"
_TERMINATOR = re.compile(f"[{_ENDS}]+[{_CLOSERS}]*")
_WIDE_ENDS = frozenset("。！？｡")
_BULLET = re.compile(
    r"^\s*(?:[-*+–—·•●○◦▪■□‣➢✓✔]+\s+|[•●○◦▪■□‣➢✓✔]\s*"  # symbols
    r"|\(?\d{1,3}[.)]\s+|\(?[A-Za-zđĐ][)]\s+)"  # "1." and "a)"
)
_LAST_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*\Z")
_MEASURE = re.compile(r"(?:\d\s?|[°/])\Z")
# Long enough for every abbreviation below; keeps the look-back constant.
_LOOK_BACK = 12
# Latin marks count only with a space behind them: "3,5" is one number.
_CUT_MARKS = (("; ", "；"), (", ", "，", "、"), (" ", "\t"))

# Never the last word of a sentence: titles, place prefixes, connectives.
_TITLES = "mr mrs ms dr prof st co ts pgs gs ths ks bs kts pgs.ts gs.ts tp tx ql"
_CONNECTIVES = "e.g i.e vs cf viz approx vd"
_ABBREVIATIONS = frozenset(f"{_TITLES} {_CONNECTIVES}".split())
# Abbreviations only when a number follows ("No. 5", "Fig. 2"); words of their own otherwise.
_PLACES = "no nos fig figs eq ref refs art vol pp p ch sec ca al tel đt tr stt q"
_MONTHS = "jan feb mar apr jun jul aug sep sept oct nov dec"
_BEFORE_NUMBER = frozenset(f"{_PLACES} {_MONTHS}".split())


def split_sentences(text: str, max_chars: int = 400) -> list[str]:
    """Split ``text`` into sentences of at most ``max_chars`` characters, in order.

    Works for Vietnamese, English, Chinese, Japanese and Korean. Line breaks and bullets always separate.
    The text is one that ``normalise`` has gone through, as all that are stored.
    Over-long sentences are cut at a semicolon, a comma or a space, in that order of preference. Pieces
    without any letter are dropped. Raises ``ValueError`` when ``max_chars`` is below 1.
    """
    if max_chars < 1:
        raise ValueError("max_chars must be at least 1")
    pieces: list[str] = []
    for line in text.split("\n"):
        for sentence in _line_sentences(_BULLET.sub("", line, count=1)):
            pieces.extend(_cut(sentence, max_chars))
    return [piece for piece in pieces if _has_letter(piece)]


def _line_sentences(line: str) -> Iterator[str]:
    """Yield the sentences of one line, stripped."""
    start = 0
    for match in _TERMINATOR.finditer(line):
        if _ends_sentence(line, match):
            yield line[start : match.end()].strip()
            start = match.end()
    yield line[start:].strip()


def _ends_sentence(line: str, match: re.Match[str]) -> bool:
    """Tell whether a run of terminators closes a sentence rather than an abbreviation or a number."""
    if match.end() == len(line):
        return True
    if not _WIDE_ENDS.isdisjoint(match.group()):
        # A quotation that ends inside a sentence: 「省エネ。」と言う.
        return match.group()[-1] in _ENDS or not line[match.end()].isalpha()
    if not line[match.end()].isspace():
        return False
    following = line[match.end() : match.end() + 4].lstrip()[:1]
    if following.islower():
        return False
    if match.group() != ".":
        return True
    return not _is_abbreviation(line[max(0, match.start() - _LOOK_BACK) : match.start()], following)


def _is_abbreviation(before: str, following: str) -> bool:
    """Tell whether ``before``, the text up to a full stop, ends in an abbreviation or an initial."""
    found = _LAST_WORD.search(before)
    if found is None:
        return False
    word = found.group().casefold()
    if word in _ABBREVIATIONS:
        return True
    if word in _BEFORE_NUMBER:
        return following.isdigit()
    return _is_initial(found.group(), before[: found.start()])


def _is_initial(word: str, before: str) -> bool:
    """Tell whether ``word`` is a name's initial ("J. Smith", "U.S. Navy") and not a unit ("5 V", "30 °C")."""
    last = word.rsplit(".", 1)[-1]
    return len(last) == 1 and last.isupper() and _MEASURE.search(before) is None


def _cut(sentence: str, max_chars: int) -> Iterator[str]:
    """Yield ``sentence`` in pieces of at most ``max_chars`` characters."""
    start = 0
    while len(sentence) - start > max_chars:
        end = _cut_point(sentence, start, max_chars)
        yield sentence[start:end].strip()
        start = end
    yield sentence[start:].strip()


def _cut_point(sentence: str, start: int, max_chars: int) -> int:
    """Return where to cut; always beyond a third of the window, so the number of cuts stays linear."""
    floor, ceiling = start + max_chars // 3, start + max_chars
    for marks in _CUT_MARKS:
        found = max(sentence.rfind(mark, floor, ceiling) for mark in marks)
        if found > start:
            return found + 1
    # No place to cut: at least keep a letter together with its marks and an emoji with its joiner.
    end = ceiling
    while end > floor + 1 and _is_joined(sentence, end):
        end -= 1
    return end


def _is_joined(sentence: str, index: int) -> bool:
    """Tell whether the character at ``index`` belongs to the one before it."""
    is_mark = unicodedata.category(sentence[index]).startswith("M")
    return is_mark or "\u200d" in sentence[index - 1 : index + 1]


def _has_letter(piece: str) -> bool:
    """Tell whether any character of ``piece`` is a letter."""
    return any(map(str.isalpha, piece))
