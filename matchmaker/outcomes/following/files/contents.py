"""What a file really is, by its content; whatever can run is refused.

Beginnings are known by puremagic. Office files are archives: what they hold says what they are.
"""

import io
import zipfile
from enum import StrEnum

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
}
# What names may end with beside the kind itself.
ENDINGS = {"jpeg": "jpg", "jfif": "jpg"}
_MAIN_PARTS = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}
_OPEN_DOCUMENTS = {media.encode(): kind for kind, media in MEDIA_TYPES.items() if kind.startswith("od")}
_TYPES = "[Content_Types].xml"
# Lists of parts are short; anything longer is there to be unpacked at our expense.
_MOST_BYTES = 1_000_000
_MOST_PARTS = 10_000


class Refusal(StrEnum):
    EMPTY = "file_empty"
    UNKNOWN = "file_kind_refused"
    DISGUISED = "file_disguised"
    MACROS = "file_with_macros"


class RefusedError(ValueError):
    """A file that is not kept."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal)
        self.refusal = refusal


def kind_of(name: str, data: bytes, allowed: frozenset[str]) -> str:
    """The kind of a file, one of ``MEDIA_TYPES``. Raises RefusedError.

    A file is refused where its content is of no allowed kind, another than its name says, or carries macros.
    """
    if not data:
        raise RefusedError(Refusal.EMPTY)
    ending = name.rpartition(".")[2].lower()
    said = ENDINGS.get(ending, ending)
    found = _archived(data) if data.startswith(b"PK\x03\x04") else _begun(data)
    if found is None or found not in allowed:
        raise RefusedError(Refusal.UNKNOWN)
    if found != said:
        raise RefusedError(Refusal.DISGUISED)
    return found


def _begun(data: bytes) -> str | None:
    import puremagic

    try:
        found = puremagic.from_string(data[:4096]).lstrip(".")
    except (puremagic.PureError, ValueError):
        return None
    return ENDINGS.get(found, found)


def _archived(data: bytes) -> str | None:
    """The kind of an office file; None for every other archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if len(names) > _MOST_PARTS or len(names) != len(set(names)):
                return None
            _refuse_macros(names)
            return _office(archive, names) if _TYPES in names else _open_document(archive, names)
    except RefusedError:
        raise
    except Exception:
        # A damaged directory makes the library trip over whatever its code does with the numbers in it.
        return None


def _office(archive: zipfile.ZipFile, names: list[str]) -> str | None:
    types = _read(archive, _TYPES)
    if types is None:
        return None
    if b"macroenabled" in types.lower():
        raise RefusedError(Refusal.MACROS)
    found = [kind for kind, part in _MAIN_PARTS.items() if part in names]
    if len(found) != 1 or MEDIA_TYPES[found[0]].encode() not in types:
        return None
    return found[0]


def _open_document(archive: zipfile.ZipFile, names: list[str]) -> str | None:
    return _OPEN_DOCUMENTS.get(_read(archive, "mimetype") or b"") if "mimetype" in names else None


def _refuse_macros(names: list[str]) -> None:
    parts = [name.lower().replace("\\", "/") for name in names]
    if any(part.endswith("vbaproject.bin") or part.startswith(("basic/", "scripts/")) for part in parts):
        raise RefusedError(Refusal.MACROS)


def _read(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """A short part; None where it is longer, whatever its head says."""
    with archive.open(name) as stream:
        data = stream.read(_MOST_BYTES + 1)
    return None if len(data) > _MOST_BYTES else data
