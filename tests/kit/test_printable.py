"""What an answer repeats of what was sent."""

from datetime import date

from matchmaker.kit.errors import InvalidError
from matchmaker.kit.text import printable


def test_texts_are_normalised_and_cut_wherever_they_are() -> None:
    sent = {"a\ud800": ["x\x00y", ("z" * 501,), {"d": date(2027, 1, 2)}], "n": [None, True, 7, 0.5]}

    assert printable(sent) == {"a": ["xy", ["z" * 500], {"d": "2027-01-02"}], "n": [None, True, 7, 0.5]}


def test_an_error_holds_plain_values() -> None:
    assert InvalidError("wrong", name="a\ud800", on=date(2027, 1, 2)).params == {"name": "a", "on": "2027-01-02"}
