"""The same ranking on both engines: FAISS in the process, and pgvector looked through and by its graph.

Texts are encoded once and kept in MATCHMAKER_BENCH_FOLDER, if that is set. A graph is made even of few rows, and the
planner is made to use it, so that what large catalogues get is what is measured.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from matchmaker.catalogue.models import Kind
from matchmaker.embedding.encoder import Array, Encoder
from matchmaker.embedding.index import VectorIndex
from matchmaker.embedding.manifest import load_encoder
from matchmaker.embedding.pgvector_index import PgVectorIndex
from matchmaker.embedding.vector_database import VectorDatabase, open_vectors
from matchmaker.kit.database import Database
from matchmaker.matching.build import IndexBuilder, embedded
from matchmaker.matching.evaluation import Collection, Run, encode_collection, figures, read_collection, run_variant
from matchmaker.matching.side import Columns
from matchmaker.matching.weights import shipped_weights
from matchmaker.settings import get_settings
from tests.bench.quality import FOLDERS
from tests.postgres import started, vector_programs

TOP = 50
LEAST_SHARED, MOST_APART = 0.97, 0.005


def run(data: Path, console: Console) -> None:
    """One row a folder and engine; says where a bound is missed."""
    if vector_programs() is None:
        console.print("engines: no PostgreSQL with pgvector, left out")
        return
    encoder = load_encoder(get_settings())
    title = f"The same ranking: shared of the top {TOP} at least {LEAST_SHARED}, nDCG@10 at most {MOST_APART} apart"
    columns = ("folder", "engine", "nDCG@10", "apart", "shared", "least shared", "build (s)", "a query (ms)")
    table = Table(*columns, title=title)
    with _vectors() as database:
        for name, symmetric in FOLDERS:
            if not (data / name).is_dir():
                console.print(f"{name}: not there, left out")
                continue
            _measure(name, read_collection(data / name), symmetric, encoder, database, table, console)
    console.print(table)


def _measure(
    name: str,
    collection: Collection,
    symmetric: bool,
    encoder: Encoder,
    database: VectorDatabase,
    table: Table,
    console: Console,
) -> None:
    vectors = _encoded(name, collection, encoder, symmetric)
    judged = {query: found for query, found in collection.relevance.items() if query in set(collection.query_ids)}
    plain = name.replace("-", "_")
    engines: dict[str, IndexBuilder] = {
        "FAISS": embedded,
        "pgvector, looked through": partial(_in_tables, database, f"{plain}_all", 10**9),
        "pgvector, graph": partial(_in_tables, database, f"{plain}_graph", 0),
    }
    former: Run = {}
    for engine, index in engines.items():
        spent: list[float] = []
        began = time.perf_counter()
        found = run_variant(collection, vectors, shipped_weights(), "full", index=_timed(index, spent))
        seconds = time.perf_counter() - began - sum(spent)
        former = former or found
        gain = figures(judged, found)["ndcg@10"]
        apart = abs(gain - figures(judged, former)["ndcg@10"])
        shares = [_shared(former[query], found[query]) for query in former]
        shared = float(np.mean(shares))
        console.print(f"{name}, {engine}: nDCG@10 {gain:.4f}, shared {shared:.4f}")
        verdict = "" if shared >= LEAST_SHARED and apart <= MOST_APART else " MISSED"
        table.add_row(
            name,
            engine,
            f"{gain:.4f}",
            f"{apart:.4f}",
            f"{shared:.4f}{verdict}",
            f"{min(shares):.2f}",
            f"{sum(spent):.1f}",
            f"{1000 * seconds / len(found):.1f}",
        )


def _shared(one: dict[str, float], other: dict[str, float]) -> float:
    best = [set(sorted(run, key=lambda document: -run[document])[:TOP]) for run in (one, other)]
    return len(best[0] & best[1]) / max(len(best[0]), 1)


def _timed(index: IndexBuilder, spent: list[float]) -> IndexBuilder:
    def build(kind: Kind, vectors: Array, columns: Columns) -> VectorIndex:
        began = time.perf_counter()
        made = index(kind, vectors, columns)
        spent.append(time.perf_counter() - began)
        return made

    return build


def _in_tables(
    database: VectorDatabase, part: str, exact_rows: int, kind: Kind, vectors: Array, columns: Columns
) -> VectorIndex:
    return PgVectorIndex.build(database, f"{part}_{kind.value}", vectors, columns, exact_rows)


def _encoded(name: str, collection: Collection, encoder: Encoder, symmetric: bool) -> dict[Kind, Array]:
    kept = os.environ.get("MATCHMAKER_BENCH_FOLDER")
    file = Path(kept) / f"{name}-{encoder.name.replace('/', '_')}.npz" if kept else None
    if file and file.exists():
        with np.load(file) as arrays:
            return {kind: arrays[kind.value] for kind in Kind}
    vectors = encode_collection(collection, encoder, symmetric=symmetric)
    if file:
        file.parent.mkdir(parents=True, exist_ok=True)
        np.savez(file, **{kind.value: rows for kind, rows in vectors.items()})
    return vectors


@contextmanager
def _vectors() -> Iterator[VectorDatabase]:
    with started(vector_programs(), shared_buffers="512MB") as server:
        database = Database(server.create("engines"))
        with database.engine.begin() as connection:
            connection.exec_driver_sql("ALTER DATABASE engines SET enable_sort = off")
        database.engine.dispose()
        found = open_vectors(database.engine)
        assert found is not None
        yield found
        found.close()
        database.engine.dispose()
