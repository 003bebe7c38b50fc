"""Probabilities from the score that ranking sorts by and from what is known of the need."""

import numpy as np
import pytest

from matchmaker.embedding.encoder import Array
from matchmaker.matching.calibration import Calibration


def evidence(*of_each: tuple[float, float]) -> Array:
    return np.array(of_each, np.float32)


def test_probabilities_follow_the_logistic_curve() -> None:
    calibration = Calibration(slope=2.0, intercept=-1.0, threshold=0.5)

    found = calibration.probability(np.array([0.5, 0.0, -1.0], np.float32), evidence(*[(7, 7)] * 3))

    assert found == pytest.approx([0.5, 1 / (1 + np.exp(1)), 1 / (1 + np.exp(3))])


def test_what_counts_is_how_far_a_score_is_above_the_ordinary_and_how_near_the_best_are() -> None:
    calibration = Calibration(slope=2.0, intercept=-1.0, threshold=0.5, relative=1.0, nearness=10.0)

    found = calibration.probability(np.array([2.5, 6.5, 6.5], np.float32), evidence((2, 0), (6, 0), (6, -0.1)))

    assert found == pytest.approx([0.5, 0.5, 1 / (1 + np.exp(1))])


def test_a_better_score_is_always_more_probable() -> None:
    calibration = Calibration(slope=1.2, intercept=-3.6, threshold=0.4, relative=1.0, nearness=5.0)

    found = calibration.probability(np.linspace(-3, 6, 50).astype(np.float32), evidence(*[(1.5, 0.1)] * 50))

    assert (np.diff(found) > 0).all()


def test_probabilities_stay_between_nothing_and_certainty() -> None:
    calibration = Calibration(slope=1e6, intercept=0.0, threshold=0.5)

    low, high = calibration.probability(np.array([-1e6, 1e6], np.float32), evidence((0, 0), (0, 0)))

    assert 0.0 < low < 1e-15
    assert 1 - 1e-15 < high <= 1.0
