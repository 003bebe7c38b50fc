"""Fits what ranking learns from labelled pairs: fusion weights, calibration, a linear adapter. Pure numerics."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from matchmaker.embedding.encoder import Array
from matchmaker.matching.calibration import Calibration
from matchmaker.matching.ranking import FEATURES

FOLDS = 5
# Ridge on the slope: a few hundred pairs must not make the probabilities extreme.
RIDGE = 1.0
# How much of the dense half is tried.
SHARES = tuple(round(0.05 * step, 2) for step in range(2, 20))
CUT = 10
# The figure of a choice on needs that had no part in it.
UNSEEN = "ndcg@10_cross_validated"


@dataclass(frozen=True)
class Example:
    """What was measured of one query's candidates: features ``[n, f]``, and the grade of each, 0 for none."""

    features: Array
    grades: npt.NDArray[np.int64]
    relevant: int


@dataclass(frozen=True)
class Labelled:
    """Pairs for calibration, all ``[n]``, ``evidence`` ``[n, e]``: fits (0 or 1), and the need of each.

    ``bare`` are those that a need would have if all that fits it were not there.
    """

    scores: Array
    evidence: Array
    fits: npt.NDArray[np.int64]
    weights: Array
    needs: npt.NDArray[np.int64]
    bare: npt.NDArray[np.bool_]

    def where(self, chosen: npt.NDArray[np.bool_]) -> "Labelled":
        """Some of the pairs."""
        return Labelled(*(getattr(self, one.name)[chosen] for one in fields(self)))


def ndcg(example: Example, dense: float) -> float:
    """nDCG@10 of one query when the dense half weighs ``dense`` and the words the rest (Järvelin, Kekäläinen 2002)."""
    if example.relevant == 0:
        return 0.0
    scores = (
        dense * example.features[:, FEATURES.index("dense")]
        + (1 - dense) * example.features[:, FEATURES.index("lexical")]
    )
    order = np.argsort(-np.round(scores, 6), kind="stable")[:CUT]
    discounts = 1.0 / np.log2(np.arange(2, CUT + 2))
    gained = float((np.minimum(example.grades[order], 1) * discounts[: len(order)]).sum())
    return gained / float(discounts[: min(CUT, example.relevant)].sum())


def choose_dense_share(examples: Sequence[Example]) -> tuple[float, dict[str, float]]:
    """The share of the dense half with the best nDCG@10, and its cross-validated figure.

    Each fold is measured with the share that the other folds chose, so the figure is one on unseen needs.
    """
    table = np.array([[ndcg(example, share) for share in SHARES] for example in examples])
    folds = np.arange(len(examples)) % FOLDS
    unseen = np.zeros(len(examples))
    for fold in range(min(FOLDS, len(examples))):
        rest = folds != fold if (folds != fold).any() else folds == fold
        unseen[folds == fold] = table[folds == fold][:, int(table[rest].mean(axis=0).argmax())]
    best = int(table.mean(axis=0).argmax())
    return SHARES[best], {UNSEEN: round(float(unseen.mean()), 4)}


def fit_calibration(pairs: Labelled) -> tuple[Calibration, dict[str, Any]]:
    """Logistic regression with its cross-validated quality; needs never stand on both sides of a split.

    The threshold is the probability at which the F1 of "this fits" is best on pairs not seen in fitting.
    """
    unseen = np.zeros(len(pairs.fits))
    folds = _folds_of_needs(pairs.needs)
    for fold in np.unique(folds):
        train = folds != fold if len(np.unique(folds)) > 1 else folds == fold
        fitted = _logistic(pairs.where(train))
        unseen[folds == fold] = fitted.probability(pairs.scores[folds == fold], pairs.evidence[folds == fold])
    threshold, f1 = _best_threshold(unseen, pairs.fits, pairs.weights)
    figures = _quality(unseen, pairs) | {
        "brier_of_the_mean": round(_brier_of_mean(pairs), 4),
        "f1": round(f1, 4),
        "nothing_fits": nothing_fits(unseen, pairs, threshold),
    }
    return replace(_logistic(pairs), threshold=round(threshold, 4)), figures


def nothing_fits(probabilities: npt.NDArray[np.float64], pairs: Labelled, threshold: float) -> dict[str, float]:
    """How often a need is told that nothing fits: where something does, and where nothing does or it is taken away."""
    fitting = ~pairs.bare & np.isin(pairs.needs, pairs.needs[pairs.fits > 0])
    told = {"where_something_fits": fitting, "where_nothing_does": ~fitting}
    return {name: round(_share_told(probabilities[own] < threshold, pairs.needs[own]), 4) for name, own in told.items()}


def _share_told(weak: npt.NDArray[np.bool_], needs: npt.NDArray[np.int64]) -> float:
    """The share of needs all of whose pairs are weak."""
    found = [bool(weak[needs == need].all()) for need in np.unique(needs)]
    return float(np.mean(found)) if found else 0.0


def quality(pairs: Labelled, calibration: Calibration) -> dict[str, Any]:
    """How far what a calibration says of pairs is what was seen of them."""
    said = calibration.probability(pairs.scores, pairs.evidence)
    return _quality(said, pairs) | {"nothing_fits": nothing_fits(said, pairs, calibration.threshold)}


def _quality(said: npt.NDArray[np.float64], pairs: Labelled) -> dict[str, Any]:
    return {
        "pairs": len(pairs.fits),
        "fits": int(pairs.fits.sum()),
        "brier": round(float(np.average((said - pairs.fits) ** 2, weights=pairs.weights)), 4),
        "calibration_error": round(calibration_error(said, pairs.fits, pairs.weights), 4),
        "reliability": reliability(said, pairs.fits, pairs.weights),
    }


def reliability(
    probabilities: npt.NDArray[np.float64], fits: npt.NDArray[np.int64], weights: Array, bins: int = 10
) -> list[dict[str, float]]:
    """Said and seen share of fits per tenth of the scale; empty tenths are left out."""
    which = np.minimum((probabilities * bins).astype(int), bins - 1)
    table = []
    for number in range(bins):
        own = which == number
        if own.any():
            said = float(np.average(probabilities[own], weights=weights[own]))
            seen = float(np.average(fits[own], weights=weights[own]))
            table.append(
                {"said": round(said, 4), "seen": round(seen, 4), "weight": round(float(weights[own].sum()), 2)}
            )
    return table


def calibration_error(probabilities: npt.NDArray[np.float64], fits: npt.NDArray[np.int64], weights: Array) -> float:
    """Expected calibration error: the mean distance of said and seen (Naeini et al., AAAI 2015)."""
    table = reliability(probabilities, fits, weights)
    total = sum(row["weight"] for row in table)
    return sum(abs(row["said"] - row["seen"]) * row["weight"] for row in table) / total if total else 0.0


def fit_adapter(
    needs: Array, technologies: Array, negatives: Array, strength: float, epochs: int = 60, seed: int = 0
) -> Array:
    """A map ``[d, d]`` near the identity that brings pairs together.

    ``needs[i]`` and ``technologies[i]`` ``[n, d]`` belong together, ``negatives`` ``[m, d]`` to nobody. Minimises
    InfoNCE (van den Oord et al., 2018; temperature 0.05) plus ``strength`` times the squared distance from the
    identity, by Adam on the whole set; vectors go through ``vectors @ adapter``.
    """
    dimension = needs.shape[1]
    delta = np.zeros((dimension, dimension), np.float32)
    first, second = np.zeros_like(delta), np.zeros_like(delta)
    pool = np.concatenate([technologies, negatives])
    for step in range(1, epochs + 1):
        gradient = _contrastive_gradient(np.eye(dimension, dtype=np.float32) + delta, needs, pool)
        gradient += 2 * strength * delta
        first = 0.9 * first + 0.1 * gradient
        second = 0.999 * second + 0.001 * gradient**2
        rate = 0.001 * np.sqrt(1 - 0.999**step) / (1 - 0.9**step)
        delta -= (rate * first / (np.sqrt(second) + 1e-8)).astype(np.float32)
    adapter: Array = np.eye(dimension, dtype=np.float32) + delta
    return adapter


def _contrastive_gradient(adapter: Array, needs: Array, pool: Array, temperature: float = 0.05) -> Array:
    """Gradient of InfoNCE by the adapter when both sides go through it; row i of the pool is need i's own."""
    left, right = needs @ adapter, pool @ adapter
    left_norm = np.linalg.norm(left, axis=1, keepdims=True)
    right_norm = np.linalg.norm(right, axis=1, keepdims=True)
    left, right = left / left_norm, right / right_norm
    logits = left @ right.T / temperature
    logits -= logits.max(axis=1, keepdims=True)
    share = np.exp(logits)
    share /= share.sum(axis=1, keepdims=True)
    share[np.arange(len(needs)), np.arange(len(needs))] -= 1
    share /= temperature * len(needs)
    to_left, to_right = share @ right, share.T @ left
    # Through the division by the length: only what is across the unit vector counts.
    to_left = (to_left - left * (to_left * left).sum(axis=1, keepdims=True)) / left_norm
    to_right = (to_right - right * (to_right * right).sum(axis=1, keepdims=True)) / right_norm
    gradient: Array = needs.T @ to_left + pool.T @ to_right
    return gradient


def _logistic(pairs: Labelled) -> Calibration:
    from sklearn.linear_model import LogisticRegression

    background, nearness = pairs.evidence.T
    # Both on one scale, so that the ridge holds them alike.
    scale = float(nearness.std()) or 1.0
    measured = np.stack([pairs.scores - background, nearness / scale], axis=1)
    model = LogisticRegression(C=1 / RIDGE, max_iter=1000).fit(measured, pairs.fits, sample_weight=pairs.weights)
    slope, near = (float(value) for value in model.coef_[0])
    return Calibration(round(slope, 6), round(float(model.intercept_[0]), 6), 0.5, 1.0, round(near / scale, 6))


def _best_threshold(
    probabilities: npt.NDArray[np.float64], fits: npt.NDArray[np.int64], weights: Array
) -> tuple[float, float]:
    best = (0.5, 0.0)
    # Rounded down, so that a pair is never below the threshold that its own probability gave.
    for threshold in np.unique(np.floor(probabilities * 1000) / 1000):
        chosen = probabilities >= threshold
        hits = float((weights * (chosen & (fits == 1))).sum())
        named = float((weights * chosen).sum()) + float((weights * (fits == 1)).sum())
        if named and 2 * hits / named > best[1]:
            best = (float(threshold), 2 * hits / named)
    return best


def _brier_of_mean(pairs: Labelled) -> float:
    mean = float(np.average(pairs.fits, weights=pairs.weights))
    return float(np.average((mean - pairs.fits) ** 2, weights=pairs.weights))


def _folds_of_needs(needs: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    _, order = np.unique(needs, return_inverse=True)
    folds: npt.NDArray[np.int64] = order % FOLDS
    return folds
