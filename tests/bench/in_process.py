"""Run in a process of its own by the growth measurement: search and ranking without HTTP. Prints one JSON object."""

import json
import statistics
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from matchmaker.catalogue.models import Kind
from matchmaker.commands import common
from matchmaker.embedding.index import Selection
from matchmaker.kit import clock
from matchmaker.kit.jobs.service import enqueue_once, run_job
from matchmaker.matching.filters import Filter, selections
from matchmaker.matching.jobs import RANK_ALL
from matchmaker.matching.pairs import fresh_queries
from matchmaker.matching.ranking import Query, rank
from matchmaker.matching.side import TextRow, as_query

TOP = 50


def main() -> None:
    """Filtered search of the index alone and of the whole ranking, and ranking of all needs."""
    engine = common.matcher().engine
    state = engine.current()
    side = state.market.technologies
    texts = [f"{word} for {use}" for word in ("sensor", "coating", "battery", "filter") for use in ("ships", "clinics")]
    rows = [TextRow(0, "en", text) for text in texts]
    queries = fresh_queries(state.market, Kind.NEED, rows, engine.encode(texts, Kind.NEED), state.weights)
    # A filter that keeps half of the rows, as "the other side, in my language" does.
    half = [Selection(np.arange(segment.size) % 2 == 0) for segment in side.segments]
    allowed = [
        Selection(own.mask & every.mask)
        for own, every in zip(selections(side, Filter(), clock.today()), half, strict=True)
    ]

    def search_vectors(query: Query) -> None:
        wide = as_query(query.vector[None])
        for segment, mask in zip(side.segments, half, strict=True):
            segment.index.search(wide, TOP, mask)

    index_time = _median(search_vectors, queries)
    rank_time = _median(lambda query: rank(side, query, state.weights, TOP, allowed), queries)
    with common.session(writes=True) as session:
        job = enqueue_once(session, RANK_ALL, "bench")
    began = time.perf_counter()
    ended = run_job(common.services().database, common.services(), job.id or 0)
    figures = {
        "filtered top-50 search of vectors, median (ms)": f"{index_time:.1f}",
        "the same with words and all scores, median (ms)": f"{rank_time:.1f}",
        f"ranking {ended.result['needs']} needs against all (s)": f"{time.perf_counter() - began:.1f}",
    }
    print(json.dumps(figures))


def _median(work: Callable[[Query], Any], queries: list[Query]) -> float:
    """Milliseconds of one call."""
    times = []
    for query in queries * 5:
        began = time.perf_counter()
        work(query)
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


main()
