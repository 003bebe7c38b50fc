"""Ranks one side for a query from the other: the code that serves users and that evaluation measures.

Every half is standardised over the whole side, so that the two can be added and a filter changes which rows are
listed but never their scores.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matchmaker.embedding.encoder import Array
from matchmaker.embedding.index import Mask, Rows
from matchmaker.matching.calibration import FEATURES
from matchmaker.matching.side import Side, as_query
from matchmaker.matching.weights import Weights

VARIANTS = ("dense", "bm25", "centred", "full")


@dataclass(frozen=True)
class Query:
    """What is looked for: a centred unit vector ``[d]``, words, and the share of its own hub value to take off."""

    vector: Array
    words: Sequence[str]
    language: str
    hub: float = 0.0


@dataclass(frozen=True)
class Ranked:
    """Rows of a side, best first, with the parts of their scores; all arrays are ``[n]``, features ``[n, f]``."""

    rows: Rows
    scores: Array
    features: Array

    def part(self, name: str) -> Array:
        """One of FEATURES."""
        column: Array = self.features[:, FEATURES.index(name)]
        return column


NOTHING = Ranked(np.zeros(0, np.int64), np.zeros(0, np.float32), np.zeros((0, len(FEATURES)), np.float32))


def rank(side: Side, query: Query, weights: Weights, limit: int, allowed: Sequence[Mask] | None = None) -> Ranked:
    """The best ``limit`` rows of a side for a query.

    ``allowed`` holds one mask per segment; dead rows are left out in any case. Candidates are the best of each half;
    both parts of every candidate's score are exact.
    """
    masks = _living(side, allowed)
    if not any(mask.any() for mask in masks):
        return NOTHING
    wide = as_query(query.vector[None])[0]
    words = query_weights(side, query, weights)
    lexical = [segment.lexical.scores(words) for segment in side.segments]
    rows = _candidates(side, wide, lexical, masks, max(weights.candidates, limit))
    parts = measure(side, query, wide, rows, np.concatenate(lexical), words)
    scores = weights.dense * parts[:, 1] + weights.lexical * parts[:, 2]
    # Rounded before sorting: near ties fall the same way however the sums were made.
    order = np.lexsort((rows, -np.round(scores, 6)))[:limit]
    return Ranked(rows[order], scores[order].astype(np.float32), parts[order])


def query_weights(side: Side, query: Query, weights: Weights) -> dict[str, float]:
    """How much each word of a query counts on a side: rarity, and how often the query says it, saturating."""
    counts = Counter(query.words)
    rarity = side.inverse_frequencies(counts)
    k3 = weights.query_tf
    return {word: rarity[word] * counts[word] * (k3 + 1) / (counts[word] + k3) for word in rarity}


def measure(side: Side, query: Query, wide: Array, rows: Rows, lexical: Array, words: dict[str, float]) -> Array:
    """FEATURES ``[len(rows), 4]``: corrected cosine, its standard score, the words' standard score, coverage.

    Standard scores are taken within the language of each row: languages differ in how near their texts lie to
    anything. Words can only be shared within a language; a row in another one is given the standard score of its
    meaning in their place, so that it competes on equal terms.
    """
    corrected = side.vectors(rows) @ wide
    languages = side.languages[rows]
    dense = np.zeros(len(rows), np.float32)
    for code in np.unique(languages):
        own = languages == code
        dense[own] = side.spreads[str(code)].standardise(wide, corrected[own])
    standard = dense.copy()
    same = languages == query.language if query.language in side.spreads else np.zeros(len(rows), np.bool_)
    if same.any():
        spoken = lexical[side.row_numbers[query.language]]
        standard[same] = (lexical[rows[same]] - spoken.mean()) / max(float(spoken.std()), 1e-6)
    coverage = lexical[rows] / (sum(words.values()) or 1.0)
    # The row's own share of its hub value is in the index already.
    return np.stack([corrected - query.hub, dense, standard, coverage], axis=1).astype(np.float32)


def _living(side: Side, allowed: Sequence[Mask] | None) -> list[Mask]:
    if allowed is None:
        return [segment.alive for segment in side.segments]
    return [segment.alive & mask for segment, mask in zip(side.segments, allowed, strict=True)]


def _candidates(side: Side, wide: Array, lexical: list[Array], masks: list[Mask], limit: int) -> Rows:
    found = []
    for (start, segment), scores, mask in zip(side.located(), lexical, masks, strict=True):
        _, nearest = segment.index.search(wide[None], limit, None if mask.all() else mask)
        found.append(nearest[0] + start)
        wordy = np.where(mask, scores, 0.0)
        best = np.argpartition(-wordy, limit)[:limit] if len(wordy) > limit else np.arange(len(wordy))
        found.append(best[wordy[best] > 0] + start)
    rows: npt.NDArray[np.int64] = np.unique(np.concatenate(found))
    return rows


def best_per_posting(ranked: Ranked, postings: npt.NDArray[np.int64], limit: int) -> Ranked:
    """The best row of each posting: one in several languages is shown once. ``postings`` is ``[n]``, as ranked."""
    _, first = np.unique(postings, return_index=True)
    keep = np.sort(first)[:limit]
    return Ranked(ranked.rows[keep], ranked.scores[keep], ranked.features[keep])
