"""The embedded index: exact inner product over bf16 codes with FAISS; the only door to it.

Graph and cluster indexes are left out on purpose: a matchmaker always filters, and filters wreck their recall.
"""

from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from matchmaker.embedding.encoder import Array
from matchmaker.embedding.index import Mask, Rows, Selection

# The dimension is padded: the scanner's fast path wants a multiple of it.
MULTIPLE = 8
# From so many rows on a filtered search is shared between two threads.
SPLIT_ROWS = 16_384
SUFFIX = ".faiss"
# So many searches may be shared out at once before one waits for another.
SCANS = 4


class FaissIndex:
    """A VectorIndex in memory, or mapped from a file; exact."""

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

    def search(self, queries: Array, limit: int, allowed: Selection | None = None) -> tuple[Array, Rows]:
        limit = min(limit, self.size if allowed is None else allowed.count)
        if limit == 0 or len(queries) == 0:
            return np.zeros((len(queries), 0), np.float32), np.zeros((len(queries), 0), np.int64)
        padded = _pad(queries)
        if allowed is None:
            scores, rows = self._index.search(padded, limit)
        elif self.size < SPLIT_ROWS:
            scores, rows = self._search_among(padded, limit, allowed.mask)
        else:
            scores, rows = self._search_halves(padded, limit, allowed.mask)
        return scores, rows.astype(np.int64)

    def _search_halves(self, queries: Array, limit: int, allowed: Mask) -> tuple[Array, Rows]:
        """Both halves of the rows at the same time: looking at each row's bit costs more than the product itself."""
        halves = np.zeros((2, self.size), np.bool_)
        halves[0, : self.size // 2], halves[1, self.size // 2 :] = np.array_split(allowed, [self.size // 2])
        found = list(_threads().map(lambda half: self._search_among(queries, limit, half), halves))
        scores = np.hstack([part[0] for part in found])
        rows = np.hstack([part[1] for part in found])
        # Rows that a half could not fill have the lowest score there is.
        best = np.argsort(-scores, axis=1, kind="stable")[:, :limit]
        return np.take_along_axis(scores, best, 1), np.take_along_axis(rows, best, 1)

    def _search_among(self, queries: Array, limit: int, allowed: Mask) -> tuple[Array, Rows]:
        import faiss

        # The selector only points at the bitmap, so it must stay referenced during the search.
        bitmap = np.packbits(allowed, bitorder="little")
        selector = faiss.IDSelectorBitmap(len(allowed), faiss.swig_ptr(bitmap))
        found: tuple[Array, Rows] = self._index.search(
            queries,
            limit,
            params=faiss.SearchParameters(sel=selector),  # type: ignore[call-arg]
        )
        return found

    def vectors(self, rows: Rows) -> Array:
        if len(rows) == 0:
            return np.zeros((0, self._dimension), np.float32)
        found: Array = self._index.reconstruct_batch(np.ascontiguousarray(rows, np.int64))
        return found[:, : self._dimension]

    def save(self, folder: Path, name: str) -> None:
        import faiss

        faiss.write_index(self._index, str(folder / f"{name}{SUFFIX}"))


@cache
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(2 * SCANS, thread_name_prefix="scan")


def _padded(dimension: int) -> int:
    return -(-dimension // MULTIPLE) * MULTIPLE


def _pad(vectors: Array) -> Array:
    width = _padded(vectors.shape[1]) - vectors.shape[1]
    return np.ascontiguousarray(np.pad(vectors, ((0, 0), (0, width))), np.float32)
