"""Long texts are cut into even windows, and their vectors put together again."""

import numpy as np
import pytest

from matchmaker.embedding.windows import pool_windows, window_bounds


@pytest.mark.parametrize(
    ("length", "size", "expected"),
    [
        (0, 10, [(0, 0)]),
        (1, 10, [(0, 1)]),
        (10, 10, [(0, 10)]),
        (11, 10, [(0, 6), (6, 11)]),
        (20, 10, [(0, 10), (10, 20)]),
        (21, 10, [(0, 7), (7, 14), (14, 21)]),
    ],
)
def test_windows_are_few_and_even(length: int, size: int, expected: list[tuple[int, int]]) -> None:
    assert window_bounds(length, size) == expected


def test_windows_of_any_length_cover_it_without_overlap() -> None:
    for length in range(1, 300):
        bounds = window_bounds(length, 37)

        assert [token for start, end in bounds for token in range(start, end)] == list(range(length))
        assert max(end - start for start, end in bounds) <= 37
        assert len(bounds) == -(-length // 37)


def test_a_pooled_vector_is_the_weighted_mean_of_its_windows() -> None:
    vectors = np.array([[1, 0], [0, 1], [0, 1]], np.float32)

    pooled = pool_windows(vectors, owners=[0, 0, 1], weights=[3, 4, 9], texts=2)

    assert pooled == pytest.approx(np.array([[0.6, 0.8], [0.0, 1.0]]))


def test_windows_may_come_in_any_order() -> None:
    vectors = np.array([[0, 1], [1, 0], [0, 1]], np.float32)

    pooled = pool_windows(vectors, owners=[1, 0, 0], weights=[9, 3, 4], texts=2)

    assert pooled == pytest.approx(np.array([[0.6, 0.8], [0.0, 1.0]]))


def test_no_texts_give_no_vectors() -> None:
    assert pool_windows(np.zeros((0, 4), np.float32), [], [], 0).shape == (0, 4)
