"""What only tells the side and the language is taken out of vectors."""

import numpy as np
import pytest

from matchmaker.embedding.encoder import Array
from matchmaker.matching.centring import LanguageMeans, centre, estimate_means, unit


def pool() -> tuple[Array, Array, list[str]]:
    """Twenty subjects, each told in two languages; a language's offset is far larger than any subject."""
    rng = np.random.default_rng(7)
    subjects = unit(rng.standard_normal((20, 32)).astype(np.float32))
    offsets = {code: 4 * unit(rng.standard_normal((1, 32)).astype(np.float32)) for code in ("vi", "en")}
    vectors = unit(np.concatenate([subjects + offsets["vi"], subjects + offsets["en"]]))
    return subjects, vectors, ["vi"] * 20 + ["en"] * 20


def neighbours(vectors: Array) -> list[int]:
    similarity = vectors @ vectors.T
    np.fill_diagonal(similarity, -np.inf)
    return [int(best) for best in similarity.argmax(axis=1)]


def test_centring_brings_translations_together() -> None:
    _, vectors, languages = pool()
    twins = [*range(20, 40), *range(20)]

    before = neighbours(vectors)
    after = neighbours(centre(vectors, languages, estimate_means(vectors, languages, None, 1e-6)))

    assert [row < 20 for row in before] == [row < 20 for row in range(40)]
    assert after == twins


def test_centred_vectors_are_of_unit_length() -> None:
    _, vectors, languages = pool()

    centred = centre(vectors, languages, estimate_means(vectors, languages, None, 1e-6))

    assert np.linalg.norm(centred, axis=1) == pytest.approx(np.ones(40), abs=1e-6)


@pytest.mark.parametrize(("texts", "expected"), [(1, [0.1, 0.9]), (9, [0.5, 0.5]), (891, [0.99, 0.01])])
def test_a_language_with_few_texts_keeps_to_what_is_known_of_it(texts: int, expected: list[float]) -> None:
    prior = LanguageMeans(np.zeros(2, np.float32), {"vi": np.array([0, 1], np.float32)})
    vectors = np.tile(np.array([1, 0], np.float32), (texts, 1))

    means = estimate_means(vectors, ["vi"] * texts, prior, strength=9)

    assert means.of("vi") == pytest.approx(np.array(expected), abs=1e-5)


def test_a_language_that_nothing_is_known_of_is_drawn_to_the_mean_of_all() -> None:
    vectors = np.array([[1, 0], [1, 0], [1, 0], [0, 1]], np.float32)

    means = estimate_means(vectors, ["vi", "vi", "vi", "en"], None, strength=1)

    assert means.of("en") == pytest.approx(np.array([0.375, 0.625]))
    assert means.of("ja").tolist() == [0.75, 0.25]


def test_without_texts_the_known_means_stay() -> None:
    prior = LanguageMeans(np.ones(2, np.float32), {"vi": np.array([0, 1], np.float32)})

    means = estimate_means(np.zeros((0, 2), np.float32), [], prior, strength=20)

    assert (means.of("vi").tolist(), means.of("en").tolist()) == ([0, 1], [1, 1])


def test_without_texts_and_known_means_there_are_none() -> None:
    with pytest.raises(ValueError, match="no texts and no prior"):
        estimate_means(np.zeros((0, 2), np.float32), [], None, 1)


def test_a_vector_that_is_the_mean_itself_is_left_as_nothing() -> None:
    means = LanguageMeans(np.array([1, 0], np.float32))

    assert centre(np.array([[1, 0]], np.float32), ["vi"], means).tolist() == [[0, 0]]


def test_no_texts_stay_none() -> None:
    assert centre(np.zeros((0, 2), np.float32), [], LanguageMeans(np.zeros(2, np.float32))).shape == (0, 2)
