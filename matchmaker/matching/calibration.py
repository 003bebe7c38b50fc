"""Says a match in a probability that people can rely on, instead of a raw similarity.

Logistic regression (Platt, "Probabilistic Outputs for Support Vector Machines", 1999) on two figures that mean the
same in catalogues of any size. How far a candidate stands out: its score less that of the need's ordinary candidates,
because the best of many thousands is many deviations above the mean even where nothing fits. And how near in meaning
the need's best come at all, because the best of nothing stands out as well; that is one figure for each need, so the
better place always has the higher probability.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matchmaker.embedding.encoder import Array

# What is known of the need of each candidate, in this order: the score of its ordinary candidates, and the cosine of
# its best ones.
EVIDENCE = ("background", "nearness")


@dataclass(frozen=True)
class Calibration:
    """Below ``threshold``: no good match.

    ``logit = slope * (score - relative * background) + nearness * (nearness of the need's best) + intercept``. Weights
    learned before there was evidence have ``relative`` and ``nearness`` 0.
    """

    slope: float
    intercept: float
    threshold: float
    relative: float = 0.0
    nearness: float = 0.0

    def logit(self, scores: Array, evidence: Array) -> npt.NDArray[np.float64]:
        """Log odds ``[n]`` of ``scores`` ``[n]`` with their EVIDENCE ``[n, 2]``."""
        background, nearness = evidence.astype(np.float64).T
        above = scores - self.relative * background
        odds: npt.NDArray[np.float64] = self.slope * above + self.nearness * nearness + self.intercept
        return odds

    def probability(self, scores: Array, evidence: Array) -> npt.NDArray[np.float64]:
        """Probabilities ``[n]`` of the same."""
        shares: npt.NDArray[np.float64] = 1.0 / (1.0 + np.exp(-np.clip(self.logit(scores, evidence), -40.0, 40.0)))
        return shares
