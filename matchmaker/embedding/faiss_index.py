"""The embedded index: exact inner product over bf16 codes with FAISS; the only door to it.

Graph and cluster indexes are left out on purpose: a matchmaker always filters, and filters wreck their recall.
"""

from pathlib import Path
from typing import Any

import numpy as np

from matchmaker.embedding.encoder import Array
from matchmaker.embedding.index import Mask, Rows

# The dimension is padded: the scanner's fast path wants a multiple of it.
MULTIPLE = 8


class FaissIndex:
    """A VectorIndex in memory, or mapped from a file."""

    def __init__(self, index: Any, dimension: int) -> None:
        self._index = index
        self._dimension = dimension

    @classmethod
    def build(cls, vectors: Array) -> "FaissIndex":
        """Index ``vectors`` ``[n, d]``; they need not be of unit length."""
        import faiss

        faiss.omp_set_num_threads(1)
        count, dimension = vectors.shape
        index = faiss.IndexScalarQuantizer(
            _padded(dimension), faiss.ScalarQuantizer.QT_bf16, faiss.METRIC_INNER_PRODUCT
        )
        index.is_trained = True
        for start in range(0, count, 65536):
            index.add(_pad(vectors[start : start + 65536]))
        return cls(index, dimension)

    @classmethod
    def load(cls, path: Path, dimension: int) -> "FaissIndex":
        """Map a saved index from its file. Raises ValueError when it is damaged or of another size."""
        import faiss

        faiss.omp_set_num_threads(1)
        try:
            index = faiss.read_index(str(path), faiss.IO_FLAG_MMAP)
        except RuntimeError as error:
            raise ValueError("index file damaged") from error
        if index.d != _padded(dimension):
            raise ValueError("index file of another dimension")
        return cls(index, dimension)

    @property
    def size(self) -> int:
        return int(self._index.ntotal)

    def search(self, queries: Array, limit: int, allowed: Mask | None = None) -> tuple[Array, Rows]:
        import faiss

        limit = min(limit, self.size if allowed is None else int(np.count_nonzero(allowed)))
        if limit == 0 or len(queries) == 0:
            return np.zeros((len(queries), 0), np.float32), np.zeros((len(queries), 0), np.int64)
        parameters = None
        if allowed is not None:
            # The selector only points at the bitmap, so it must stay referenced during the search.
            bitmap = np.packbits(allowed, bitorder="little")
            selector = faiss.IDSelectorBitmap(len(allowed), faiss.swig_ptr(bitmap))
            parameters = faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]
        scores, rows = self._index.search(_pad(queries), limit, params=parameters)
        return scores, rows.astype(np.int64)

    def vectors(self, rows: Rows) -> Array:
        if len(rows) == 0:
            return np.zeros((0, self._dimension), np.float32)
        found: Array = self._index.reconstruct_batch(np.ascontiguousarray(rows, np.int64))
        return found[:, : self._dimension]

    def save(self, path: Path) -> None:
        import faiss

        faiss.write_index(self._index, str(path))


def _padded(dimension: int) -> int:
    return -(-dimension // MULTIPLE) * MULTIPLE


def _pad(vectors: Array) -> Array:
    width = _padded(vectors.shape[1]) - vectors.shape[1]
    return np.ascontiguousarray(np.pad(vectors, ((0, 0), (0, width))), np.float32)
