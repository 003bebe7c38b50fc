"""Says a match in a probability that people can rely on, instead of a raw similarity.

Logistic regression on the score that ranking sorts by (Platt, "Probabilistic Outputs for Support Vector Machines",
1999): a standard score, so it means the same for every need, and the better place always has the higher probability.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True)
class Calibration:
    """``probability = 1 / (1 + exp(-(slope * score + intercept)))``; below ``threshold``: no good match."""

    slope: float
    intercept: float
    threshold: float

    def probability(self, scores: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
        """Probabilities of scores, in the same shape."""
        logits = self.slope * scores.astype(np.float64) + self.intercept
        return 1.0 / (1.0 + np.exp(-np.clip(logits, -40.0, 40.0)))
