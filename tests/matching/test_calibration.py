"""Probabilities from what ranking measured of a pair."""

import numpy as np
import pytest

from matchmaker.matching.calibration import Calibration


def test_probabilities_follow_the_logistic_curve() -> None:
    calibration = Calibration([2.0, 0.0, 0.0, 1.0], -1.0, 0.5)

    found = calibration.probability(np.array([[0.5, 9, 9, 0], [0, 0, 0, 3], [-1, 0, 0, 0]], np.float32))

    assert found == pytest.approx([0.5, 1 / (1 + np.exp(-2)), 1 / (1 + np.exp(3))])


def test_more_of_what_counts_is_never_less_probable() -> None:
    calibration = Calibration([8.0, 0.3, 0.2, 1.0], -4.0, 0.5)
    features = np.zeros((50, 4), np.float32)
    for column in range(4):
        features[:] = 0
        features[:, column] = np.linspace(-3, 3, 50)

        assert (np.diff(calibration.probability(features)) > 0).all()


def test_probabilities_stay_between_nothing_and_certainty() -> None:
    calibration = Calibration([1e6, 0.0, 0.0, 0.0], 0.0, 0.5)

    low, high = calibration.probability(np.array([[-1e6, 0, 0, 0], [1e6, 0, 0, 0]], np.float32))

    assert 0.0 < low < 1e-15
    assert 1 - 1e-15 < high <= 1.0
