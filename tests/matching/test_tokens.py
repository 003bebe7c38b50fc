"""Words that the lexical half compares."""

import pytest

from matchmaker.matching.tokens import JOINT, tokenise


def pairs(text: str, language: str) -> set[str]:
    return {word for word in tokenise(text, language) if JOINT in word}


def single(text: str, language: str) -> list[str]:
    return [word for word in tokenise(text, language) if JOINT not in word]


def test_accents_make_no_difference() -> None:
    assert tokenise("nang luong mat troi", "vi") == tokenise("Năng lượng MẶT TRỜI", "vi")


def test_neighbouring_syllables_are_kept_as_pairs() -> None:
    assert tokenise("Điện mặt trời", "vi") == ["dien", "mat", "troi", f"dien{JOINT}mat", f"mat{JOINT}troi"]


def test_unaccented_writing_of_an_unknown_language_shares_pairs_with_vietnamese() -> None:
    shared = pairs("nang luong mat troi", "") & pairs("điện năng lượng mặt trời", "vi")

    assert shared == {f"nang{JOINT}luong", f"luong{JOINT}mat", f"mat{JOINT}troi"}


@pytest.mark.parametrize(
    ("one", "many"),
    [("boiler", "boilers"), ("battery", "batteries"), ("process", "process"), ("gas", "gas"), ("status", "status")],
)
def test_english_plurals_are_the_same_word(one: str, many: str) -> None:
    assert single(many, "en") == single(one, "en") == [one]


def test_other_languages_keep_their_endings() -> None:
    assert single("les chaudières", "fr") == ["les", "chaudieres"]


def test_scripts_without_spaces_are_cut_into_pairs_of_characters() -> None:
    assert single("太陽光発電", "ja") == ["太陽", "陽光", "光発", "発電"]
    assert single("光", "zh") == ["光"]


def test_scripts_side_by_side_are_told_apart() -> None:
    assert single("LED照明器", "ja") == ["led", "照明", "明器"]


def test_punctuation_and_joints_are_no_words() -> None:
    assert single("a_b -- c/d, 2.000", "vi") == ["a", "b", "c", "d", "2", "000"]


@pytest.mark.parametrize("text", ["", " ", "... — !?", "_"])
def test_a_text_without_words_has_none(text: str) -> None:
    assert tokenise(text, "vi") == []
