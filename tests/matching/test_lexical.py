"""BM25 against the formula written out, and files."""

import math
from pathlib import Path

import numpy as np
import pytest

from matchmaker.matching.lexical import Bm25, LexicalIndex, inverse_frequency
from matchmaker.matching.tokens import JOINT

TEXTS = [
    ["heat", "pipe", "boiler", "heat"],
    ["cold", "store"],
    [],
    ["heat", "pump", "cold", "store", "cold", "cold"],
]
WEIGHTS = {"heat": 1.5, "cold": 0.5, "unknown": 9.0}


def naive(document: list[str], weights: dict[str, float], k1: float, b: float, mean: float) -> float:
    """The document's score, word by word (Robertson and Zaragoza, 2009)."""
    length = len(document) / mean
    counted = {word: document.count(word) for word in weights}
    return sum(weights[w] * n * (k1 + 1) / (n + k1 * (1 - b + b * length)) for w, n in counted.items() if n)


@pytest.mark.parametrize(("k1", "b"), [(1.2, 0.75), (0.9, 0.4), (2.0, 0.0), (1.5, 1.0)])
def test_scores_are_those_of_the_formula(k1: float, b: float) -> None:
    index = LexicalIndex.build(TEXTS, Bm25(k1, b))

    found = index.scores(WEIGHTS)

    assert found == pytest.approx(np.array([naive(t, WEIGHTS, k1, b, mean=3.0) for t in TEXTS]), rel=1e-5)


def test_latecomers_are_measured_by_the_length_of_the_whole() -> None:
    index = LexicalIndex.build(TEXTS[:1], Bm25(1.2, 0.75), mean_length=10.0)

    assert index.scores({"heat": 1.0})[0] == pytest.approx(naive(TEXTS[0], {"heat": 1.0}, 1.2, 0.75, mean=10.0))


def test_pairs_do_not_make_a_text_longer() -> None:
    pair = f"heat{JOINT}pipe"
    plain = LexicalIndex.build([["heat", "pipe"], ["cold"]])
    paired = LexicalIndex.build([["heat", "pipe", pair], ["cold"]])

    assert paired.scores({"heat": 1.0}).tolist() == plain.scores({"heat": 1.0}).tolist()
    assert paired.scores({pair: 1.0})[0] > 0


def test_a_word_is_counted_once_per_text() -> None:
    index = LexicalIndex.build(TEXTS)

    assert index.frequencies(["heat", "cold", "pump", "unknown"]).tolist() == [2, 2, 1, 0]


def test_documents_with_all_of_some_words_are_found() -> None:
    index = LexicalIndex.build(TEXTS)

    assert index.having(["cold", "store"]).tolist() == [1, 3]
    assert index.having({"heat", "cold"}).tolist() == [3]
    assert index.having(["heat", "unknown"]).tolist() == []
    assert index.having([]).tolist() == []
    assert LexicalIndex.build([]).having(["heat"]).tolist() == []


def test_rare_words_say_more_and_none_says_less_than_nothing() -> None:
    told = inverse_frequency(100, np.array([1, 10, 50, 100])).tolist()

    assert told == sorted(told, reverse=True)
    assert told[0] == pytest.approx(math.log(1 + 99.5 / 1.5))
    assert told[-1] > 0


def test_without_texts_nothing_is_scored() -> None:
    assert LexicalIndex.build([]).scores({"heat": 1.0}).shape == (0,)


def test_texts_without_words_score_nothing() -> None:
    assert LexicalIndex.build([[], []]).scores({"heat": 1.0}).tolist() == [0, 0]


@pytest.mark.parametrize("texts", [TEXTS, [], [[]]])
def test_a_saved_index_scores_the_same(texts: list[list[str]], tmp_path: Path) -> None:
    index = LexicalIndex.build(texts, Bm25(0.9, 0.4))
    index.hubs = np.linspace(0, 1, len(texts)).astype(np.float32)

    index.save(tmp_path / "words.npz")
    again = LexicalIndex.load(tmp_path / "words.npz")

    assert again.scores(WEIGHTS).tolist() == index.scores(WEIGHTS).tolist()
    assert again.words.tolist() == index.words.tolist()
    assert (again.size, again.mean_length) == (index.size, index.mean_length)
    assert (again.parameters, again.hubs.tolist()) == (index.parameters, index.hubs.tolist())


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04 half an archive"])
def test_a_damaged_file_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "words.npz").write_bytes(content)

    with pytest.raises(ValueError, match="is damaged"):
        LexicalIndex.load(tmp_path / "words.npz")
