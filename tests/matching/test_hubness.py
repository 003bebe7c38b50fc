"""Hub values against their definition."""

import numpy as np
import pytest

from matchmaker.matching import hubness
from matchmaker.matching.centring import unit
from matchmaker.matching.hubness import hub_values, sample_anchors


def rows(count: int, seed: int) -> np.ndarray:
    return unit(np.random.default_rng(seed).standard_normal((count, 8)).astype(np.float32))


def test_a_hub_value_is_the_mean_similarity_to_the_nearest_of_the_other_side() -> None:
    own, others = rows(40, 1), rows(60, 2)

    found = hub_values(own, others, neighbours=10)

    naive = [np.mean(sorted((float(v @ other) for other in others), reverse=True)[:10]) for v in own]
    assert found == pytest.approx(np.array(naive), abs=1e-6)


def test_blocks_make_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    own, others = rows(40, 1), rows(60, 2)
    whole = hub_values(own, others, 10)

    monkeypatch.setattr(hubness, "BLOCK", 7)

    assert hub_values(own, others, 10) == pytest.approx(whole, abs=1e-6)


def test_a_small_other_side_is_taken_whole() -> None:
    own, others = rows(3, 1), rows(2, 2)

    assert hub_values(own, others, 10) == pytest.approx((own @ others.T).mean(axis=1), abs=1e-6)


def test_without_another_side_there_are_no_hubs() -> None:
    assert hub_values(rows(3, 1), np.zeros((0, 8), np.float32), 10).tolist() == [0, 0, 0]


def test_anchors_are_always_the_same_rows() -> None:
    many = rows(500, 3)

    sampled = sample_anchors(many, 50)

    assert sampled.shape == (50, 8)
    assert sampled.tolist() == sample_anchors(many, 50).tolist()
    assert len({tuple(row) for row in sampled.tolist()}) == 50


def test_few_rows_are_all_anchors() -> None:
    few = rows(50, 4)

    assert sample_anchors(few, 50).tolist() == few.tolist()
