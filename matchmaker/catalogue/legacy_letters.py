"""The letters of TCVN3 (ABC fonts) and VNI-Windows, as they look when their bytes are read as Windows-1252."""

# TCVN3: first code of a run -> the letters of the run. 7 capitals without tone, 7 + 60 small letters.
# Capitals with a tone have no code: the capital fonts (.VnTimeH) draw the same codes as capitals.
_TCVN3_RUNS = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}
TCVN3_LETTERS: dict[str, str] = {
    chr(first + offset): letter for first, run in _TCVN3_RUNS.items() for offset, letter in enumerate(run)
}

# VNI: each letter is a base followed by a mark. Grouped by the bases that take the same marks;
# the marks stand for: no tone, acute, grave, hook, tilde, dot below.
_VNI_PLAIN_MARKS = ("", "ù", "ø", "û", "õ", "ï")
_VNI_CIRCUMFLEX_MARKS = ("â", "á", "à", "å", "ã", "ä")
_VNI_BREVE_MARKS = ("ê", "é", "è", "ú", "ü", "ë")
_VNI_FAMILIES: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("a", _VNI_PLAIN_MARKS, "aáàảãạ"),
    ("a", _VNI_CIRCUMFLEX_MARKS, "âấầẩẫậ"),
    ("a", _VNI_BREVE_MARKS, "ăắằẳẵặ"),
    ("e", _VNI_PLAIN_MARKS, "eéèẻẽẹ"),
    ("e", _VNI_CIRCUMFLEX_MARKS, "êếềểễệ"),
    ("o", _VNI_PLAIN_MARKS, "oóòỏõọ"),
    ("o", _VNI_CIRCUMFLEX_MARKS, "ôốồổỗộ"),
    ("ô", _VNI_PLAIN_MARKS, "ơớờởỡợ"),
    ("u", _VNI_PLAIN_MARKS, "uúùủũụ"),
    ("ö", _VNI_PLAIN_MARKS, "ưứừửữự"),
    ("y", _VNI_PLAIN_MARKS[:5], "yýỳỷỹ"),
)
_VNI_SINGLES = {"í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ"}


def _vni_letters() -> dict[str, str]:
    """Return VNI sequence -> letter for both cases; a capital may carry its mark in either case."""
    letters = dict(_VNI_SINGLES)
    for base, marks, targets in _VNI_FAMILIES:
        letters.update({base + mark: target for mark, target in zip(marks, targets, strict=True)})
    for sequence, letter in list(letters.items()):
        letters[sequence.upper()] = letter.upper()
        letters[sequence[:1].upper() + sequence[1:]] = letter.upper()
    return {sequence: letter for sequence, letter in letters.items() if not sequence.isascii()}


VNI_LETTERS: dict[str, str] = _vni_letters()
