"""Clean-up, search keys, fingerprints and sentence splitting."""

import hashlib
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.kit.text import digest, fold, normalise, split_sentences


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Co\u0302ng nghe\u0323\u0302", "Công nghệ"),
        ("a\x00b\x07c\x9fd", "abcd"),
        ("one\r\ntwo\rthree\n", "one\ntwo\nthree"),
        ("left\tright", "left\tright"),
        ("\ufeff text \u00a0", "text"),
        ("safe\u202efdp.exe\u202c \u2066x\u2069", "safefdp.exe x"),
        ("lone \ud800 half", "lone  half"),
        ("pair \ud83d\ude00", "pair 😀"),
        ("👨\u200d👩\u200d👧 família", "👨\u200d👩\u200d👧 família"),
        ("שלום \u200fabc", "שלום \u200fabc"),
    ],
)
def test_normalise(raw: str, expected: str) -> None:
    assert normalise(raw) == expected


@given(st.text(st.characters(categories=None)))
def test_normalise_is_stable_and_storable(raw: str) -> None:
    once = normalise(raw)

    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert "\x00" not in once
    assert once.encode("utf-8").decode("utf-8") == once


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đường ỐNG dẫn hơi", "duong ong dan hoi"),
        ("Straße Čeština", "strasse cestina"),
        ("漢字 ガス 한국어", "漢字 ガス 한국어"),
        ("KÝ HIỆU", "ky hieu"),
    ],
)
def test_fold(text: str, expected: str) -> None:
    assert fold(text) == expected


def test_digest_is_that_of_the_normalised_text() -> None:
    expected = hashlib.sha256("Công nghệ".encode()).hexdigest()

    assert digest(" Co\u0302ng nghe\u0323\u0302\x00\r\n") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "PGS. TS. Nguyễn Văn A làm ở TP. Hải Phòng. Công suất 3.5 MW. Xong",
            ["PGS. TS. Nguyễn Văn A làm ở TP. Hải Phòng.", "Công suất 3.5 MW.", "Xong"],
        ),
        (
            "Pumps, e.g. Roots blowers, i.e. the old ones. See Fig. 2 and No. 5. It saves 12 kWh. Then stop!",
            [
                "Pumps, e.g. Roots blowers, i.e. the old ones.",
                "See Fig. 2 and No. 5.",
                "It saves 12 kWh.",
                "Then stop!",
            ],
        ),
        ("The answer is no. Heat to 30 °C. Use 5 V.", ["The answer is no.", "Heat to 30 °C.", "Use 5 V."]),
        ("J. Smith went. He came?! Yes", ["J. Smith went.", "He came?!", "Yes"]),
        ("- gạch đầu dòng\n• chấm tròn\n2) số; thứ tự", ["gạch đầu dòng", "chấm tròn", "số; thứ tự"]),
        ("我们开发了技术。效果很好！真的吗？", ["我们开发了技术。", "效果很好！", "真的吗？"]),
        ("「省エネ。」と言う。次の文。", ["「省エネ。」と言う。", "次の文。"]),
        ("한국어 문장입니다. 다음 문장.", ["한국어 문장입니다.", "다음 문장."]),
        ('He said "Yes." Then he left', ['He said "Yes."', "Then he left"]),
        ("---\n1234\n• \n\n5,6 %", []),
        ("", []),
    ],
)
def test_split_sentences(text: str, expected: list[str]) -> None:
    assert split_sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("alpha beta; gamma delta epsilon", ["alpha beta;", "gamma delta", "epsilon"]),
        ("alpha beta, gamma delta", ["alpha beta,", "gamma delta"]),
        ("needs 1234567,5 kW now", ["needs", "1234567,5 kW", "now"]),
        ("字" * 30, ["字" * 15, "字" * 15]),
    ],
)
def test_split_sentences_cuts_long_ones(text: str, expected: list[str]) -> None:
    assert split_sentences(text, max_chars=15) == expected


def test_split_sentences_refuses_an_empty_window() -> None:
    with pytest.raises(ValueError, match="max_chars"):
        split_sentences("text", max_chars=0)


@given(st.text().map(normalise), st.integers(1, 50))
def test_split_sentences_loses_no_letter(text: str, max_chars: int) -> None:
    pieces = split_sentences(text, max_chars)

    assert all(0 < len(piece) <= max_chars for piece in pieces)
    kept = [char for char in "".join(pieces) if char.isalpha() and not ("a" <= char.lower() <= "z" or char in "đĐ")]
    given_letters = [char for char in text if char.isalpha()]
    # A leading "a)" is a bullet, so plain letters may go.
    assert kept == [char for char in given_letters if not ("a" <= char.lower() <= "z" or char in "đĐ")]


@pytest.mark.parametrize(
    "unit",
    ["a", ".", '."', "1. ", "Câu này dài. ", "a\u0301\u0323" + "\u0301\u0323" * 50, "字"],
)
def test_ten_megabytes_take_linear_time(unit: str) -> None:
    small, large = unit * (500_000 // len(unit)), unit * (5_000_000 // len(unit))

    started = time.process_time()
    split_sentences(normalise(small))
    middle = time.process_time()
    split_sentences(normalise(large))
    finished = time.process_time()

    # Ten times the text: quadratic work would take a hundred times as long.
    assert finished - middle < 40 * (middle - started) + 0.5
