"""What ranking asks of a vector index; the database stays the truth, an index can always be made again."""

from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from matchmaker.embedding.encoder import Array

Rows = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


class VectorIndex(Protocol):
    """Exact search by inner product over rows numbered from 0."""

    @property
    def size(self) -> int:
        """How many rows there are."""
        ...

    def search(self, queries: Array, limit: int, allowed: Mask | None = None) -> tuple[Array, Rows]:
        """The best rows per query, best first: scores and rows, both ``[queries, min(limit, allowed rows)]``.

        ``allowed`` is ``[size]``; only rows where it is true are looked at.
        """
        ...

    def vectors(self, rows: Rows) -> Array:
        """Stored vectors ``[len(rows), d]``, as exact as the index keeps them."""
        ...

    def save(self, path: Path) -> None:
        """Write to a file."""
        ...
