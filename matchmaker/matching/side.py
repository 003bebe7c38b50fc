"""One side of the market, ready to be searched: all texts of the technologies, or all of the needs.

A side is a list of segments, so that a few new postings cost little: a large one, perhaps mapped from a file, and a
small one for what came since. Rows are texts (a posting in two languages has two rows) and are numbered through all
segments. A row that was changed or withdrawn is dead: it stays in its place and is never found.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from matchmaker.embedding.encoder import Array
from matchmaker.embedding.index import Mask, Selection, VectorIndex
from matchmaker.matching.centring import LanguageMeans
from matchmaker.matching.lexical import LexicalIndex, inverse_frequency
from matchmaker.matching.tokens import JOINT

# A hub value rides in the index as two more dimensions: what bf16 keeps of it, and the rest.
# Both are as exact in half precision, which keeps three bits more of each.
HUB_DIMENSIONS = 2


@dataclass(frozen=True)
class TextRow:
    """What a side needs to know of one text, which starts with its title; attributes are what searches filter by."""

    posting: int
    language: str
    text: str
    title: str = ""
    attributes: "Attributes" = field(default_factory=lambda: Attributes())


@dataclass(frozen=True)
class Attributes:
    """Of the posting that a text belongs to; ``expires`` is a proleptic day number, 0 for never."""

    organisation: int = 0
    trl: int = 0
    region: str = ""
    sectors: tuple[str, ...] = ()
    expires: int = 0


@dataclass
class Columns:
    """The attributes of many rows; all arrays are ``[rows]``, texts are numbered through ``names``."""

    posting: npt.NDArray[np.int64]
    language: npt.NDArray[np.str_]
    organisation: npt.NDArray[np.int64]
    trl: npt.NDArray[np.int8]
    region: npt.NDArray[np.str_]
    sectors: npt.NDArray[np.str_]
    expires: npt.NDArray[np.int32]

    @cached_property
    def sector_lists(self) -> tuple[npt.NDArray[np.str_], npt.NDArray[np.int64]]:
        """The different values of ``sectors``, and which of them each row has ``[rows]``."""
        return np.unique(self.sectors, return_inverse=True)

    @classmethod
    def of(cls, rows: Sequence[TextRow]) -> "Columns":
        """Columns from rows; sectors are written with a space on both sides, so that one can be looked for."""
        attributes = [row.attributes for row in rows]
        return cls(
            np.array([row.posting for row in rows], np.int64),
            np.array([row.language for row in rows], np.str_) if rows else np.zeros(0, "U1"),
            np.array([a.organisation for a in attributes], np.int64),
            np.array([a.trl for a in attributes], np.int8),
            np.array([a.region for a in attributes], np.str_) if rows else np.zeros(0, "U1"),
            np.array([f" {' '.join(a.sectors)} " for a in attributes], np.str_) if rows else np.zeros(0, "U1"),
            np.array([a.expires for a in attributes], np.int32),
        )


@dataclass
class Segment:
    """Rows that were indexed together: centred vectors with their hub values, words, attributes.

    ``alive`` leaves out the rows of the postings that are ``gone``.
    """

    index: VectorIndex
    lexical: LexicalIndex
    columns: Columns
    alive: Mask
    gone: tuple[int, ...] = ()

    @property
    def size(self) -> int:
        return len(self.alive)

    def living(self, allowed: Selection | None = None) -> Selection:
        """What is left of a selection, or of all rows, without those that are dead."""
        return (allowed or Selection(np.ones(self.size, np.bool_), ())).but(self.alive, self.gone)

    def without(self, postings: npt.NDArray[np.int64]) -> "Segment":
        """A copy in which the rows of these postings are dead."""
        now = np.isin(self.columns.posting, postings)
        gone = {*self.gone, *self.columns.posting[now].tolist()}
        return replace(self, alive=self.alive & ~now, gone=tuple(sorted(gone)))


@dataclass
class Spread:
    """Mean vector ``[d]`` and second moments ``[d, d]`` of a side's indexed vectors.

    With them the mean and deviation of a query's scores over the whole side follow without looking at every row:
    the mean of ``q . x`` is ``q . mean``, its mean square ``q' moments q``.
    """

    mean: Array
    moments: Array

    @classmethod
    def of(cls, vectors: Array) -> "Spread":
        return cls(vectors.mean(axis=0), (vectors.T @ vectors / len(vectors)).astype(np.float32))

    @classmethod
    def by_language(cls, vectors: Array, languages: Sequence[str]) -> dict[str, "Spread"]:
        """One for each language."""
        codes = np.asarray(languages)
        return {str(code): cls.of(vectors[codes == code]) for code in np.unique(codes)}

    def standardise(self, query: Array, scores: Array) -> Array:
        """Scores of ``query`` as deviations from the mean of its scores over the side."""
        mean = float(query @ self.mean)
        deviation = np.sqrt(max(float(query @ self.moments @ query) - mean * mean, 1e-9))
        standard: Array = ((scores - mean) / deviation).astype(np.float32)
        return standard


@dataclass
class Side:
    """One side; ``means`` centred its vectors, ``spreads`` describes those of each language."""

    means: LanguageMeans
    spreads: dict[str, Spread]
    segments: list[Segment] = field(default_factory=list)

    @property
    def size(self) -> int:
        """How many rows there are, dead ones included."""
        return sum(segment.size for segment in self.segments)

    @property
    def living(self) -> int:
        return sum(int(segment.alive.sum()) for segment in self.segments)

    @cached_property
    def languages(self) -> npt.NDArray[np.str_]:
        """The language of every row."""
        columns = [segment.columns.language for segment in self.segments]
        return np.concatenate(columns) if columns else np.zeros(0, "U1")

    @cached_property
    def row_numbers(self) -> dict[str, npt.NDArray[np.int64]]:
        """The rows of each language."""
        return {str(code): np.flatnonzero(self.languages == code) for code in np.unique(self.languages)}

    def inverse_frequencies(self, words: Iterable[str], pair_weight: float) -> dict[str, float]:
        """How much each word says on this side; pairs count less, and words that nobody uses are left out."""
        asked = list(words)
        frequencies = sum((s.lexical.frequencies(asked) for s in self.segments), np.zeros(len(asked), np.int64))
        rarity = inverse_frequency(self.size, frequencies).tolist()
        return {
            word: said * (pair_weight if JOINT in word else 1.0)
            for word, said, frequency in zip(asked, rarity, frequencies.tolist(), strict=True)
            if frequency
        }

    def lexical_scores(self, words: dict[str, float]) -> Array:
        """BM25 of every row for a query's words with their weights."""
        return np.concatenate([segment.lexical.scores(words) for segment in self.segments])

    @cached_property
    def lexical_hubs(self) -> Array:
        """The hub value of every row's words."""
        return np.concatenate([segment.lexical.hubs for segment in self.segments])

    def vectors(self, rows: npt.NDArray[np.int64]) -> Array:
        """Indexed vectors ``[len(rows), d + HUB_DIMENSIONS]``."""
        dimension = len(self.means.everything) + HUB_DIMENSIONS
        found = np.zeros((len(rows), dimension), np.float32)
        for start, segment in self.located():
            inside = (rows >= start) & (rows < start + segment.size)
            if inside.any():
                found[inside] = segment.index.vectors(rows[inside] - start)
        return found

    @property
    def living_postings(self) -> npt.NDArray[np.int64]:
        """Ids of all postings that have a living row, in order."""
        parts = [segment.columns.posting[segment.alive] for segment in self.segments]
        return np.unique(np.concatenate(parts)).astype(np.int64) if parts else np.zeros(0, np.int64)

    def located(self) -> Iterable[tuple[int, Segment]]:
        """The segments, each with the number of its first row."""
        start = 0
        for segment in self.segments:
            yield start, segment
            start += segment.size

    def rows_of(self, postings: Iterable[int]) -> npt.NDArray[np.int64]:
        """Numbers of the living rows that belong to these postings."""
        wanted = np.fromiter(postings, np.int64)
        found = [
            np.flatnonzero(np.isin(segment.columns.posting, wanted) & segment.alive) + start
            for start, segment in self.located()
        ]
        return np.concatenate(found) if found else np.zeros(0, np.int64)

    def column(self, name: str, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.generic]:
        """One attribute of some rows."""
        return np.concatenate([getattr(s.columns, name) for s in self.segments])[rows]


def with_hubs(vectors: Array, hubs: Array) -> Array:
    """Vectors ``[n, d + HUB_DIMENSIONS]``: against a query that ends in ones, the hub values are taken off."""
    kept = _bf16(hubs)
    return np.hstack([vectors, -kept[:, None], -(hubs - kept)[:, None]]).astype(np.float32)


def as_query(vectors: Array) -> Array:
    """Query vectors ``[n, d + HUB_DIMENSIONS]`` for an index made with ``with_hubs``."""
    return np.hstack([vectors, np.ones((len(vectors), HUB_DIMENSIONS), np.float32)]).astype(np.float32)


def _bf16(values: Array) -> Array:
    return (values.astype(np.float32).view(np.uint32) & 0xFFFF0000).astype(np.uint32).view(np.float32)
