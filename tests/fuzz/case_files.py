"""Files of cases: a kind that is allowed, or refused; and whatever the name, a harmless one."""

import io
import zipfile

from matchmaker.outcomes.following.files.contents import MEDIA_TYPES, RefusedError, kind_of
from matchmaker.outcomes.following.files.keeping import readable_name

ALLOWED = frozenset(MEDIA_TYPES)


def seeds() -> list[bytes]:
    """The name, a null byte, the content."""
    return [
        b"a.pdf\x00%PDF-1.7\n%%EOF",
        b"a.png\x00\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"a.jpeg\x00\xff\xd8\xff\xe0\x00\x10JFIF",
        "..\\../họp.docx".encode() + b"\x00" + archive("[Content_Types].xml", MEDIA_TYPES["docx"], "word/document.xml"),
        b"a.odt\x00" + archive("mimetype", MEDIA_TYPES["odt"], "content.xml"),
        b"a.docm\x00" + archive("[Content_Types].xml", "macroEnabled", "word/vbaProject.bin"),
    ]


def archive(first: str, content: str, second: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as parts:
        parts.writestr(zipfile.ZipInfo(first), content)
        parts.writestr(zipfile.ZipInfo(second), "x")
    return made.getvalue()


def take(data: bytes) -> None:
    name, _, content = data.partition(b"\x00")
    said = name.decode("utf-8", "replace")
    try:
        kind = kind_of(said, content, ALLOWED)
    except RefusedError:
        kind = "pdf"
    kept = readable_name(said, kind)
    assert kept.endswith(f".{kind}")
    assert not set(kept) & set('/\\:*?"<>|\r\n\x00')
    assert not kept.startswith(".")
