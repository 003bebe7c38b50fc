"""What ranking asks of a vector index; the database stays the truth, an index can always be made again.

Which rows may be found is said twice: as a mask by whoever holds the rows' attributes in memory, and as terms for an
index that keeps them itself, beside the vectors. Both say the same, and each index reads what it can use.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from matchmaker.embedding.encoder import Array

Rows = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


class Comparison(StrEnum):
    """How a row's attribute is compared with a term's values."""

    ONE_OF = "one_of"
    NONE_OF = "none_of"
    AT_LEAST = "at_least"
    UNSET_OR_AT_LEAST = "unset_or_at_least"
    UNDER = "under"


@dataclass(frozen=True)
class Term:
    """A condition on one attribute. ``UNDER``: one of its dotted codes is one of the values or lies below one."""

    attribute: str
    comparison: Comparison
    values: tuple[int, ...] | tuple[str, ...]


@dataclass(frozen=True)
class Selection:
    """The rows that a search may find: ``mask`` ``[rows]``, and the terms that say the same; None where none do."""

    mask: Mask
    terms: tuple[Term, ...] | None = None

    @property
    def count(self) -> int:
        """How many rows are left."""
        return int(np.count_nonzero(self.mask))

    @property
    def everything(self) -> bool:
        """Whether no row is left out."""
        return bool(self.mask.all())

    def but(self, alive: Mask, gone: tuple[int, ...]) -> "Selection":
        """The same without dead rows: those of the postings ``gone``, which ``alive`` leaves out."""
        if not gone:
            return self
        terms = None if self.terms is None else (*self.terms, Term("posting", Comparison.NONE_OF, gone))
        return replace(self, mask=self.mask & alive, terms=terms)


class VectorIndex(Protocol):
    """Search by inner product over rows numbered from 0."""

    @property
    def size(self) -> int:
        """How many rows there are."""
        ...

    def search(self, queries: Array, limit: int, allowed: Selection | None = None) -> tuple[Array, Rows]:
        """The best rows per query, best first: scores and rows, both ``[queries, min(limit, allowed rows)]``.

        Only rows of ``allowed`` are looked at.
        """
        ...

    def vectors(self, rows: Rows) -> Array:
        """Stored vectors ``[len(rows), d]``, as exact as the index keeps them."""
        ...

    def save(self, folder: Path, name: str) -> None:
        """Write into a folder what an index of the same kind is loaded from, under a name of its own."""
        ...
