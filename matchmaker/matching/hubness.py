"""Some texts lie near everything; their similarity means less.

Cross-domain similarity local scaling (Conneau et al., "Word Translation Without Parallel Data", ICLR 2018): a text's
hub value is its mean similarity to the nearest texts of the other side, and half of it is taken off every score.
"""

import numpy as np
import numpy.typing as npt

from matchmaker.embedding.encoder import Array

# The other side is sampled above this size: the mean of the nearest few shifts alike for all.
ANCHORS = 4096
BLOCK = 8192
# So many texts of the other side stand for all of it where words are compared.
WORD_ANCHORS = 640
QUERY_BLOCK = 64


class BestScores:
    """The highest scores of each row so far, for the hub values of words: ``[neighbours, rows]``.

    Queries come in one by one because all scores at once would not fit; they are taken in by blocks.
    """

    def __init__(self, rows: int, neighbours: int) -> None:
        self._best = np.zeros((neighbours, rows), np.float32)
        self._waiting: list[Array] = []

    def add(self, scores: Array) -> None:
        """Take in one query's scores ``[rows]``."""
        self._waiting.append(scores)
        if len(self._waiting) == QUERY_BLOCK:
            self._merge()

    def mean(self) -> Array:
        """Mean of the highest scores of each row ``[rows]``; missing ones count as zero."""
        self._merge()
        found: Array = self._best.mean(axis=0)
        return found

    def _merge(self) -> None:
        if self._waiting:
            kept = len(self._best)
            everything = np.concatenate([self._best, np.stack(self._waiting)])
            self._best = np.partition(everything, len(everything) - kept, axis=0)[-kept:]
            self._waiting = []


def sample_anchors(vectors: Array, limit: int = ANCHORS) -> Array:
    """At most ``limit`` rows, always the same ones."""
    if len(vectors) <= limit:
        return vectors
    rows: npt.NDArray[np.int64] = np.random.default_rng(0).choice(len(vectors), limit, replace=False)
    return vectors[np.sort(rows)]


def hub_values(vectors: Array, anchors: Array, neighbours: int) -> Array:
    """Mean similarity of each row ``[n, d]`` to its nearest anchors ``[m, d]``; zeros without anchors."""
    values = np.zeros(len(vectors), np.float32)
    nearest = min(neighbours, len(anchors))
    if nearest == 0:
        return values
    for start in range(0, len(vectors), BLOCK):
        similarity = vectors[start : start + BLOCK] @ anchors.T
        top = np.partition(similarity, similarity.shape[1] - nearest, axis=1)[:, -nearest:]
        values[start : start + BLOCK] = top.mean(axis=1)
    return values
