"""Texts as QR codes that cameras read; the only door to segno."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from segno import QRCode


def as_svg(text: str) -> str:
    """The picture as SVG, scaled by whoever draws it; a seventh of it may be dirty or torn."""
    return _make(text).svg_inline(omitsize=True)


def as_data_uri(text: str) -> str:
    """The picture as an address that a page can show."""
    return _make(text).svg_data_uri(scale=4)


def _make(text: str) -> "QRCode":
    import segno

    return segno.make(text, error="m", micro=False)
