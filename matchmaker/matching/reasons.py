"""Why two postings match: the pair of sentences, one from each, that carry it, and the words they share."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matchmaker.embedding.encoder import Array

# Sentences beyond these are not looked at; what a posting is about stands in its first ones.
MOST_SENTENCES = 24
MIN_CHARS = 20
# Shared words break ties between pairs that mean about the same.
WORD_SHARE = 0.15
# The words of a sentence that say something when they are shared.
Words = Callable[[str], frozenset[str]]


@dataclass(frozen=True)
class SentencePair:
    """A sentence of each posting, how alike they are in meaning (-1 to 1), and words that both say."""

    need: str
    technology: str
    similarity: float
    shared: list[str]


def candidate_sentences(sentences: Sequence[str]) -> list[str]:
    """The sentences worth quoting, without repetitions; short ones only where there is nothing else."""
    unique = list(dict.fromkeys(sentences))
    long_enough = [sentence for sentence in unique if len(sentence) >= MIN_CHARS]
    return (long_enough or unique)[:MOST_SENTENCES]


def best_pairs(
    need: Sequence[str],
    technology: Sequence[str],
    need_vectors: Array,
    technology_vectors: Array,
    need_words: Words,
    technology_words: Words,
    count: int = 2,
) -> list[SentencePair]:
    """The best ``count`` pairs with no sentence used twice.

    Vectors are centred unit vectors ``[sentences, d]``.
    """
    if not need or not technology:
        return []
    similarity = need_vectors @ technology_vectors.T
    free = similarity.astype(np.float64)
    pairs = []
    for _ in range(min(count, *free.shape)):
        i, j = _best_place(free, lambda i, j: _overlap(need_words(need[i]), technology_words(technology[j])))
        shared = sorted(need_words(need[i]) & technology_words(technology[j]))
        pairs.append(SentencePair(need[i], technology[j], round(float(similarity[i, j]), 4), shared))
        free[i, :], free[:, j] = -np.inf, -np.inf
    return pairs


def _best_place(similarity: npt.NDArray[np.float64], overlap: Callable[[int, int], float]) -> tuple[int, int]:
    """Where similarity and shared words come to the most.

    Words are compared only while they can still make a difference: that takes longer than all the vectors.
    """
    best, place = -np.inf, (0, 0)
    for number in np.argsort(-similarity, axis=None, kind="stable").tolist():
        i, j = divmod(number, similarity.shape[1])
        if similarity[i, j] + WORD_SHARE <= best:
            break
        value = similarity[i, j] + WORD_SHARE * overlap(i, j)
        if value > best:
            best, place = value, (i, j)
    return place


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / math.sqrt(len(a) * len(b)) if a and b else 0.0
