"""Which passwords are guessed first; pure.

What counts is what stands beside words that everybody tries: common passwords, and what people here would think of.
"""

from functools import lru_cache

from matchmaker.kit.text import fold

# The service, its home and its trade, without accents and spaces, as one would type them.
OUR_WORDS = frozenset(
    (
        *("matchmaker", "haiphong", "dongbang", "hoaphuong", "hoaphuongdo", "vietnam", "congnghe", "doanhnghiep"),
        *("trungtam", "khoahoc", "ketnoi", "cungcau", "matkhau", "quantri", "quantrivien", "bantochuc", "nguoidung"),
        *("dangnhap", "sokhcn", "sokhoahoc", "tinhthanh", "administrator", "organiser", "organizer", "technology"),
        *("enterprise", "institute", "password"),
    )
)
# Letters beside at most two such words without which a password is one of the first million.
LEAST_OF_ITS_OWN = 6
MOST_WORDS = 2
SHORTEST_WORD = 4
_ROWS = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_WRITTEN_AS = str.maketrans("@4310$5!7", "aaeiossit")


def is_common(password: str) -> bool:
    """Whether a password is made of what everybody tries, in capitals or not, with signs for letters or not."""
    plain = "".join(fold(password).split())
    return any(_own_letters(form) < LEAST_OF_ITS_OWN for form in {plain, plain.translate(_WRITTEN_AS)})


def _own_letters(text: str) -> int:
    """How many letters are left without common words, counting a repetition once and steps along a row not at all."""
    for _ in range(MOST_WORDS):
        text = _once(text)
        start, end = _longest_word(text)
        text = text[:start] + text[end:]
    return len(_once(text))


def _once(text: str) -> str:
    """The part of which a text is a repetition; the text itself where it is none."""
    length = (text + text).find(text, 1)
    return text[:length] if 0 < length < len(text) else text


def _longest_word(text: str) -> tuple[int, int]:
    for length in range(len(text), SHORTEST_WORD - 1, -1):
        for start in range(len(text) - length + 1):
            if _is_word(text[start : start + length]):
                return start, start + length
    return 0, 0


def _is_word(text: str) -> bool:
    return text in OUR_WORDS or text in _common() or any(text in row or text[::-1] in row for row in _ROWS)


@lru_cache
def _common() -> frozenset[str]:
    from zxcvbn.frequency_lists import FREQUENCY_LISTS

    return frozenset(FREQUENCY_LISTS["passwords"])
