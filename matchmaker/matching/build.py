"""Makes both sides from texts and raw vectors, each corrected with the help of the other."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from matchmaker.catalogue.models import Kind
from matchmaker.embedding.encoder import Array
from matchmaker.embedding.faiss_index import FaissIndex
from matchmaker.embedding.index import VectorIndex
from matchmaker.matching.centring import LanguageMeans, centre, estimate_means
from matchmaker.matching.hubness import WORD_ANCHORS, BestScores, hub_values, sample_anchors
from matchmaker.matching.lexical import Bm25, LexicalIndex
from matchmaker.matching.ranking import Query, query_weights, relative
from matchmaker.matching.side import Columns, Segment, Side, Spread, TextRow, with_hubs
from matchmaker.matching.tokens import tokenise
from matchmaker.matching.weights import Weights

# Makes the index of a side from its vectors ``[n, d]`` and their attributes.
IndexBuilder = Callable[[Kind, Array, Columns], VectorIndex]


def embedded(kind: Kind, vectors: Array, columns: Columns) -> VectorIndex:
    """The index in this process's own memory."""
    return FaissIndex.build(vectors)


@dataclass
class Market:
    """Both sides; ``anchors`` sample each side's centred vectors ``[m, d]`` for the hub values of the other."""

    technologies: Side
    needs: Side
    anchors: dict[Kind, Array]

    def side(self, kind: Kind) -> Side:
        return self.technologies if kind is Kind.TECHNOLOGY else self.needs


def build_market(
    rows: Mapping[Kind, Sequence[TextRow]],
    vectors: Mapping[Kind, Array],
    weights: Weights,
    prior: dict[str, LanguageMeans],
    *,
    correct: bool = True,
    index: IndexBuilder = embedded,
) -> Market:
    """Index both sides. ``vectors[kind]`` ``[n, d]`` are raw unit vectors of ``rows[kind]``.

    ``correct=False`` leaves hub values out, for measuring what they give.
    """
    dimension = max(part.shape[1] for part in vectors.values())
    means, centred = {}, {}
    for kind in Kind:
        raw = adapt(vectors[kind].reshape(-1, dimension), weights)
        languages = [row.language for row in rows[kind]]
        known = prior.get(kind.value) or _unknown(dimension)
        means[kind] = estimate_means(raw, languages, known, weights.prior_texts if prior else 1e-6)
        centred[kind] = centre(raw, languages, means[kind])
    anchors = {kind: sample_anchors(centred[kind]) for kind in Kind}
    sides = {}
    for kind in Kind:
        hubs = hub_values(centred[kind], anchors[kind.other], weights.neighbours) * weights.hub_share
        corrected = with_hubs(centred[kind], hubs if correct else hubs * 0)
        sides[kind] = _side(rows[kind], corrected, means[kind], weights, partial(index, kind))
    if correct:
        for kind in Kind:
            _set_word_hubs(sides[kind], rows[kind.other], weights)
    return Market(sides[Kind.TECHNOLOGY], sides[Kind.NEED], anchors)


def without(side: Side, postings: Sequence[int]) -> Side:
    """A copy of a side's first, large segment in which the rows of these postings are dead."""
    return replace(side, segments=[side.segments[0].without(np.asarray(postings, np.int64))])


def with_late_rows(side: Side, rows: Sequence[TextRow], vectors: Array, anchors: Array, weights: Weights) -> Side:
    """A copy of a side with one more, small segment; what describes the whole side stays as it was.

    ``vectors`` ``[n, d]`` are raw; ``anchors`` ``[m, d]`` are the other side's, centred.
    """
    if not rows:
        return side
    centred = centre(adapt(vectors, weights), [row.language for row in rows], side.means)
    hubs = hub_values(centred, anchors, weights.neighbours) * weights.hub_share
    length = side.segments[0].lexical.mean_length if side.segments[0].size else None
    lexical = LexicalIndex.build([words_of(row, weights) for row in rows], Bm25(weights.k1, weights.b), length)
    # Taken for average until the next rebuild compares them with the whole other side.
    known = side.segments[0].lexical.hubs
    lexical.hubs = np.full(len(rows), known.mean() if len(known) else 0.0, np.float32)
    # A language that the side did not have yet is described by its first texts alone.
    corrected = with_hubs(centred, hubs)
    spreads = Spread.by_language(corrected, [row.language for row in rows]) | side.spreads
    # Few, and different in each process: they stay in its own memory.
    segment = Segment(FaissIndex.build(corrected), lexical, Columns.of(rows), np.ones(len(rows), np.bool_))
    return replace(side, spreads=spreads, segments=[*side.segments, segment])


def adapt(vectors: Array, weights: Weights) -> Array:
    """Raw vectors through the learned adapter ``[d, d]``, if there is one."""
    if weights.adapter is None or weights.adapter.shape[0] != vectors.shape[1]:
        return vectors
    moved: Array = vectors @ weights.adapter
    return moved


def _side(
    rows: Sequence[TextRow],
    vectors: Array,
    means: LanguageMeans,
    weights: Weights,
    index: Callable[[Array, Columns], VectorIndex],
) -> Side:
    lexical = LexicalIndex.build([words_of(row, weights) for row in rows], Bm25(weights.k1, weights.b))
    spreads = Spread.by_language(vectors, [row.language for row in rows])
    columns = Columns.of(rows)
    return Side(means, spreads, [Segment(index(vectors, columns), lexical, columns, np.ones(len(rows), np.bool_))])


def _set_word_hubs(side: Side, others: Sequence[TextRow], weights: Weights) -> None:
    """Hub values of a side's words: what a row shares on average with those that share most with it."""
    if not side.size or not others:
        return
    step = max(1, len(others) // WORD_ANCHORS)
    best = BestScores(side.size, weights.neighbours)
    for row in others[::step]:
        query = Query(np.zeros(0, np.float32), words_of(row, weights), row.language)
        shares = relative(side.lexical_scores(query_weights(side, query, weights)))
        # Only rows of the same language are ever compared by words.
        best.add(np.where(side.languages == row.language, shares, 0.0).astype(np.float32))
    side.segments[0].lexical.hubs = best.mean() * weights.hub_share


def words_of(row: TextRow, weights: Weights) -> list[str]:
    """The words of a posting's text; those of its title count several times."""
    words = tokenise(row.text, row.language)
    return words + tokenise(row.title, row.language) * (weights.title_boost - 1)


def _unknown(dimension: int) -> LanguageMeans:
    return LanguageMeans(np.zeros(dimension, np.float32))
