"""Words for the lexical half of ranking, made alike from every language.

Accents are folded, so that "nang luong mat troi" finds "năng lượng mặt trời". Vietnamese writes a space between
syllables, so its compounds are found as pairs of neighbours, and so are the fixed phrases of other languages; scripts
without spaces are cut into pairs of characters.
"""

import re
from functools import lru_cache
from itertools import pairwise

from matchmaker.kit.text import fold

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_UNSPACED = re.compile(r"([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+)")
# Joins the syllables of a pair; it cannot occur inside a word.
JOINT = "_"


def tokenise(text: str, language: str) -> list[str]:
    """The words of a text in order of appearance, pairs after the words they come from."""
    folded = fold(text)
    words: list[str] = _WORD.findall(folded)
    if _UNSPACED.search(folded):
        words = [piece for word in words for piece in _pieces(word, language)]
    elif language == "en":
        words = [_stem(word) for word in words]
    return words + [a + JOINT + b for a, b in pairwise(words)]


def _pieces(word: str, language: str) -> list[str]:
    if not _UNSPACED.search(word):
        return [_stem(word) if language == "en" else word]
    pieces: list[str] = []
    for piece in _UNSPACED.split(word):
        if not piece:
            continue
        if _UNSPACED.fullmatch(piece):
            pieces += [piece[i : i + 2] for i in range(len(piece) - 1)] or [piece]
        else:
            pieces.append(piece)
    return pieces


@lru_cache(maxsize=200_000)
def _stem(word: str) -> str:
    """Plural and the commonest endings off, as Harman's S-stemmer does (JASIS 42, 1991); more merges too much."""
    if len(word) > 4 and word.endswith("ies") and not word.endswith(("eies", "aies")):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("es") and not word.endswith(("aes", "ees", "oes")):
        return word[:-1]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("us", "ss")):
        return word[:-1]
    return word
