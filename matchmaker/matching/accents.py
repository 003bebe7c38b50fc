"""Puts the accents back into Vietnamese that was typed without them, for the half of ranking that reads meaning.

The words half folds accents and needs no help; the sentence model reads "mat troi" as noise. Which accents belong is
learned from the taxonomy's own texts: the syllables seen there, and which of them follow each other.
"""

import re
from collections import Counter, defaultdict
from functools import lru_cache
from itertools import pairwise

from matchmaker.catalogue import taxonomy
from matchmaker.kit.text import fold

_SYLLABLE = re.compile(r"[^\W\d_]+")
# A pair that was seen together outweighs any frequency of single syllables.
PAIR_WEIGHT = 50.0


def is_unaccented(text: str) -> bool:
    """Whether a text has no letter that folding would change."""
    return fold(text) == text.casefold()


def restore_accents(text: str) -> str:
    """The text with its likeliest accents; syllables never seen stay as they are."""
    words = _SYLLABLE.findall(text)
    restored = iter(_likeliest(words))
    return _SYLLABLE.sub(lambda found: next(restored, None) or found.group(), text)


def _likeliest(words: list[str]) -> list[str]:
    """The best sequence of accented syllables by single and paired counts (Viterbi)."""
    singles, pairs, forms = _seen()
    paths: dict[str, tuple[float, list[str]]] = {"": (0.0, [])}
    for word in words:
        reached: dict[str, tuple[float, list[str]]] = {}
        for form in forms.get(fold(word), (word,)):
            score, path = max(
                (value + PAIR_WEIGHT * min(pairs[(before, form)], 3) + singles[form], way)
                for before, (value, way) in paths.items()
            )
            reached[form] = (score, [*path, form])
        paths = reached
    return max(paths.values())[1]


@lru_cache
def _seen() -> tuple[Counter[str], Counter[tuple[str, str]], dict[str, tuple[str, ...]]]:
    """Counts of accented syllables and of pairs of them, and the forms of each folded syllable."""
    singles: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for sector in taxonomy.shipped().sectors.values():
        for text in (sector.name_vi, sector.description_vi):
            words = [word.lower() for word in _SYLLABLE.findall(text)]
            singles.update(words)
            pairs.update(pairwise(words))
    forms: dict[str, set[str]] = defaultdict(set)
    for word in singles:
        forms[fold(word)].add(word)
    return singles, pairs, {key: tuple(sorted(found)) for key, found in forms.items()}
