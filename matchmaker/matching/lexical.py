"""BM25 over the words of postings (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009).

The document half of the formula is worked out when an index is built and kept as a sparse matrix; the query half
(inverse document frequency, how often the query says a word) comes in at search. So a query costs one pass over the
columns of its words and yields the score of every document, from which exact means and deviations follow.

Words are kept as sorted 64-bit digests: a collection's vocabulary is then a plain array, in memory at once when a file
is read. Two words share a digest with a chance of one in thirty million for a million words.
"""

import hashlib
import zipfile
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, reduce
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy import sparse

from matchmaker.matching.tokens import JOINT

Array = npt.NDArray[np.float32]
Digests = npt.NDArray[np.uint64]


@dataclass(frozen=True)
class Bm25:
    """The two constants of the formula: saturation of word counts, and how much length counts."""

    k1: float = 1.2
    b: float = 0.75


@dataclass
class LexicalIndex:
    """Documents' saturated word counts ``[documents, words]`` by column; ``words`` are the columns' digests, sorted.

    ``hubs`` ``[documents]`` are what comes off a document's share of a query's best score (see ``hubness``).
    """

    words: Digests
    counts: sparse.csc_array
    mean_length: float
    parameters: Bm25 = field(default_factory=Bm25)
    hubs: Array = field(default_factory=lambda: np.zeros(0, np.float32))

    @property
    def size(self) -> int:
        """How many documents there are."""
        return int(self.counts.shape[0])

    @classmethod
    def build(
        cls, texts: Sequence[Sequence[str]], parameters: Bm25 | None = None, mean_length: float | None = None
    ) -> "LexicalIndex":
        """Index tokenised texts. ``mean_length`` is given when these are the latest few of a larger collection."""
        parameters = parameters or Bm25()
        vocabulary: dict[str, int] = {}
        columns: list[int] = []
        counts: list[int] = []
        per_document = np.zeros(len(texts), np.int64)
        for row, words in enumerate(texts):
            found = Counter(words)
            per_document[row] = len(found)
            columns.extend(vocabulary.setdefault(word, len(vocabulary)) for word in found)
            counts.extend(found.values())
        # Pairs come on top of the words they are made of and do not make a text longer.
        lengths = np.array([sum(JOINT not in word for word in words) for words in texts], np.float32)
        mean = mean_length or float(lengths.mean() if len(lengths) else 1.0) or 1.0
        documents = np.repeat(np.arange(len(texts)), per_document)
        saturated = _saturate(np.asarray(counts, np.float32), lengths[documents] / mean, parameters)
        digests, place = np.unique(_digests(list(vocabulary)), return_inverse=True)
        numbers = place[np.asarray(columns, np.int64)]
        matrix = sparse.csc_array((saturated, (documents, numbers)), shape=(len(texts), len(digests)))
        return cls(digests, matrix, mean, parameters, np.zeros(len(texts), np.float32))

    def frequencies(self, words: Sequence[str]) -> npt.NDArray[np.int64]:
        """In how many documents each word occurs ``[len(words)]``."""
        columns, known = self._columns(words)
        starts = self.counts.indptr
        found: npt.NDArray[np.int64] = np.where(known, starts[columns + 1] - starts[columns], 0)
        return found

    def scores(self, weights: Mapping[str, float]) -> Array:
        """BM25 of every document ``[size]`` for a query's words with their weights."""
        columns, known = self._columns(list(weights))
        if not known.any():
            return np.zeros(self.size, np.float32)
        values = np.fromiter(weights.values(), np.float32, len(weights))
        total: Array = self.counts[:, columns[known]] @ values[known]
        return total

    def having(self, words: Collection[str]) -> npt.NDArray[np.int64]:
        """The documents that have all of these words, in order; none where no word is asked for."""
        columns, known = self._columns(list(words))
        if not words or not known.all():
            return np.zeros(0, np.int64)
        starts = self.counts.indptr
        lists = [self.counts.indices[starts[column] : starts[column + 1]] for column in columns]
        # The rarest word first, so that little is left to look through.
        common: npt.NDArray[np.int64] = reduce(np.intersect1d, sorted(lists, key=len)).astype(np.int64)
        return common

    def _columns(self, words: Sequence[str]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.bool_]]:
        """The column of each word, and whether it has one (else its number says nothing)."""
        if not len(self.words):
            # So that every number is a place in the array of starts.
            return np.zeros(len(words), np.int64) - 1, np.zeros(len(words), np.bool_)
        wanted = _digests(words)
        columns = np.minimum(np.searchsorted(self.words, wanted), len(self.words) - 1)
        return columns, self.words[columns] == wanted

    def save(self, path: Path) -> None:
        """Write to one file."""
        np.savez(
            path,
            words=self.words,
            starts=self.counts.indptr,
            documents=self.counts.indices,
            values=self.counts.data,
            hubs=self.hubs,
            numbers=np.array([self.size, self.mean_length, self.parameters.k1, self.parameters.b], np.float64),
        )

    @classmethod
    def load(cls, path: Path) -> "LexicalIndex":
        """Read what ``save`` wrote. Raises ValueError when the file is damaged, FileNotFoundError without one."""
        try:
            with np.load(path, allow_pickle=False) as file:
                size, mean_length, k1, b = file["numbers"].tolist()
                words, parts = file["words"], (file["values"], file["documents"], file["starts"])
                counts = sparse.csc_array(parts, shape=(int(size), len(words)))
                return cls(words, counts, mean_length, Bm25(k1, b), file["hubs"])
        except (ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile) as error:
            raise ValueError(f"{path.name} is damaged") from error


def _digests(words: Sequence[str]) -> Digests:
    return np.frombuffer(b"".join(map(_digest, words)), "<u8")


@lru_cache(maxsize=100_000)
def _digest(word: str) -> bytes:
    return hashlib.blake2b(word.encode(), digest_size=8).digest()


def _saturate(counts: Array, relative_length: Array, parameters: Bm25) -> Array:
    k1, b = parameters.k1, parameters.b
    return (counts * (k1 + 1) / (counts + k1 * (1 - b + b * relative_length))).astype(np.float32)


def inverse_frequency(documents: int, frequency: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """How much words say that occur in so many documents: the logarithm that BM25 uses, never below zero."""
    rarity: npt.NDArray[np.float64] = np.log1p((documents - frequency + 0.5) / (frequency + 0.5))
    return rarity
