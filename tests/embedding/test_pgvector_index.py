"""The database's index against the embedded one: the same rows, whatever the filter, the size and the way to them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pgvector import HalfVector
from postgres import PostgresServer, started, vector_programs

from matchmaker.embedding.encoder import Array
from matchmaker.embedding.faiss_index import FaissIndex
from matchmaker.embedding.index import Selection
from matchmaker.embedding.pgvector_index import PgVectorIndex
from matchmaker.embedding.vector_database import VectorDatabase, open_vectors, table_of
from matchmaker.kit.database import Database
from matchmaker.kit.errors import UnavailableError
from matchmaker.matching.filters import Filter, mask, terms
from matchmaker.matching.side import Attributes, Columns, TextRow, as_query, with_hubs

pytestmark = pytest.mark.postgres
TODAY = date(2026, 6, 1)
ROWS = 3000
DIMENSION = 48


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresServer]:
    with started(vector_programs()) as made:
        yield made


@pytest.fixture(scope="module")
def vectors(server: PostgresServer) -> Iterator[VectorDatabase]:
    database = Database(server.create("vectors"))
    # So small a table would be looked through whatever it is asked; sorting it last makes the graph worth its while.
    with database.engine.begin() as connection:
        connection.exec_driver_sql("ALTER DATABASE vectors SET enable_sort = off")
    database.engine.dispose()
    found = open_vectors(database.engine)
    assert found is not None
    yield found
    found.close()
    database.engine.dispose()


@dataclass
class Both:
    """The same rows in both indexes."""

    faiss: FaissIndex
    pgvector: PgVectorIndex
    columns: Columns
    stored: Array


def texts(count: int) -> Columns:
    rng = np.random.default_rng(3)
    sectors = [
        ("environment.water",),
        ("environment",),
        ("energy.solar", "environment.air"),
        ("environment-law.a",),
        (),
    ]
    rows = [
        TextRow(
            int(number // 2),
            "vi" if number % 10 else "en",
            "",
            "",
            Attributes(
                organisation=int(rng.integers(1, 9)),
                trl=int(rng.integers(0, 10)),
                region=("hai-phong", "ha-noi", "")[number % 3],
                sectors=sectors[rng.integers(5)],
                expires=(0, TODAY.toordinal() - 1, TODAY.toordinal())[number % 3],
            ),
        )
        for number in range(count)
    ]
    return Columns.of(rows)


def unit_vectors(count: int, seed: int) -> Array:
    """Unit vectors about some centres, as texts about some subjects are."""
    rng = np.random.default_rng(seed)
    centres = np.random.default_rng(0).standard_normal((40, DIMENSION))
    rows = centres[rng.integers(40, size=count)] + 0.6 * rng.standard_normal((count, DIMENSION))
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


@pytest.fixture(scope="module", params=["looked through", "graph"])
def both(request: pytest.FixtureRequest, vectors: VectorDatabase) -> Both:
    rows = with_hubs(unit_vectors(ROWS, 1), np.random.default_rng(2).uniform(0.05, 0.3, ROWS).astype(np.float32))
    columns, part = texts(ROWS), request.param.replace(" ", "_")
    exact_rows = 30 if request.param == "graph" else ROWS
    return Both(FaissIndex.build(rows), PgVectorIndex.build(vectors, part, rows, columns, exact_rows), columns, rows)


def shared(one: Any, other: Any) -> float:
    """The share of rows that both found."""
    return float(np.mean([len(set(a) & set(b)) / len(b) for a, b in zip(one.tolist(), other.tolist(), strict=True)]))


FILTERS = [
    Filter(),
    Filter(sectors=("environment",)),
    Filter(sectors=("environment.air", "environment-law")),
    Filter(languages=("en",)),
    Filter(regions=("ha-noi", "da-nang")),
    Filter(trl_min=6),
    Filter(organisation=2),
    Filter(exclude_organisation=1),
    Filter(postings=(11, 10, 3, 700)),
    Filter(languages=("vi",), trl_min=3, exclude_organisation=4, sectors=("environment",)),
    Filter(regions=("nowhere",)),
]


@pytest.mark.parametrize("wanted", FILTERS)
def test_both_find_the_same_rows_under_every_filter(both: Both, wanted: Filter) -> None:
    asked = terms(wanted, TODAY)
    allowed = Selection(mask(both.columns, asked), asked)
    queries = as_query(unit_vectors(6, 7))

    scores, rows = both.pgvector.search(queries, 50, allowed)

    _, expected = both.faiss.search(queries, 50, allowed)
    assert rows.shape == expected.shape
    assert allowed.mask[rows].all()
    assert rows.size == 0 or shared(rows, expected) >= 0.97
    products = np.stack([both.stored[own] @ query for own, query in zip(rows, queries, strict=True)])
    assert scores == pytest.approx(products, abs=2e-3)
    assert all(found == sorted(found, reverse=True) for found in scores.tolist())


def test_dead_postings_are_never_found(both: Both) -> None:
    query = both.stored[[40]]
    query[:, -2:] = 1
    alive = both.columns.posting != 20
    everything = Selection(np.ones(ROWS, np.bool_), ())
    assert 40 in both.pgvector.search(query, 20, everything)[1][0]

    _, rows = both.pgvector.search(query, 20, everything.but(alive, (20,)))

    assert 20 not in both.columns.posting[rows[0]]
    assert shared(rows, both.faiss.search(query, 20, Selection(alive))[1]) >= 0.95


def test_a_mask_without_terms_is_obeyed_too(both: Both) -> None:
    allowed = Selection(np.arange(ROWS) % 7 == 3)
    queries = as_query(unit_vectors(4, 8))

    _, rows = both.pgvector.search(queries, 30, allowed)

    assert allowed.mask[rows].all()
    assert shared(rows, both.faiss.search(queries, 30, allowed)[1]) >= 0.97


def test_more_than_a_graph_hands_over_is_found_all_the_same(both: Both) -> None:
    _, rows = both.pgvector.search(as_query(unit_vectors(1, 9)), ROWS + 5)

    assert sorted(rows[0].tolist()) == list(range(ROWS))


def test_vectors_come_back_in_the_order_asked_for(both: Both) -> None:
    kept = both.pgvector.vectors(np.array([7, 2, 7, 2999]))

    assert kept == pytest.approx(both.stored[[7, 2, 7, 2999]], abs=1e-3)
    assert both.pgvector.vectors(np.zeros(0, np.int64)).shape == (0, DIMENSION + 2)


def test_hub_values_lose_less_than_a_cosine_does(both: Both) -> None:
    kept = both.pgvector.vectors(np.arange(ROWS))

    assert np.abs(kept[:, -2:].sum(axis=1) - both.stored[:, -2:].sum(axis=1)).max() < 1e-6


def test_no_queries_and_no_rows_find_nothing(both: Both, vectors: VectorDatabase) -> None:
    empty = PgVectorIndex.build(vectors, f"empty_{id(both)}", np.zeros((0, 6), np.float32), texts(0))

    assert both.pgvector.search(np.zeros((0, DIMENSION + 2), np.float32), 5)[1].shape == (0, 0)
    assert empty.search(np.ones((1, 6), np.float32), 5)[1].shape == (1, 0)


def test_a_saved_index_is_found_again_until_its_table_is_dropped(vectors: VectorDatabase, tmp_path: Path) -> None:
    rows = with_hubs(unit_vectors(20, 1), np.zeros(20, np.float32))
    PgVectorIndex.build(vectors, "kept", rows, texts(20)).save(tmp_path, "need")

    again = PgVectorIndex.load(vectors, tmp_path / "need.table.json")

    assert (again.size, again.search(as_query(unit_vectors(1, 4)), 3)[1].shape) == (20, (1, 3))
    vectors.drop("kept")
    with pytest.raises(UnavailableError, match="model_not_ready"):
        again.search(as_query(unit_vectors(1, 4)), 3)
    with pytest.raises(ValueError, match="gone"):
        PgVectorIndex.load(vectors, tmp_path / "need.table.json")


@pytest.mark.parametrize("exact", [True, False])
def test_the_way_that_was_chosen_is_the_way_that_is_gone(vectors: VectorDatabase, exact: bool) -> None:
    rows = with_hubs(unit_vectors(ROWS, 5), np.zeros(ROWS, np.float32))
    index = PgVectorIndex.build(vectors, f"plan_{exact}".lower(), rows, texts(ROWS), 0)

    asked = {"query": HalfVector(rows[0].astype(np.float16)), "limit": 50}
    with vectors.cursor() as cursor:
        cursor.execute(f"EXPLAIN {index.statement('trl >= 1', exact=exact)}", asked)
        plan = " ".join(line for (line,) in cursor.fetchall())

    assert ("Index Scan" in plan) == (not exact), plan


@pytest.mark.parametrize("part", ["a; drop table posting", "A", "", 'x"'])
def test_a_part_is_a_plain_name(part: str) -> None:
    with pytest.raises(ValueError, match="part"):
        table_of(part)
