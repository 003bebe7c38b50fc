"""Which character encoding a file is written in."""

from __future__ import annotations

import codecs

from matchmaker.catalogue.legacy_text import detect, vietnamese_share

_CHUNK = 1 << 20
# Share of undecodable characters among the non-ASCII ones below which a file is UTF-8 with scratches.
_SCRATCHES = 0.05


def encoding_of(data: bytes) -> str:
    """Return the name of the codec for ``data``: UTF-8, UTF-16, Windows-1258 or Windows-1252."""
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return _utf16_without_mark(data[:4096]) or ("utf-8" if _is_utf8(data) else _windows_code_page(data))


def _utf16_without_mark(head: bytes) -> str | None:
    """Recognise UTF-16 without a byte order mark: every other byte of its ASCII characters is zero."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) < max(2, len(head) // 8) or max(even, odd) < 8 * min(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _is_utf8(data: bytes) -> bool:
    """Tell whether ``data`` is UTF-8, a few damaged characters apart."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    bad = accented = 0
    for start in range(0, len(data), _CHUNK):
        text = decoder.decode(data[start : start + _CHUNK], final=start + _CHUNK >= len(data))
        if not text.isascii():
            bad += text.count("\ufffd")
            accented += len(text) - len(text.encode("ascii", "ignore"))
    return bad <= _SCRATCHES * accented


def _windows_code_page(data: bytes) -> str:
    """Choose between Windows-1258 and 1252: the one in which the words are Vietnamese.

    Text in a legacy font encoding is read as 1252, the form in which it can be recognised and converted.
    """
    sample = data[:262_144]
    western, vietnamese = sample.decode("cp1252", "replace"), sample.decode("cp1258", "replace")
    if detect(western).encoding != "unicode":
        return "cp1252"
    return "cp1258" if vietnamese_share(vietnamese) > vietnamese_share(western) else "cp1252"
