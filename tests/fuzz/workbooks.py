"""Tables as XLSX: the archive itself, and under a correct archive each of the parts that its reader parses."""

import io
import zipfile
from functools import lru_cache

from matchmaker.catalogue.tables import TableError, read_rows, write_xlsx

PARTS = ("", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml")
MOST_ROWS = 2_000


@lru_cache
def whole() -> bytes:
    """A correct workbook that does not tell when it was made."""
    rows = [{"Tiêu đề": "Máy nén", "trl": 7}, {"Tiêu đề": "=1+1", "trl": "_x000D_"}]
    return replaced("docProps/core.xml", b"<x/>", write_xlsx(rows, ["Tiêu đề", "trl"]))


def seeds() -> list[bytes]:
    """The first byte says which part the others are; 0 for the archive."""
    found = [b"\x00" + whole()]
    with zipfile.ZipFile(io.BytesIO(whole())) as archive:
        for number, part in enumerate(PARTS):
            if part in archive.namelist():
                found.append(bytes([number]) + archive.read(part))
    found.append(b"\x01<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet>&a;</worksheet>")
    return found


def take(data: bytes) -> None:
    if not data:
        return
    part = PARTS[data[0] % len(PARTS)]
    workbook = replaced(part, data[1:], whole()) if part else data[1:]
    try:
        for row in read_rows(workbook, "rows.xlsx", MOST_ROWS):
            assert row.number >= 1
    except TableError:
        pass


def replaced(part: str, content: bytes, workbook: bytes) -> bytes:
    """An archive of which one part says something else."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(made, "w") as new:
        for name in dict.fromkeys([*old.namelist(), part]):
            new.writestr(zipfile.ZipInfo(name), content if name == part else old.read(name))
    return made.getvalue()
