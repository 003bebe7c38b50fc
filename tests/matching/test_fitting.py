"""What is learned from labelled pairs, on data whose answer is known."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pytest

from matchmaker.embedding.encoder import Array
from matchmaker.matching.centring import unit
from matchmaker.matching.fitting import (
    SHARES,
    Example,
    Labelled,
    calibration_error,
    choose_dense_share,
    fit_adapter,
    fit_calibration,
    ndcg,
    reliability,
)
from matchmaker.matching.ranking import FEATURES

DENSE, LEXICAL = FEATURES.index("dense"), FEATURES.index("lexical")


def pairs_from(coefficient: float, intercept: float, count: int = 4000) -> Labelled:
    """Pairs whose fit depends on the score as a logistic curve says."""
    rng = np.random.default_rng(5)
    scores = rng.uniform(-1, 1, count).astype(np.float32)
    chance = 1 / (1 + np.exp(-(coefficient * scores + intercept)))
    fits = (rng.uniform(size=count) < chance).astype(np.int64)
    return labelled(scores, fits, np.arange(count) // 4)


def labelled(scores: Array, fits: npt.NDArray[np.int64], needs: npt.NDArray[np.int64]) -> Labelled:
    """Pairs that count alike, of needs of which nothing is known."""
    count = len(scores)
    return Labelled(
        scores, np.zeros((count, 2), np.float32), fits, np.ones(count, np.float32), needs, np.zeros(count, np.bool_)
    )


def test_calibration_finds_the_curve_that_made_the_labels() -> None:
    pairs = pairs_from(coefficient=3.0, intercept=-1.0)

    calibration, figures = fit_calibration(pairs)

    assert calibration.slope == pytest.approx(3.0, abs=0.3)
    assert calibration.intercept == pytest.approx(-1.0, abs=0.2)
    assert (figures["pairs"], figures["fits"]) == (4000, int(pairs.fits.sum()))


def test_calibrated_probabilities_beat_the_mean_and_mean_what_they_say() -> None:
    _, figures = fit_calibration(pairs_from(coefficient=3.0, intercept=-1.0))

    assert figures["brier"] < figures["brier_of_the_mean"] - 0.05
    assert figures["calibration_error"] < 0.03


def test_labels_without_any_sense_are_given_their_share() -> None:
    pairs = pairs_from(coefficient=0.0, intercept=0.0)

    calibration, figures = fit_calibration(pairs)

    assert calibration.probability(pairs.scores, pairs.evidence) == pytest.approx(np.full(4000, 0.5), abs=0.1)
    assert figures["brier"] == pytest.approx(figures["brier_of_the_mean"], abs=0.01)


def test_the_threshold_separates_what_can_be_separated() -> None:
    scores = np.where(np.arange(40) % 2, 1.0, -1.0).astype(np.float32)
    pairs = labelled(scores, np.arange(40) % 2, np.arange(40) // 2)

    calibration, figures = fit_calibration(pairs)

    assert figures["f1"] == 1.0
    assert (calibration.probability(scores, pairs.evidence) >= calibration.threshold).tolist() == (
        pairs.fits == 1
    ).tolist()


def test_what_is_known_of_needs_is_learned_and_taken_off() -> None:
    """Scores stand on grounds of any height, and needs for which there is nothing have nothing near."""
    rng = np.random.default_rng(9)
    count = 4000
    needs = np.arange(count) // 4
    ground, bare = rng.uniform(0, 5, count // 4)[needs], rng.integers(0, 2, count // 4)[needs].astype(bool)
    above = rng.uniform(-1, 1, count)
    nearness = np.where(bare, -0.1, 0.1)
    fits = (rng.uniform(size=count) < 1 / (1 + np.exp(-3 * above))) & ~bare
    pairs = replace(
        labelled((ground + above).astype(np.float32), fits.astype(np.int64), needs),
        evidence=np.stack([ground, nearness], axis=1).astype(np.float32),
        bare=bare,
    )

    calibration, figures = fit_calibration(pairs)

    assert (calibration.slope, calibration.relative) == (pytest.approx(3, abs=0.3), 1.0)
    assert calibration.nearness > 10
    told = figures["nothing_fits"]
    assert told["where_something_fits"] < 0.1 < 0.9 < told["where_nothing_does"]


def test_reliability_tells_what_was_said_and_what_was_seen() -> None:
    probabilities = np.array([0.05, 0.05, 0.95, 1.0])
    fits = np.array([0, 1, 1, 1])

    table = reliability(probabilities, fits, np.array([1, 1, 1, 3], np.float32))

    assert table == [
        {"said": 0.05, "seen": 0.5, "weight": 2.0},
        {"said": 0.9875, "seen": 1.0, "weight": 4.0},
    ]
    assert calibration_error(probabilities, fits, np.array([1, 1, 1, 3], np.float32)) == pytest.approx(0.95 / 6)


def examples(informative: int, count: int = 20) -> list[Example]:
    """Queries in which one half tells the right document and the other is noise."""
    rng = np.random.default_rng(3)
    found = []
    for _ in range(count):
        features = 4 * rng.standard_normal((30, len(FEATURES))).astype(np.float32)
        grades = np.zeros(30, np.int64)
        grades[rng.integers(30)] = 1
        features[:, informative] = grades * 3.0
        found.append(Example(features, grades, relevant=1))
    return found


def test_the_half_that_tells_gets_the_greatest_share() -> None:
    by_meaning, figures = choose_dense_share(examples(informative=DENSE))
    by_words, _ = choose_dense_share(examples(informative=LEXICAL))

    assert by_meaning > 0.6
    assert by_words < 0.4
    assert figures["ndcg@10_cross_validated"] > 0.9
    assert {by_meaning, by_words} <= set(SHARES)


def test_ndcg_of_a_query() -> None:
    features = np.zeros((3, len(FEATURES)), np.float32)
    features[:, DENSE] = [3, 2, 1]

    first = ndcg(Example(features, np.array([1, 0, 0]), relevant=1), dense=1.0)
    second = ndcg(Example(features, np.array([0, 2, 0]), relevant=1), dense=1.0)
    half = ndcg(Example(features, np.array([1, 0, 0]), relevant=2), dense=1.0)
    none = ndcg(Example(features, np.array([0, 0, 0]), relevant=0), dense=1.0)

    assert [first, second, half, none] == pytest.approx([1.0, 1 / np.log2(3), 1 / (1 + 1 / np.log2(3)), 0.0])


def turned_pairs() -> tuple[Array, Array, Array]:
    """Needs, their technologies moved along one direction, and technologies of nobody."""
    rng = np.random.default_rng(9)
    needs = unit(rng.standard_normal((40, 16)).astype(np.float32))
    technologies = unit(needs + 1.5 * rng.standard_normal((1, 16)).astype(np.float32) / 4)
    technologies[:, :4] = rng.standard_normal((40, 4))
    others = unit(rng.standard_normal((100, 16)).astype(np.float32))
    return needs, unit(technologies), others


def found_first(adapter: Array, needs: Array, technologies: Array, others: Array) -> int:
    """How many needs have their own technology nearest."""
    pool = unit(np.concatenate([technologies, others]) @ adapter)
    return int((np.argmax(unit(needs @ adapter) @ pool.T, axis=1) == np.arange(len(needs))).sum())


def test_an_adapter_that_is_held_fast_stays_the_identity() -> None:
    adapter = fit_adapter(*turned_pairs(), strength=1e6)

    assert adapter == pytest.approx(np.eye(16), abs=2e-3)


def test_an_adapter_that_is_free_brings_pairs_nearer() -> None:
    needs, technologies, others = turned_pairs()

    adapter = fit_adapter(needs, technologies, others, strength=1e-3, epochs=200)

    before = found_first(np.eye(16, dtype=np.float32), needs, technologies, others)
    assert found_first(adapter, needs, technologies, others) >= before + 5


def test_a_fitted_adapter_is_the_same_every_time() -> None:
    first, second = (fit_adapter(*turned_pairs(), strength=1.0, epochs=5) for _ in range(2))

    assert first.tolist() == second.tolist()
