"""The index that a database holds: one table for all processes and hosts, searched by pgvector.

A graph (HNSW) finds the nearest of many rows, approximately; where a filter leaves few, or the table is small, they are
all looked at, exactly. Which way to go is known beforehand, since the number of rows that a filter leaves is.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from matchmaker.embedding.encoder import Array
from matchmaker.embedding.index import Comparison, Rows, Selection, Term
from matchmaker.embedding.vector_database import VectorDatabase, expression, table_of

SUFFIX = ".table.json"
# Up to so many rows are all looked at, in some milliseconds; a smaller part has no graph at all.
EXACT_ROWS = 10_000
# A graph would have to look at too many rows that a filter leaves out.
EXACT_SHARE = 0.08
# A graph hands over no more than it looks at.
MOST_BY_GRAPH = 800

Parameters = dict[str, Any]


class Attributed(Protocol):
    """The attributes of rows, all ``[rows]``; ``sectors`` are dotted codes with spaces between."""

    posting: npt.NDArray[np.int64]
    language: npt.NDArray[np.str_]
    organisation: npt.NDArray[np.int64]
    trl: npt.NDArray[np.int8]
    region: npt.NDArray[np.str_]
    sectors: npt.NDArray[np.str_]
    expires: npt.NDArray[np.int32]


class PgVectorIndex:
    """A VectorIndex of one part of the vectors' table, which never changes once it is filled."""

    def __init__(
        self, database: VectorDatabase, part: str, size: int, dimension: int, exact_rows: int = EXACT_ROWS
    ) -> None:
        self._database = database
        self._table = table_of(part)
        self._part = part
        self._size = size
        self._dimension = dimension
        self._exact_rows = exact_rows

    @classmethod
    def build(
        cls, database: VectorDatabase, part: str, vectors: Array, attributes: Attributed, exact_rows: int = EXACT_ROWS
    ) -> "PgVectorIndex":
        """Write ``vectors`` ``[n, d]`` with their attributes into a part of their own and index them."""
        size, dimension = vectors.shape
        table = database.create(part)
        database.fill(table, table_rows(part, vectors, attributes))
        database.index(table, size, dimension, graph=size > exact_rows)
        return cls(database, part, size, dimension, exact_rows)

    @classmethod
    def load(cls, database: VectorDatabase, path: Path) -> "PgVectorIndex":
        """The index that ``save`` wrote down. Raises ValueError when the file or the table is not there as told."""
        told = json.loads(path.read_text("utf-8"))
        if told["part"] not in database.parts():
            raise ValueError(f"the table of {told['part']} is gone")
        return cls(database, told["part"], told["size"], told["dimension"], told["exact_rows"])

    @property
    def size(self) -> int:
        return self._size

    def search(self, queries: Array, limit: int, allowed: Selection | None = None) -> tuple[Array, Rows]:
        left = self._size if allowed is None else allowed.count
        limit = min(limit, left)
        if limit == 0 or len(queries) == 0:
            return np.zeros((len(queries), 0), np.float32), np.zeros((len(queries), 0), np.int64)
        # A graph that is asked for more than it looks at, or whose rows are mostly left out, would find too little.
        exact = left <= max(self._exact_rows, EXACT_SHARE * self._size) or limit > MOST_BY_GRAPH
        where, parameters = _where(allowed)
        found = [self._search(query, limit, where, parameters, exact=exact) for query in queries]
        return np.stack([scores for scores, _ in found]), np.stack([rows for _, rows in found])

    def _search(
        self, query: Array, limit: int, where: str, parameters: Parameters, *, exact: bool
    ) -> tuple[Array, Rows]:
        from pgvector import HalfVector

        asked = {**parameters, "query": HalfVector(query.astype(np.float16)), "limit": limit}
        with self._database.cursor() as cursor:
            cursor.execute(self.statement(where, exact=exact), asked)
            found = cursor.fetchall()
        if len(found) < limit and not exact:
            # The graph gave up before the filter had left enough.
            return self._search(query, limit, where, parameters, exact=True)
        rows, distances = np.array([row for row, _ in found], np.int64), np.array([d for _, d in found], np.float32)
        order = np.argsort(distances, kind="stable")
        return -distances[order], rows[order]

    def statement(self, where: str, *, exact: bool) -> str:
        """What is asked for the nearest rows under a condition."""
        # The graph is over the cast vector; without the cast no plan can use it.
        vector = "vector" if exact else expression(self._dimension)
        distance = f"{vector} <#> %(query)s"
        return f"SELECT number, {distance} FROM {self._table} WHERE {where} ORDER BY {distance} LIMIT %(limit)s"

    def vectors(self, rows: Rows) -> Array:
        found = np.zeros((len(rows), self._dimension), np.float32)
        if not len(rows):
            return found
        numbers, places = np.unique(rows, return_inverse=True)
        with self._database.cursor() as cursor:
            cursor.execute(
                f"SELECT number, vector FROM {self._table} WHERE number = ANY(%(rows)s) ORDER BY number",
                {"rows": numbers.tolist()},
            )
            kept = np.stack([vector.to_numpy() for _, vector in cursor.fetchall()])
        found[:] = kept.astype(np.float32)[places]
        return found

    def save(self, folder: Path, name: str) -> None:
        told = {"part": self._part, "size": self._size, "dimension": self._dimension, "exact_rows": self._exact_rows}
        (folder / f"{name}{SUFFIX}").write_text(json.dumps(told), "utf-8")


def _where(allowed: Selection | None) -> tuple[str, Parameters]:
    """A condition and its parameters."""
    if allowed is None:
        return "true", {}
    if allowed.terms is None:
        return "number = ANY(%(rows)s)", {"rows": np.flatnonzero(allowed.mask).tolist()}
    conditions, parameters = ["true"], {}
    for number, term in enumerate(allowed.terms):
        name = f"v{number}"
        conditions.append(_condition(term, name))
        single = term.comparison in (Comparison.AT_LEAST, Comparison.UNSET_OR_AT_LEAST)
        parameters[name] = term.values[0] if single else list(term.values)
    return " AND ".join(conditions), parameters


def _condition(term: Term, name: str) -> str:
    column, value = term.attribute, f"%({name})s"
    return {
        Comparison.ONE_OF: f"{column} = ANY({value})",
        Comparison.NONE_OF: f"{column} <> ALL({value})",
        Comparison.AT_LEAST: f"{column} >= {value}",
        Comparison.UNSET_OR_AT_LEAST: f"({column} = 0 OR {column} >= {value})",
        Comparison.UNDER: f"{column} && {value}::text[]",
    }[term.comparison]


def table_rows(part: str, vectors: Array, attributes: Attributed) -> Iterator[tuple[Any, ...]]:
    """Rows as the table keeps them, in the order of its columns."""
    for row in range(len(vectors)):
        yield (
            part,
            row,
            int(attributes.posting[row]),
            str(attributes.language[row]),
            int(attributes.organisation[row]),
            int(attributes.trl[row]),
            str(attributes.region[row]),
            _with_tops(str(attributes.sectors[row])),
            int(attributes.expires[row]),
            vectors[row].astype(np.float16),
        )


def _with_tops(sectors: str) -> list[str]:
    """Codes with all that they lie below, so that a top sector is found by itself."""
    found: set[str] = set()
    for code in sectors.split():
        parts = code.split(".")
        found.update(".".join(parts[: depth + 1]) for depth in range(len(parts)))
    return sorted(found)
