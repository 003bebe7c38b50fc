"""What vectors in PostgreSQL cost by number: disk, build, latency and recall; and what each process keeps beside them.

The vectors are made up, in 40 directions with some noise, so that a million need no encoding; words are those of real
texts. MATCHMAKER_BENCH_SIZES names other numbers of rows, by commas.
"""

import os
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from matchmaker.embedding.encoder import Array
from matchmaker.embedding.faiss_index import FaissIndex
from matchmaker.embedding.index import Comparison, Selection, Term
from matchmaker.embedding.pgvector_index import EXACT_ROWS, PgVectorIndex, table_rows
from matchmaker.embedding.vector_database import VectorDatabase, open_vectors
from matchmaker.kit.database import Database
from matchmaker.matching.build import words_of
from matchmaker.matching.lexical import LexicalIndex
from matchmaker.matching.side import Columns, TextRow, as_query, with_hubs
from matchmaker.matching.weights import shipped_weights
from tests.bench import large_catalogue
from tests.postgres import started, vector_programs

SIZES = (10_000, 100_000, 1_000_000)
DIMENSION = 384
DIRECTIONS, NOISE = 40, 2.0
QUERIES = 20
LIMIT = 500
TOP = 50
WORD_TEXTS = 5000
FIGURES = ("fill (s)", "index (s)", "table (MB)", "graph (MB)", "other indexes (MB)", "attributes in each process (MB)")
FOUND = f"ms, of them the server's, recall@{TOP}"
# A share of the rows by an attribute that has nothing to do with the vectors.
SHARES = {"all": 0, "half": 2, "tenth": 10, "twentieth": 20, "hundredth": 100}


def run(data: Path, console: Console) -> None:
    """One column a size."""
    if vector_programs() is None:
        console.print("sizing: no PostgreSQL with pgvector, left out")
        return
    sizes = [int(size) for size in os.environ.get("MATCHMAKER_BENCH_SIZES", "").split(",") if size] or list(SIZES)
    found: dict[int, list[str]] = {}
    with started(vector_programs(), shared_buffers="4GB", max_parallel_maintenance_workers="1") as server:
        database = Database(server.create("sizing"))
        vectors = open_vectors(database.engine)
        assert vectors is not None
        for size in sizes:
            found[size] = list(_measure(vectors, size))
            console.print(_table(found))
        vectors.close()
        database.engine.dispose()
    if large_catalogue.is_there(data):
        console.print(f"words of {WORD_TEXTS:,} real texts: {_word_bytes(data):.0f} bytes a text in each process")


def _table(found: dict[int, list[str]]) -> Table:
    """One column a size."""
    table = Table(
        "", *(f"{size:,} rows" for size in found), title=f"Vectors in PostgreSQL; {LIMIT} asked for, as ranking does"
    )
    for name, *values in zip((*FIGURES, *(f"{name}: {FOUND}" for name in SHARES)), *found.values(), strict=True):
        table.add_row(name, *values)
    return table


def _measure(database: VectorDatabase, size: int) -> Iterator[str]:
    part = f"s{size}"
    rows, columns = _rows(size), _columns(size)
    began = time.perf_counter()
    table = database.create(part)
    database.fill(table, table_rows(part, rows, columns))
    filled = time.perf_counter()
    database.index(table, *rows.shape, graph=size > EXACT_ROWS)
    indexed = time.perf_counter()
    index = PgVectorIndex(database, part, *rows.shape)
    with database.cursor() as cursor:
        cursor.execute(
            "SELECT pg_relation_size(indexrelid), am.amname FROM pg_index JOIN pg_class i ON i.oid = indexrelid"
            " JOIN pg_am am ON am.oid = i.relam WHERE indrelid = %s::text::regclass",
            (table,),
        )
        sizes = cursor.fetchall()
        cursor.execute("SELECT pg_table_size(%s::text::regclass)", (table,))
        (heap,) = cursor.fetchone()
    graph = sum(found for found, kind in sizes if kind == "hnsw")
    yield f"{filled - began:.0f}"
    yield f"{indexed - filled:.0f}"
    for found in (heap, graph, sum(found for found, _ in sizes) - graph, _attribute_bytes(columns)):
        yield f"{found / 1e6:.0f}"
    exact = FaissIndex.build(rows)
    queries = as_query(_unit(QUERIES, 99))
    for every in SHARES.values():
        yield _searched(database, index, exact, queries, columns, every)
    database.drop(part)


def _searched(
    database: VectorDatabase, index: PgVectorIndex, exact: FaissIndex, queries: Array, columns: Columns, every: int
) -> str:
    allowed = None
    if every:
        mask = columns.organisation % every == 0
        wanted = tuple(int(code) for code in np.unique(columns.organisation[mask]))
        allowed = Selection(mask, (Term("organisation", Comparison.ONE_OF, wanted),))
    index.search(queries[:2], LIMIT, allowed)
    times, shared, before = [], [], _server_seconds(database)
    for query in queries:
        began = time.perf_counter()
        _, found = index.search(query[None], LIMIT, allowed)
        times.append((time.perf_counter() - began) * 1000)
        _, best = exact.search(query[None], TOP, allowed)
        shared.append(len(set(found[0].tolist()) & set(best[0].tolist())) / max(len(best[0]), 1))
    spent = 1000 * (_server_seconds(database) - before) / len(queries)
    return f"{statistics.median(times):.0f}, {spent:.1f}, {statistics.fmean(shared):.3f}"


def _server_seconds(database: VectorDatabase) -> float:
    """Seconds of a processor that the server's process has had which answers this one."""
    with database.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (process,) = cursor.fetchone()
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _rows(size: int) -> Array:
    hubs = np.random.default_rng(5).uniform(0.1, 0.3, size).astype(np.float32)
    return with_hubs(_unit(size, 1), hubs)


def _unit(size: int, seed: int) -> Array:
    """Unit vectors with as many directions of their own as texts have, and a little noise in all others."""
    directions = np.random.default_rng(0).standard_normal((DIRECTIONS, DIMENSION)).astype(np.float32)
    rng = np.random.default_rng(seed)
    found = np.empty((size, DIMENSION), np.float32)
    for start in range(0, size, 50_000):
        count = min(50_000, size - start)
        part = rng.standard_normal((count, DIRECTIONS), np.float32) @ directions
        part += NOISE * rng.standard_normal((count, DIMENSION), np.float32)
        found[start : start + count] = part / np.linalg.norm(part, axis=1, keepdims=True)
    return found


def _columns(size: int) -> Columns:
    rng = np.random.default_rng(7)
    return Columns(
        posting=np.arange(size, dtype=np.int64),
        language=np.where(rng.random(size) < 0.7, "vi", "en"),
        organisation=rng.integers(1, 201, size),
        trl=rng.integers(0, 10, size).astype(np.int8),
        region=np.array(["hai-phong", "ha-noi", ""])[rng.integers(3, size=size)],
        sectors=np.array([" energy.solar ", " environment.water energy-efficiency.heat-recovery "])[
            rng.integers(2, size=size)
        ],
        expires=np.zeros(size, np.int32),
    )


def _attribute_bytes(columns: Columns) -> int:
    return sum(getattr(columns, name).nbytes for name in Columns.__dataclass_fields__)


def _word_bytes(data: Path) -> float:
    weights = shipped_weights()
    rows = [
        TextRow(0, "en", f"{row['title']}. {row['text']}", row["title"])
        for row in large_catalogue.read_technologies(data, WORD_TEXTS)
    ]
    index = LexicalIndex.build([words_of(row, weights) for row in rows])
    parts = (index.words, index.counts.data, index.counts.indices, index.counts.indptr, index.hubs)
    return sum(part.nbytes for part in parts) / len(rows)
