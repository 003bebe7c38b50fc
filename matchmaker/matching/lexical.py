"""BM25 over the words of postings (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009).

The document half of the formula is worked out when an index is built and kept as a sparse matrix; the query half
(inverse document frequency, how often the query says a word) comes in at search. So a query costs one pass over the
columns of its words and yields the score of every document, from which exact means and deviations follow.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

from matchmaker.matching.tokens import JOINT

Array = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Bm25:
    """The two constants of the formula: saturation of word counts, and how much length counts."""

    k1: float = 1.2
    b: float = 0.75


@dataclass
class LexicalIndex:
    """Documents' saturated word counts by word: compressed sparse columns over ``size`` documents.

    ``starts`` is ``[words + 1]``; ``documents`` and ``values`` are ``[entries]``, sorted by word, then document.
    ``hubs`` ``[size]`` are what comes off a document's share of a query's best score (see ``hubness``).
    """

    vocabulary: dict[str, int]
    starts: npt.NDArray[np.int64]
    documents: npt.NDArray[np.int32]
    values: Array
    size: int
    mean_length: float
    parameters: Bm25 = field(default_factory=Bm25)
    hubs: Array = field(default_factory=lambda: np.zeros(0, np.float32))

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
        documents = np.repeat(np.arange(len(texts), dtype=np.int32), per_document)
        saturated = _saturate(np.asarray(counts, np.float32), lengths[documents] / mean, parameters)
        numbers = np.asarray(columns, np.int64)
        order = np.argsort(numbers, kind="stable")
        starts = np.concatenate([[0], np.cumsum(np.bincount(numbers, minlength=len(vocabulary)))]).astype(np.int64)
        none = np.zeros(len(texts), np.float32)
        return cls(vocabulary, starts, documents[order], saturated[order], len(texts), mean, parameters, none)

    def frequency(self, word: str) -> int:
        """In how many documents a word occurs."""
        number = self.vocabulary.get(word)
        return 0 if number is None else int(self.starts[number + 1] - self.starts[number])

    def scores(self, weights: dict[str, float]) -> Array:
        """BM25 of every document ``[size]`` for a query's words with their weights."""
        total = np.zeros(self.size, np.float32)
        for word, weight in weights.items():
            number = self.vocabulary.get(word)
            if number is not None:
                part = slice(self.starts[number], self.starts[number + 1])
                # A word occurs once in a column, so plain indexed addition is safe.
                total[self.documents[part]] += np.float32(weight) * self.values[part]
        return total

    def save(self, path: Path) -> None:
        """Write to one file."""
        words = "\n".join(self.vocabulary).encode()
        np.savez(
            path,
            words=np.frombuffer(words, np.uint8),
            starts=self.starts,
            documents=self.documents,
            values=self.values,
            hubs=self.hubs,
            numbers=np.array([self.size, self.mean_length, self.parameters.k1, self.parameters.b], np.float64),
        )

    @classmethod
    def load(cls, path: Path) -> "LexicalIndex":
        """Read what ``save`` wrote. Raises ValueError, KeyError or OSError when the file is damaged."""
        with np.load(path, allow_pickle=False) as file:
            text = file["words"].tobytes().decode()
            words = text.split("\n") if text else []
            size, mean_length, k1, b = file["numbers"].tolist()
            return cls(
                {word: number for number, word in enumerate(words)},
                file["starts"],
                file["documents"],
                file["values"],
                int(size),
                mean_length,
                Bm25(k1, b),
                file["hubs"],
            )


def _saturate(counts: Array, relative_length: Array, parameters: Bm25) -> Array:
    k1, b = parameters.k1, parameters.b
    return (counts * (k1 + 1) / (counts + k1 * (1 - b + b * relative_length))).astype(np.float32)


def inverse_frequency(documents: int, frequency: int) -> float:
    """How much a word says: the logarithm that BM25 uses, never below zero."""
    return float(np.log1p((documents - frequency + 0.5) / (frequency + 0.5)))
