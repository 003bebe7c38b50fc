"""Saves and loads vectors by digest."""

from collections.abc import Iterable, Sequence
from operator import itemgetter

import numpy as np
from sqlmodel import Session, col, select

from matchmaker.embedding.encoder import Array
from matchmaker.embedding.models import Embedding, ServingModel
from matchmaker.kit import clock
from matchmaker.kit.database import insert_missing

# Below the number of parameters that every database takes in one statement.
CHUNK = 500
STORED = np.dtype("<f2")


def load_vectors(session: Session, model: str, digests: Sequence[str]) -> dict[str, Array]:
    """The stored vectors among ``digests``, each fp32 ``[d]``."""
    found: dict[str, Array] = {}
    for start in range(0, len(digests), CHUNK):
        part = digests[start : start + CHUNK]
        rows = session.exec(
            select(Embedding.digest, Embedding.vector).where(Embedding.model == model, col(Embedding.digest).in_(part))
        )
        found.update({key: np.frombuffer(raw, STORED).astype(np.float32) for key, raw in rows})
    return found


def known_digests(session: Session, model: str, digests: Sequence[str]) -> set[str]:
    """Which of ``digests`` have a vector."""
    known: set[str] = set()
    for start in range(0, len(digests), CHUNK):
        part = digests[start : start + CHUNK]
        query = select(Embedding.digest).where(Embedding.model == model, col(Embedding.digest).in_(part))
        known.update(session.exec(query))
    return known


def save_vectors(session: Session, model: str, vectors: Iterable[tuple[str, Array]]) -> None:
    """Store vectors; those already there are left alone (the same text always has the same vector)."""
    rows = [{"model": model, "digest": key, "vector": vector.astype(STORED).tobytes()} for key, vector in vectors]
    # In one order, so that two who store the same texts wait for each other and never both.
    insert_missing(session, Embedding, sorted(rows, key=itemgetter("digest")))


def as_stored(vector: Array) -> Array:
    """A vector rounded as it is stored, so that the first reading and every later one are the same."""
    return vector.astype(STORED).astype(np.float32)


def serving_model(session: Session) -> ServingModel | None:
    """The model whose vectors serve now."""
    return session.get(ServingModel, 1)


def mark_serving(session: Session, model: str, name: str) -> None:
    """Write down which model serves from now on."""
    serving = serving_model(session)
    if serving is None or (serving.model, serving.name) != (model, name):
        session.merge(ServingModel(id=1, model=model, name=name, since=clock.now()))
