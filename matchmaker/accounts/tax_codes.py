"""Tax codes of Viet Nam: ten digits, the last of which checks the others, and three more for a branch; pure."""

import re

_FORM = re.compile(r"(?P<code>[0-9]{10})(?:-?(?P<branch>[0-9]{3}))?")
_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)


def read_tax_code(text: str) -> str | None:
    """The code as it is kept, ``0100109106`` or ``0100109106-001``; None for what is none. Spaces do not count."""
    found = _FORM.fullmatch("".join(text.split()))
    if found is None or int(found["code"][-1]) != check_digit(found["code"]):
        return None
    if found["branch"] is None:
        return found["code"]
    return None if found["branch"] == "000" else f"{found['code']}-{found['branch']}"


def check_digit(code: str) -> int:
    """What the tenth digit must be; 10, which no digit is, where there is no such code."""
    weighted = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, code, strict=False))
    return 10 - weighted % 11
