"""Says a match in a probability that people can rely on, instead of a raw similarity.

Logistic regression on what ranking measured of a pair (Platt, "Probabilistic Outputs for Support Vector Machines",
1999, with several inputs). The inputs must mean the same for every need, so they are absolute ones: the cosine with
both hub values taken off, and the share of the need's words that the technology also says.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

# In this order everywhere: the measured parts that a probability is made from.
FEATURES = ("cosine", "dense", "lexical", "coverage")


@dataclass(frozen=True)
class Calibration:
    """``probability = 1 / (1 + exp(-(coefficients . features + intercept)))``; below ``threshold``: no good match."""

    coefficients: Sequence[float]
    intercept: float
    threshold: float

    def probability(self, features: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
        """Probabilities ``[n]`` of features ``[n, len(FEATURES)]``."""
        logits = features.astype(np.float64) @ np.asarray(self.coefficients, np.float64) + self.intercept
        return 1.0 / (1.0 + np.exp(-np.clip(logits, -40.0, 40.0)))
