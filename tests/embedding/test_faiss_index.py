"""The vector index against plain numpy: what it finds, what masks leave, and files that are not whole."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from matchmaker.embedding.encoder import Array
from matchmaker.embedding.faiss_index import SPLIT_ROWS, FaissIndex
from matchmaker.embedding.index import Selection


def unit_vectors(count: int, dimension: int, seed: int) -> Array:
    rows = np.random.default_rng(seed).standard_normal((count, dimension)).astype(np.float32)
    unit: Array = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return unit


@pytest.fixture(scope="module")
def vectors() -> Array:
    return unit_vectors(5000, 384, seed=1)


@pytest.fixture(scope="module")
def index(vectors: Array) -> FaissIndex:
    return FaissIndex.build(vectors)


def test_half_the_bits_find_what_full_precision_finds(index: FaissIndex, vectors: Array) -> None:
    queries = unit_vectors(40, 384, seed=2)
    exact = np.argsort(-(queries @ vectors.T), axis=1)[:, :50]

    _, rows = index.search(queries, 50)

    shared = [len(set(found) & set(best)) for found, best in zip(rows.tolist(), exact.tolist(), strict=True)]
    assert sum(shared) / (40 * 50) >= 0.995


def test_scores_are_inner_products_best_first(index: FaissIndex, vectors: Array) -> None:
    query = unit_vectors(1, 384, seed=3)

    scores, rows = index.search(query, 20)

    assert scores[0] == pytest.approx((vectors @ query[0])[rows[0]], abs=2e-3)
    assert scores[0].tolist() == sorted(scores[0].tolist(), reverse=True)


def test_every_row_finds_itself(index: FaissIndex, vectors: Array) -> None:
    some = np.arange(0, 5000, 250)

    _, rows = index.search(vectors[some], 1)

    assert rows[:, 0].tolist() == some.tolist()


def test_a_mask_leaves_the_best_of_the_allowed_rows(index: FaissIndex, vectors: Array) -> None:
    allowed = np.arange(5000) % 7 == 3
    query = unit_vectors(1, 384, seed=4)
    own = np.flatnonzero(allowed)
    kept = index.vectors(own)

    scores, rows = index.search(query, 10, Selection(allowed))

    assert rows[0].tolist() == own[np.argsort(-(kept @ query[0]))[:10]].tolist()
    assert scores[0] == pytest.approx((kept @ query[0])[np.argsort(-(kept @ query[0]))[:10]], abs=1e-5)


def test_no_more_rows_come_than_are_allowed(index: FaissIndex) -> None:
    allowed = np.zeros(5000, np.bool_)
    allowed[[4999, 8]] = True

    scores, rows = index.search(unit_vectors(3, 384, seed=5), 50, Selection(allowed))

    assert [sorted(row) for row in rows.tolist()] == [[8, 4999]] * 3
    assert scores.shape == (3, 2)


def test_no_more_rows_come_than_there_are() -> None:
    _, rows = FaissIndex.build(unit_vectors(3, 16, seed=6)).search(unit_vectors(1, 16, seed=7), 50)

    assert sorted(rows[0].tolist()) == [0, 1, 2]


def test_a_mask_without_rows_finds_nothing(index: FaissIndex) -> None:
    scores, rows = index.search(unit_vectors(2, 384, seed=8), 10, Selection(np.zeros(5000, np.bool_)))

    assert (scores.shape, rows.shape) == ((2, 0), (2, 0))


def test_an_empty_index_finds_nothing(tmp_path: Path) -> None:
    empty = FaissIndex.build(np.zeros((0, 12), np.float32))
    empty.save(tmp_path, "empty")
    again = FaissIndex.load(tmp_path / "empty.faiss", 12)

    assert [part.size for part in (empty, again)] == [0, 0]
    assert [part.search(np.ones((1, 12), np.float32), 5)[1].shape for part in (empty, again)] == [(1, 0), (1, 0)]
    assert empty.vectors(np.zeros(0, np.int64)).shape == (0, 12)


def test_no_queries_find_nothing(index: FaissIndex) -> None:
    assert index.search(np.zeros((0, 384), np.float32), 5)[1].shape == (0, 0)


def test_any_dimension_can_be_indexed() -> None:
    vectors = unit_vectors(10, 13, seed=9)
    index = FaissIndex.build(vectors)

    kept = index.vectors(np.array([7, 2]))

    assert kept.shape == (2, 13)
    assert kept == pytest.approx(vectors[[7, 2]], abs=4e-3)


def test_a_saved_index_finds_the_same(index: FaissIndex, tmp_path: Path) -> None:
    queries = unit_vectors(5, 384, seed=10)
    index.save(tmp_path, "saved")

    again = FaissIndex.load(tmp_path / "saved.faiss", 384)

    assert [part.tolist() for part in again.search(queries, 30)] == [p.tolist() for p in index.search(queries, 30)]
    assert again.vectors(np.array([3, 4000])).tolist() == index.vectors(np.array([3, 4000])).tolist()


@pytest.mark.parametrize("content", [b"", b"no index", b"\0" * 4096])
def test_a_file_that_is_no_index_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "damaged.faiss").write_bytes(content)

    with pytest.raises(ValueError, match="damaged"):
        FaissIndex.load(tmp_path / "damaged.faiss", 16)


def test_a_file_cut_off_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "cut.faiss"
    FaissIndex.build(unit_vectors(100, 16, seed=11)).save(tmp_path, "cut")
    file.write_bytes(file.read_bytes()[:-100])

    with pytest.raises(ValueError, match="damaged"):
        FaissIndex.load(file, 16)


def test_an_index_of_another_dimension_is_refused(tmp_path: Path) -> None:
    FaissIndex.build(unit_vectors(5, 16, seed=12)).save(tmp_path, "other")

    with pytest.raises(ValueError, match="dimension"):
        FaissIndex.load(tmp_path / "other.faiss", 384)


@pytest.fixture(scope="module")
def large() -> tuple[FaissIndex, Array]:
    """More rows than one thread looks through alone, as the index keeps them."""
    index = FaissIndex.build(unit_vectors(SPLIT_ROWS + 11, 16, seed=7))
    return index, index.vectors(np.arange(index.size))


@pytest.mark.parametrize("rows", [slice(None, None, 2), slice(0, 40), slice(-30, None), slice(SPLIT_ROWS // 2, None)])
def test_a_large_index_finds_the_best_of_the_allowed_rows(rows: slice, large: tuple[FaissIndex, Array]) -> None:
    index, kept = large
    allowed = np.zeros(index.size, np.bool_)
    allowed[rows] = True
    queries = unit_vectors(3, 16, seed=8)
    own = np.flatnonzero(allowed)
    best = own[np.argsort(-(queries @ kept[own].T), axis=1)[:, :50]]

    scores, found = index.search(queries, 50, Selection(allowed))

    assert found.tolist() == best.tolist()
    assert scores == pytest.approx(np.stack([kept[b] @ q for b, q in zip(best, queries, strict=True)]), abs=1e-5)


def test_many_filtered_searches_at_once_find_what_each_finds_alone(large: tuple[FaissIndex, Array]) -> None:
    index, kept = large
    allowed = [np.arange(index.size) % 5 == number % 5 for number in range(24)]
    alone = [index.search(kept[[n]], 10, Selection(mask))[1].tolist() for n, mask in enumerate(allowed)]

    with ThreadPoolExecutor(12) as pool:
        together = list(pool.map(lambda n: index.search(kept[[n]], 10, Selection(allowed[n]))[1].tolist(), range(24)))

    assert together == alone
