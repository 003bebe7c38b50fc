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
from matchmaker.embedding.index import Rows, Selection
from matchmaker.matching.calibration import EVIDENCE
from matchmaker.matching.centring import unit
from matchmaker.matching.side import HUB_DIMENSIONS, Side, as_query
from matchmaker.matching.weights import Weights

# What is measured of a row, in this order everywhere: the parts that people are shown.
FEATURES = ("cosine", "dense", "lexical", "coverage")
# The first look is for its very best rows, and for those behind them that every need finds.
FEEDBACK_ROWS = 3
FEEDBACK_CANDIDATES = 50
ORDINARY_ROWS = slice(20, 50)


@dataclass(frozen=True)
class Query:
    """What is looked for: a centred unit vector ``[d]``, words, and the share of its own hub value to take off."""

    vector: Array
    words: Sequence[str]
    language: str
    hub: float = 0.0


@dataclass(frozen=True)
class Ranked:
    """Rows of a side, best first, with the parts of their scores; all arrays are ``[n]``, features ``[n, f]``.

    ``evidence`` ``[n, e]`` is what calibration reads beside the score, EVIDENCE.
    """

    rows: Rows
    scores: Array
    features: Array
    evidence: Array

    def at(self, places: npt.NDArray[np.int64]) -> "Ranked":
        """What stands at these places, in their order."""
        return Ranked(self.rows[places], self.scores[places], self.features[places], self.evidence[places])

    def part(self, name: str) -> Array:
        """One of FEATURES."""
        column: Array = self.features[:, FEATURES.index(name)]
        return column


NOTHING = Ranked(
    np.zeros(0, np.int64),
    np.zeros(0, np.float32),
    np.zeros((0, len(FEATURES)), np.float32),
    np.zeros((0, len(EVIDENCE)), np.float32),
)


def rank(side: Side, query: Query, weights: Weights, limit: int, allowed: Sequence[Selection] | None = None) -> Ranked:
    """The best ``limit`` rows of a side for a query.

    ``allowed`` holds one selection per segment; dead rows are left out in any case. Candidates are the best of each
    half; both parts of every candidate's score are exact. The order comes from a second look with a query moved a
    little towards what the first one found; the measured parts are those of the query as it was asked.
    """
    living = _living(side, allowed)
    if not any(selection.mask.any() for selection in living):
        return NOTHING
    look = Look.of(side, query, weights)
    rows = _candidates(side, look.moved, look.words, living, max(weights.candidates, limit))
    found = _measured(side, look, rows, weights)
    # Rounded before sorting: near ties fall the same way however the sums were made.
    order = np.lexsort((rows, -np.round(found.scores, 6)))[:limit]
    return found.at(order)


def measure(side: Side, query: Query, rows: Rows, weights: Weights) -> Ranked:
    """Scores and parts of these rows, in their order, exactly as ``rank`` finds them."""
    if len(rows) == 0:
        return NOTHING
    return _measured(side, Look.of(side, query, weights), rows, weights)


@dataclass(frozen=True)
class Words:
    """The lexical half of a query on a side.

    ``raw`` is BM25 of every row and ``standard`` its standard score within the query's language, after hub values
    were taken off; ``most`` is the weight of all the query's words.
    """

    raw: Array
    standard: Array
    most: float

    @classmethod
    def of(cls, side: Side, query: Query, weights: Weights) -> "Words":
        weighted = query_weights(side, query, weights)
        raw = side.lexical_scores(weighted)
        if not raw.any():
            # No word in common with anybody: hub values alone must not make an order.
            return cls(raw, np.zeros_like(raw), 1.0)
        standard = relative(raw) - side.lexical_hubs
        spoken = standard[side.row_numbers.get(query.language, np.zeros(0, np.int64))]
        if len(spoken):
            standard = (standard - spoken.mean()) / max(float(spoken.std()), 1e-6)
        return cls(raw, standard.astype(np.float32), sum(weighted.values()) or 1.0)


@dataclass(frozen=True)
class Look:
    """A query made ready for a side: as it was asked, and moved towards what it finds (Rocchio's feedback).

    ``evidence`` ``[e]`` is what its first look tells of the query as a whole; a filter has no say in any of it, so that
    neither scores nor probabilities depend on one.
    """

    query: Query
    words: Words
    asked: Array
    moved: Array
    evidence: Array

    @classmethod
    def of(cls, side: Side, query: Query, weights: Weights) -> "Look":
        words = Words.of(side, query, weights)
        wide = as_query(query.vector[None])[0]
        rows = _candidates(side, wide, words, _living(side, None), FEEDBACK_CANDIDATES)
        vectors = side.vectors(rows)
        corrected = vectors @ wide
        scores = _fused(side, query, corrected, wide, rows, words, weights)
        order = np.argsort(-scores, kind="stable")
        best = order[:FEEDBACK_ROWS]
        moved = _moved_towards(query, vectors[best, :-HUB_DIMENSIONS], wide, weights)
        # Few rows have no ordinary ones: the mean of all scores, which is nought, stands for them.
        background = max(float(scores[order[ORDINARY_ROWS]].mean()), 0.0) if len(rows) > ORDINARY_ROWS.start else 0.0
        nearness = float(corrected[best].mean()) - query.hub if len(best) else 0.0
        return cls(query, words, wide, moved, np.array([background, nearness], np.float32))


def relative(raw: Array) -> Array:
    """Scores as shares of the query's best, so that queries of any length can be compared."""
    best = float(raw.max()) if len(raw) else 0.0
    shares: Array = raw / best if best > 0 else raw
    return shares


def query_weights(side: Side, query: Query, weights: Weights) -> dict[str, float]:
    """How much each word of a query counts on a side: rarity, and how often the query says it, saturating."""
    counts = Counter(query.words)
    rarity = side.inverse_frequencies(counts, weights.pair_weight)
    k3 = weights.query_tf
    return {word: rarity[word] * counts[word] * (k3 + 1) / (counts[word] + k3) for word in rarity}


def _measured(side: Side, look: Look, rows: Rows, weights: Weights) -> Ranked:
    """FEATURES: corrected cosine, its standard score, the words' standard score, the share of words that are said."""
    query, words = look.query, look.words
    vectors = side.vectors(rows)
    corrected = vectors @ look.asked
    dense = _standard_in_language(side, look.asked, rows, corrected)
    lexical = _words_or_meaning(side, query, rows, words, dense)
    # The row's own share of its hub value is in the index already.
    features = np.stack([corrected - query.hub, dense, lexical, words.raw[rows] / words.most], axis=1)
    scores = _fused(side, query, vectors @ look.moved, look.moved, rows, words, weights)
    evidence = np.tile(look.evidence, (len(rows), 1))
    return Ranked(rows, scores.astype(np.float32), features.astype(np.float32), evidence)


def _fused(
    side: Side, query: Query, corrected: Array, wide: Array, rows: Rows, words: Words, weights: Weights
) -> Array:
    dense = _standard_in_language(side, wide, rows, corrected)
    scores: Array = weights.dense * dense + weights.lexical * _words_or_meaning(side, query, rows, words, dense)
    return scores


def _standard_in_language(side: Side, wide: Array, rows: Rows, scores: Array) -> Array:
    """Standard scores within the language of each row: languages differ in how near their texts lie to anything."""
    languages = side.languages[rows]
    standard = np.zeros(len(rows), np.float32)
    for code in np.unique(languages):
        own = languages == code
        standard[own] = side.spreads[str(code)].standardise(wide, scores[own])
    return standard


def _words_or_meaning(side: Side, query: Query, rows: Rows, words: Words, dense: Array) -> Array:
    """Words can only be shared within a language; a row in another one has its meaning's standard score instead.

    So it competes on equal terms. A language that the side does not have at all shares words with none.
    """
    same = side.languages[rows] == query.language
    return np.where(same, words.standard[rows], dense).astype(np.float32)


def _moved_towards(query: Query, best: Array, wide: Array, weights: Weights) -> Array:
    """The query with a share of the mean of its best rows ``[k, d]``."""
    if weights.feedback == 0 or len(best) == 0:
        return wide
    moved = query.vector + weights.feedback * unit(best.mean(axis=0)[None])[0]
    wider: Array = as_query(unit(moved[None]))[0]
    return wider


def _living(side: Side, allowed: Sequence[Selection] | None) -> list[Selection]:
    if allowed is None:
        return [segment.living() for segment in side.segments]
    return [segment.living(selection) for segment, selection in zip(side.segments, allowed, strict=True)]


def _candidates(side: Side, wide: Array, words: Words, allowed: list[Selection], limit: int) -> Rows:
    """The best rows of each half, in no order."""
    found = []
    for (start, segment), selection in zip(side.located(), allowed, strict=True):
        _, nearest = segment.index.search(wide[None], limit, None if selection.everything else selection)
        found.append(nearest[0] + start)
        raw = np.where(selection.mask, words.raw[start : start + segment.size], 0.0)
        best = np.argpartition(-raw, limit)[:limit] if len(raw) > limit else np.arange(len(raw))
        found.append(best[raw[best] > 0] + start)
    rows: npt.NDArray[np.int64] = np.unique(np.concatenate(found))
    return rows


def best_per_posting(ranked: Ranked, postings: npt.NDArray[np.int64], limit: int) -> Ranked:
    """The best row of each posting: one in several languages is shown once. ``postings`` is ``[n]``, as ranked."""
    _, first = np.unique(postings, return_index=True)
    keep = np.sort(first)[:limit]
    return ranked.at(keep)
