"""Why two postings match: the pair of sentences, one from each, that carry it, and the words they share."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matchmaker.embedding.encoder import Array

# Sentences beyond these are not looked at; what a posting is about stands in its first ones.
MOST_SENTENCES = 24
MIN_CHARS = 20
# Shared words break ties between pairs that mean about the same.
WORD_SHARE = 0.15


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
    need_words: Sequence[frozenset[str]],
    technology_words: Sequence[frozenset[str]],
    count: int = 2,
) -> list[SentencePair]:
    """The best ``count`` pairs with no sentence used twice.

    Vectors are centred unit vectors ``[sentences, d]``; words are the sets of each sentence's own.
    """
    if not need or not technology:
        return []
    similarity = need_vectors @ technology_vectors.T
    overlap = np.array([[_overlap(a, b) for b in technology_words] for a in need_words], np.float32)
    value = similarity + WORD_SHARE * overlap
    pairs = []
    for _ in range(min(count, *value.shape)):
        i, j = (int(place) for place in np.unravel_index(int(value.argmax()), value.shape))
        shared = sorted(need_words[i] & technology_words[j])
        pairs.append(SentencePair(need[i], technology[j], round(float(similarity[i, j]), 4), shared))
        value[i, :], value[:, j] = -np.inf, -np.inf
    return pairs


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / np.sqrt(len(a) * len(b)) if a and b else 0.0
