"""Vectors in the database: kept once, in half precision, apart by model."""

import numpy as np
import pytest
from sqlmodel import func, select

from matchmaker.embedding import store
from matchmaker.embedding.models import Embedding
from matchmaker.kit.database import Database

VECTOR = np.array([0.1, -0.25, 3.0, 1e-4], np.float32)


def stored(database: Database) -> int:
    with database.session(writes=False) as session:
        return session.exec(select(func.count()).select_from(Embedding)).one()


def test_a_vector_comes_back_as_half_precision_keeps_it(database: Database) -> None:
    with database.session() as session:
        store.save_vectors(session, "m", [("a", VECTOR)])

    with database.session(writes=False) as session:
        found = store.load_vectors(session, "m", ["a", "unknown"])

    assert {key: vector.tolist() for key, vector in found.items()} == {"a": store.as_stored(VECTOR).tolist()}
    assert found["a"] == pytest.approx(VECTOR, rel=1e-3)
    assert found["a"].dtype == np.float32


def test_rounding_twice_is_rounding_once() -> None:
    once = store.as_stored(VECTOR)

    assert store.as_stored(once).tolist() == once.tolist()
    assert once.tolist() != VECTOR.tolist()


def test_saving_twice_keeps_the_first(database: Database) -> None:
    with database.session() as session:
        store.save_vectors(session, "m", [("a", VECTOR)])
    with database.session() as session:
        store.save_vectors(session, "m", [("a", VECTOR * 2), ("b", VECTOR)])

    with database.session(writes=False) as session:
        found = store.load_vectors(session, "m", ["a", "b"])

    assert found["a"].tolist() == found["b"].tolist() == store.as_stored(VECTOR).tolist()
    assert stored(database) == 2


def test_models_keep_their_vectors_apart(database: Database) -> None:
    with database.session() as session:
        store.save_vectors(session, "m", [("a", VECTOR)])

    with database.session(writes=False) as session:
        assert store.load_vectors(session, "another", ["a"]) == {}
        assert store.known_digests(session, "another", ["a"]) == set()
        assert store.known_digests(session, "m", ["a", "b"]) == {"a"}


def test_more_vectors_than_one_statement_takes(database: Database) -> None:
    keys = [f"{number:064x}" for number in range(2 * store.CHUNK + 1)]
    with database.session() as session:
        store.save_vectors(session, "m", [(key, VECTOR * i) for i, key in enumerate(keys)])

    with database.session(writes=False) as session:
        found = store.load_vectors(session, "m", keys)

    assert sorted(found) == keys
    assert found[keys[-1]][2] == 3.0 * (len(keys) - 1)


def test_nothing_to_save_is_no_error(database: Database) -> None:
    with database.session() as session:
        store.save_vectors(session, "m", [])

    assert stored(database) == 0


def test_the_serving_model_is_the_one_marked_last(database: Database) -> None:
    for name in ("first@1", "second@2", "second@2"):
        with database.session() as session:
            store.mark_serving(session, "default", name)

    with database.session(writes=False) as session:
        serving = store.serving_model(session)

    assert serving is not None
    assert (serving.id, serving.model, serving.name) == (1, "default", "second@2")
