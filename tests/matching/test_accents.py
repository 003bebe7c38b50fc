"""Accents put back into Vietnamese typed without them."""

import pytest

from matchmaker.matching.accents import is_unaccented, restore_accents


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nang luong mat troi", "năng lượng mặt trời"),
        ("xu ly nuoc thai", "xử lý nước thải"),
        ("kho lanh cong nghiep", "kho lạnh công nghiệp"),
    ],
)
def test_common_terms_get_their_accents(typed: str, meant: str) -> None:
    assert restore_accents(typed) == meant


def test_words_never_seen_stay() -> None:
    assert restore_accents("AEM electrolyser") == "AEM electrolyser"


def test_a_text_with_one_accent_counts_as_accented() -> None:
    assert is_unaccented("nang luong")
    assert not is_unaccented("nang lượng")
