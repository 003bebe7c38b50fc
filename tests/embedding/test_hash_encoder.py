"""The twin of the sentence model: no model, always the same vectors."""

import numpy as np
import pytest

from matchmaker.embedding.encoder import HashEncoder, digest


def test_the_same_text_has_the_same_vector_in_every_encoder_and_batch() -> None:
    alone = HashEncoder().encode(["Ống nhiệt cho lò hơi"], "passage")
    together = HashEncoder().encode(["Kho lạnh", "Ống nhiệt cho lò hơi"], "passage")

    assert alone[0].tolist() == together[1].tolist()


def test_vectors_are_of_unit_length_in_single_precision() -> None:
    vectors = HashEncoder(32).encode(["kho lạnh", "", "lò hơi " * 500], "query")

    assert (vectors.shape, vectors.dtype) == ((3, 32), np.float32)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(3), abs=1e-6)


def test_texts_that_share_words_are_near_each_other() -> None:
    boiler, heat, storage = HashEncoder().encode(
        ["ống nhiệt cho lò hơi", "lò hơi có ống nhiệt", "nước thải nhà máy giấy"], "query"
    )

    assert float(boiler @ heat) > float(boiler @ storage) + 0.2


def test_capital_letters_make_no_difference() -> None:
    small, capital = HashEncoder().encode(["kho lạnh", "KHO LẠNH"], "query")

    assert small.tolist() == capital.tolist()


def test_no_texts_give_no_vectors() -> None:
    assert HashEncoder(16).encode([], "query").shape == (0, 16)


def test_progress_counts_texts() -> None:
    told: list[tuple[int, int]] = []

    HashEncoder().encode(["a", "b", "c"], "query", lambda done, total: told.append((done, total)))

    assert told[-1] == (3, 3)


def test_the_name_tells_vectors_of_different_dimensions_apart() -> None:
    assert [HashEncoder(d).name for d in (32, 64)] == ["hash-32", "hash-64"]


def test_a_digest_belongs_to_a_text_in_a_role() -> None:
    same = {digest("kho lạnh", "query"), digest("kho lạnh", "query")}
    different = {digest("kho lạnh", "passage"), digest("kho lanh", "query")}

    assert (len(same), len(same | different)) == (1, 3)
