"""Long texts are cut into windows that the model can read, and their vectors put together again."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt


def window_bounds(length: int, size: int) -> list[tuple[int, int]]:
    """Cut ``length`` tokens into the fewest windows of at most ``size``, as even as possible.

    Even windows avoid a last one of a few words, whose vector would say little. An empty text has one empty window.
    """
    count = max(1, -(-length // size))
    edges = [round(i * length / count) for i in range(count + 1)]
    return list(pairwise(edges))


def pool_windows(
    vectors: npt.NDArray[np.float32], owners: Sequence[int], weights: Sequence[int], texts: int
) -> npt.NDArray[np.float32]:
    """Unit vector per text: the mean of its windows' vectors, weighted by their tokens.

    ``vectors`` is ``[windows, d]``; ``owners[w]`` is the text that window ``w`` belongs to. Returns ``[texts, d]``.
    """
    pooled = np.zeros((texts, vectors.shape[1]), np.float32)
    np.add.at(pooled, np.asarray(owners, dtype=np.intp), vectors * np.asarray(weights, np.float32)[:, None])
    norms = np.linalg.norm(pooled, axis=1, keepdims=True)
    unit: npt.NDArray[np.float32] = pooled / np.maximum(norms, 1e-12)
    return unit
