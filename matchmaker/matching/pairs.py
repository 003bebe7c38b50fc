"""Queries made from postings, and the probability of a pair, the same from whichever side one looks."""

from collections.abc import Sequence
from dataclasses import fields

import numpy as np
import numpy.typing as npt

from matchmaker.catalogue.models import Kind
from matchmaker.embedding.encoder import Array
from matchmaker.embedding.index import Selection
from matchmaker.matching.build import Market, adapt, words_of
from matchmaker.matching.centring import centre
from matchmaker.matching.hubness import hub_values
from matchmaker.matching.ranking import NOTHING, Query, Ranked, best_per_posting, measure, rank
from matchmaker.matching.side import HUB_DIMENSIONS, Side, TextRow
from matchmaker.matching.weights import Weights


def indexed_queries(market: Market, kind: Kind, rows: Sequence[TextRow], posting: int, weights: Weights) -> list[Query]:
    """Queries from a posting's indexed vectors, one per language of its texts; empty when it is not indexed."""
    side = market.side(kind)
    numbers = side.rows_of([posting])
    vectors = side.vectors(numbers)
    languages = [str(code) for code in side.languages[numbers]]
    texts = {row.language: row for row in rows}
    return [
        Query(
            vector[:-HUB_DIMENSIONS],
            words_of(texts[language], weights) if language in texts else [],
            language,
            hub=float(-vector[-HUB_DIMENSIONS:].sum()),
        )
        for vector, language in zip(vectors, languages, strict=True)
    ]


def fresh_queries(market: Market, kind: Kind, rows: Sequence[TextRow], raw: Array, weights: Weights) -> list[Query]:
    """Queries from texts that are not indexed, with their raw vectors ``[n, d]``."""
    centred = centre(adapt(raw, weights), [row.language for row in rows], market.side(kind).means)
    hubs = hub_values(centred, market.anchors[kind.other], weights.neighbours) * weights.hub_share
    return [
        Query(vector, words_of(row, weights), row.language, float(hub))
        for row, vector, hub in zip(rows, centred, hubs, strict=True)
    ]


def rank_postings(
    side: Side, queries: Sequence[Query], weights: Weights, limit: int, allowed: Sequence[Selection]
) -> tuple[Ranked, npt.NDArray[np.int64]]:
    """The best postings for any of the queries (one posting's languages): rows ranked, and their postings."""
    if not queries:
        return NOTHING, np.zeros(0, np.int64)
    # A posting with several texts may take several places before they are put together.
    found = [rank(side, query, weights, 3 * limit, allowed) for query in queries]
    merged = Ranked(*(np.concatenate([getattr(part, one.name) for part in found]) for one in fields(Ranked)))
    # Within a language in the order of the scores; between languages by what they come to.
    odds = weights.calibration.logit(merged.scores, merged.evidence)
    merged = merged.at(np.lexsort((merged.rows, -np.round(odds, 6))))
    best = best_per_posting(merged, side.column("posting", merged.rows).astype(np.int64), limit)
    return best, side.column("posting", best.rows).astype(np.int64)


def probability_of(side: Side, queries: Sequence[Query], rows: npt.NDArray[np.int64], weights: Weights) -> float:
    """The probability of a need and a technology: of their best languages, as ranking scores the pair from the need.

    ``queries`` are the need's, ``rows`` the technology's on ``side``.
    """
    measured = [measure(side, query, rows, weights) for query in queries]
    found = [weights.calibration.probability(one.scores, one.evidence) for one in measured]
    return max((float(part.max()) for part in found if len(part)), default=0.0)
