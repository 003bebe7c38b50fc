"""Tax codes of Viet Nam: what is one, and what only looks like one."""

import pytest

from matchmaker.accounts.tax_codes import read_tax_code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("0100109106", "0100109106"),
        (" 0101 248 141 ", "0101248141"),
        ("0100109106-001", "0100109106-001"),
        ("0100109106001", "0100109106-001"),
    ],
)
def test_what_is_a_tax_code(text: str, code: str) -> None:
    assert read_tax_code(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "0100109107",
        "1010109106",
        "0100109106-000",
        "0100109106-01",
        "010010910",
        "01001091060",
        "٠١٠٠١٠٩١٠٦",
        "0100109106\n-001x",
        "",
    ],
)
def test_what_is_none(text: str) -> None:
    assert read_tax_code(text) is None


def test_one_wrong_digit_is_always_noticed() -> None:
    right = "0100109106"
    wrong = [right[:at] + str(digit) + right[at + 1 :] for at in range(10) for digit in range(10)]

    assert {code for code in wrong if read_tax_code(code)} == {right}
