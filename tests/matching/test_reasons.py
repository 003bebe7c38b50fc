"""The pairs of sentences that carry a match."""

import numpy as np
import pytest

from matchmaker.embedding.encoder import Array
from matchmaker.matching.reasons import MOST_SENTENCES, SentencePair, best_pairs, candidate_sentences

AXES: Array = np.eye(4, dtype=np.float32)


def test_the_nearest_sentences_come_first_and_none_twice() -> None:
    need = AXES[[0, 1]]
    technology = np.array([[0.1, 0.9, 0, 0], [0.8, 0.2, 0, 0], [0.7, 0.1, 0, 0]], np.float32)

    pairs = best_pairs(["n0", "n1"], ["t0", "t1", "t2"], need, technology, [set()] * 2, [set()] * 3)

    assert pairs == [SentencePair("n1", "t0", 0.9, []), SentencePair("n0", "t1", 0.8, [])]


def test_shared_words_decide_between_sentences_that_mean_the_same() -> None:
    vectors = AXES[[0, 0]]
    words = [{"steam"}, {"boiler", "heat"}]

    pairs = best_pairs(["n"], ["t0", "t1"], AXES[:1], vectors, [{"heat", "boiler"}], words, count=1)

    assert pairs == [SentencePair("n", "t1", 1.0, ["boiler", "heat"])]


def test_shared_words_do_not_outweigh_meaning() -> None:
    pairs = best_pairs(["n"], ["t0", "t1"], AXES[:1], AXES[[0, 1]], [{"heat"}], [set(), {"heat"}], count=1)

    assert pairs == [SentencePair("n", "t0", 1.0, [])]


@pytest.mark.parametrize(("need", "technology"), [(0, 2), (2, 0), (0, 0)])
def test_without_sentences_there_are_no_pairs(need: int, technology: int) -> None:
    found = best_pairs(
        ["s"] * need, ["s"] * technology, AXES[:need], AXES[:technology], [set()] * need, [set()] * technology
    )

    assert found == []


def test_short_sentences_are_quoted_only_where_there_is_nothing_else() -> None:
    long = "Thiết bị đặt sau lò hơi."

    assert candidate_sentences(["Ngắn.", long, "Gọn."]) == [long]
    assert candidate_sentences(["Ngắn.", "Gọn."]) == ["Ngắn.", "Gọn."]


def test_sentences_are_looked_at_once_and_not_without_end() -> None:
    sentences = [f"Câu thứ {number} của một bài viết dài." for number in range(100)]

    assert candidate_sentences(sentences[:3] * 2) == sentences[:3]
    assert candidate_sentences(sentences) == sentences[:MOST_SENTENCES]
