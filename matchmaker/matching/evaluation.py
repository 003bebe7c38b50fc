"""Measures ranking on a folder in BEIR form, apart from the live catalogue but with the code that serves users."""

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from matchmaker.catalogue.models import Kind
from matchmaker.catalogue.text import join_title
from matchmaker.embedding.encoder import Array, Encoder
from matchmaker.embedding.index import Rows
from matchmaker.kit.errors import InvalidError
from matchmaker.kit.text import normalise
from matchmaker.matching.build import IndexBuilder, Market, adapt, build_market, embedded, words_of
from matchmaker.matching.centring import LanguageMeans, centre
from matchmaker.matching.hubness import hub_values
from matchmaker.matching.ranking import Query, query_weights, rank
from matchmaker.matching.side import Side, TextRow
from matchmaker.matching.weights import Weights

# Our names of the figures, and those of the library that measures.
MEASURES = {
    "ndcg@10": "nDCG@10",
    "recall@10": "R@10",
    "recall@100": "R@100",
    "hit@1": "Success@1",
    "hit@10": "Success@10",
    "mrr@10": "RR@10",
}
DEPTH = 100

Progress = Callable[[str, int, int], None]
Run = dict[str, dict[str, float]]
Relevance = dict[str, dict[str, int]]


@dataclass(frozen=True)
class Collection:
    """A folder in BEIR form, read; texts are as they are encoded."""

    documents: list[TextRow]
    document_ids: list[str]
    queries: list[TextRow]
    query_ids: list[str]
    relevance: Relevance


def read_collection(folder: Path) -> Collection:
    """Read corpus.jsonl, queries.jsonl and qrels/test.tsv. Raises InvalidError naming what is missing or wrong."""
    documents, document_ids = _read_texts(folder / "corpus.jsonl")
    queries, query_ids = _read_texts(folder / "queries.jsonl")
    relevance = _read_relevance(folder / "qrels" / "test.tsv")
    return Collection(documents, document_ids, queries, query_ids, relevance)


def evaluate(
    collection: Collection,
    vectors: dict[Kind, Array],
    weights: Weights,
    variants: Sequence[str] = ("dense", "bm25", "centred", "full"),
    progress: Progress | None = None,
) -> dict[str, Any]:
    """Figures of each variant and, for the last of them, by language. ``vectors`` are raw, by side."""
    started = time.perf_counter()
    runs = {}
    for variant in variants:
        report = (lambda done, total, name=variant: progress(name, done, total)) if progress else None
        runs[variant] = run_variant(collection, vectors, weights, variant, report)
    judged = {q: found for q, found in collection.relevance.items() if q in set(collection.query_ids)}
    final = runs[variants[-1]]
    result: dict[str, Any] = {"queries": len(judged), "documents": len(collection.documents)}
    result |= figures(judged, final)
    result["by_language"] = {}
    for language in sorted({row.language for row in collection.queries}):
        spoken = {
            i for i, row in zip(collection.query_ids, collection.queries, strict=True) if row.language == language
        }
        own = {query: found for query, found in judged.items() if query in spoken}
        if own:
            result["by_language"][language] = figures(own, final)
    result["variants"] = {variant: figures(judged, run) for variant, run in runs.items()}
    result["seconds"] = round(time.perf_counter() - started, 2)
    return result


def evaluate_folder(
    collection: Collection, encoder: Encoder, weights: Weights, *, symmetric: bool, progress: Progress | None = None
) -> dict[str, Any]:
    """Encode a collection and measure every variant; ``seconds`` counts both."""
    started = time.perf_counter()
    vectors = encode_collection(collection, encoder, symmetric=symmetric, progress=progress)
    result = evaluate(collection, vectors, weights, progress=progress)
    return result | {"seconds": round(time.perf_counter() - started, 2)}


def figures(relevance: Relevance, run: Run) -> dict[str, float]:
    """Mean of each measure over the judged queries; one that found nothing counts as zero."""
    import ir_measures

    measures = {name: ir_measures.parse_measure(known) for name, known in MEASURES.items()}
    found = ir_measures.calc_aggregate(list(measures.values()), relevance, run)
    return {name: round(float(found[measure]), 4) for name, measure in measures.items()}


def variant_weights(weights: Weights, variant: str) -> Weights:
    """The weights that leave a variant only its own half."""
    if variant in ("dense", "centred"):
        return replace(weights, dense=1.0, lexical=0.0, feedback=0.0)
    return weights


def run_variant(
    collection: Collection,
    vectors: dict[Kind, Array],
    weights: Weights,
    variant: str,
    progress: Any = None,
    index: IndexBuilder = embedded,
) -> Run:
    """The best documents of each query, with scores that fall by rank."""
    weights = variant_weights(weights, variant)
    market = make_market(collection, vectors, weights, variant, index)
    queries = make_queries(collection, vectors[Kind.NEED], market, weights, variant)
    run: Run = {}
    for number, (query_id, query) in enumerate(zip(collection.query_ids, queries, strict=True)):
        if variant == "bm25":
            rows = _by_words_alone(market.technologies, query, weights)
        else:
            rows = rank(market.technologies, query, weights, DEPTH).rows
        run[query_id] = {collection.document_ids[row]: float(DEPTH - i) for i, row in enumerate(rows)}
        if progress and number % 50 == 0:
            progress(number, len(queries))
    return run


def _by_words_alone(side: Side, query: Query, weights: Weights) -> Rows:
    """Plain BM25: unlike the ranking's lexical half it knows nothing of meaning in other languages."""
    scores = side.segments[0].lexical.scores(query_weights(side, query, weights))
    best: Rows = np.argsort(-np.round(scores, 5), kind="stable")[:DEPTH]
    return best[scores[best] > 0]


def make_market(
    collection: Collection,
    vectors: dict[Kind, Array],
    weights: Weights,
    variant: str,
    index: IndexBuilder = embedded,
) -> Market:
    """Index the collection; the plain variant keeps vectors as the model gives them."""
    rows = {Kind.TECHNOLOGY: collection.documents, Kind.NEED: collection.queries}
    if variant == "dense":
        rows = {kind: [replace(row, language="") for row in found] for kind, found in rows.items()}
        still = LanguageMeans(np.zeros(vectors[Kind.NEED].shape[1], np.float32))
        fixed = replace(weights, prior_texts=1e12, adapter=None)
        return build_market(rows, vectors, fixed, {kind.value: still for kind in Kind}, correct=False)
    return build_market(rows, vectors, weights, {}, correct=variant != "centred", index=index)


def make_queries(collection: Collection, raw: Array, market: Market, weights: Weights, variant: str) -> list[Query]:
    """The collection's queries as the ranking takes them."""
    languages = ["" if variant == "dense" else row.language for row in collection.queries]
    moved = raw if variant == "dense" else adapt(raw, weights)
    centred = centre(moved, languages, market.needs.means)
    hubs = hub_values(centred, market.anchors[Kind.TECHNOLOGY], weights.neighbours) * weights.hub_share
    return [
        Query(vector, words_of(row, weights), row.language, float(hub))
        for row, vector, hub in zip(collection.queries, centred, hubs, strict=True)
    ]


def encode_collection(
    collection: Collection, encoder: Encoder, *, symmetric: bool, progress: Progress | None = None
) -> dict[Kind, Array]:
    """Raw vectors of both sides; ``symmetric``: both sides are of one kind and are read alike."""

    def report(stage: str) -> Any:
        return (lambda done, total: progress(stage, done, total)) if progress else None

    documents = [row.text for row in collection.documents]
    queries = [row.text for row in collection.queries]
    return {
        Kind.TECHNOLOGY: encoder.encode(documents, "query" if symmetric else "passage", report("documents")),
        Kind.NEED: encoder.encode(queries, "query", report("queries")),
    }


def _read_texts(path: Path) -> tuple[list[TextRow], list[str]]:
    rows, ids = [], []
    for number, line in enumerate(_lines(path), start=1):
        try:
            entry = json.loads(line)
            title = normalise(entry.get("title", ""))
            text = join_title(title, normalise(entry.get("text", "")))
            ids.append(str(entry["_id"]))
            rows.append(TextRow(number, str(entry.get("language", "")), text, title))
        except (ValueError, KeyError, AttributeError, TypeError) as error:
            raise InvalidError("collection_line_invalid", file=str(path), line=number) from error
    if not rows:
        raise InvalidError("collection_empty", file=str(path))
    return rows, ids


def _read_relevance(path: Path) -> Relevance:
    relevance: Relevance = {}
    for number, line in enumerate(_lines(path), start=1):
        parts = line.rstrip("\n").split("\t")
        if number == 1 and parts[-1] == "score":
            continue
        try:
            query, document, score = parts
            relevance.setdefault(query, {})[document] = int(score)
        except ValueError as error:
            raise InvalidError("collection_line_invalid", file=str(path), line=number) from error
    return relevance


def _lines(path: Path) -> list[str]:
    try:
        return [line for line in path.read_text("utf-8").split("\n") if line.strip()]
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidError("collection_file_unreadable", file=str(path)) from error
