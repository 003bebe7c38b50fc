"""The codes on badges: who somebody is, signed with the service's key; pure.

Hand scanners type what they read, often through an input method for Vietnamese. Telex and VNI change nothing in a text
without vowels and without D and W, so neither stands in a code.
"""

import hmac
import re

from matchmaker.kit.secrets import Secret

# One letter for each hexadecimal digit: 32 of them are 128 bits, which nobody guesses.
_LETTERS = "BCFGHKLMNPQRSTVX"
_LENGTH = 32
_SHAPE = re.compile(rf"MM([0-9]{{1,15}})([{_LETTERS}]{{{_LENGTH}}})")


def badge_code(secret: Secret, event_id: int, person_id: int) -> str:
    """The code of somebody at one event: the same on each badge."""
    mark = secret.mark("badge", f"{event_id} {person_id}")
    return f"MM{person_id}{''.join(_LETTERS[int(digit, 16)] for digit in mark[:_LENGTH])}"


def person_of_code(secret: Secret, event_id: int, code: str) -> int | None:
    """Whose code this is at this event; None for anything else. Case and white space do not matter."""
    found = _SHAPE.fullmatch("".join(code.split()).upper())
    if found is None:
        return None
    person_id = int(found[1])
    good = hmac.compare_digest(badge_code(secret, event_id, person_id), found[0])
    return person_id if good else None
