"""The pairs of sentences that carry a match."""

import math

import numpy as np
import pytest

from matchmaker.embedding.encoder import Array
from matchmaker.matching.reasons import MOST_SENTENCES, WORD_SHARE, SentencePair, Words, best_pairs, candidate_sentences

AXES: Array = np.eye(4, dtype=np.float32)


def saying(**words: set[str]) -> Words:
    """The words of each sentence; of those that are not named, none."""
    return lambda sentence: frozenset(words.get(sentence, ()))


def test_the_nearest_sentences_come_first_and_none_twice() -> None:
    need = AXES[[0, 1]]
    technology = np.array([[0.1, 0.9, 0, 0], [0.8, 0.2, 0, 0], [0.7, 0.1, 0, 0]], np.float32)

    pairs = best_pairs(["n0", "n1"], ["t0", "t1", "t2"], need, technology, saying(), saying())

    assert pairs == [SentencePair("n1", "t0", 0.9, []), SentencePair("n0", "t1", 0.8, [])]


def test_shared_words_decide_between_sentences_that_mean_the_same() -> None:
    vectors = AXES[[0, 0]]
    asked, offered = saying(n={"heat", "boiler"}), saying(t0={"steam"}, t1={"boiler", "heat"})

    pairs = best_pairs(["n"], ["t0", "t1"], AXES[:1], vectors, asked, offered, count=1)

    assert pairs == [SentencePair("n", "t1", 1.0, ["boiler", "heat"])]


def test_shared_words_do_not_outweigh_meaning() -> None:
    pairs = best_pairs(["n"], ["t0", "t1"], AXES[:1], AXES[[0, 1]], saying(n={"heat"}), saying(t1={"heat"}), count=1)

    assert pairs == [SentencePair("n", "t0", 1.0, [])]


@pytest.mark.parametrize("seed", range(20))
def test_the_best_pair_is_found_among_all_pairs(seed: int) -> None:
    random = np.random.default_rng(seed)
    similarity = random.uniform(-0.2, 0.3, (6, 7)).astype(np.float32)
    spoken = {name: set(random.choice(list("abcdefg"), 3).tolist()) for name in "012345xyzuvwt"}
    words = saying(**spoken)
    values = {
        (a, b): float(similarity[i, j])
        + WORD_SHARE * len(spoken[a] & spoken[b]) / math.sqrt(len(spoken[a]) * len(spoken[b]))
        for i, a in enumerate("012345")
        for j, b in enumerate("xyzuvwt")
    }

    (pair,) = best_pairs(list("012345"), list("xyzuvwt"), similarity, np.eye(7, dtype=np.float32), words, words, 1)

    assert (pair.need, pair.technology) == max(values, key=lambda place: values[place])


@pytest.mark.parametrize(("need", "technology"), [(0, 2), (2, 0), (0, 0)])
def test_without_sentences_there_are_no_pairs(need: int, technology: int) -> None:
    found = best_pairs(["s"] * need, ["s"] * technology, AXES[:need], AXES[:technology], saying(), saying())

    assert found == []


def test_short_sentences_are_quoted_only_where_there_is_nothing_else() -> None:
    long = "Thiết bị đặt sau lò hơi."

    assert candidate_sentences(["Ngắn.", long, "Gọn."]) == [long]
    assert candidate_sentences(["Ngắn.", "Gọn."]) == ["Ngắn.", "Gọn."]


def test_sentences_are_looked_at_once_and_not_without_end() -> None:
    sentences = [f"Câu thứ {number} của một bài viết dài." for number in range(100)]

    assert candidate_sentences(sentences[:3] * 2) == sentences[:3]
    assert candidate_sentences(sentences) == sentences[:MOST_SENTENCES]
