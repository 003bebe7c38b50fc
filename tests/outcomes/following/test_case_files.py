"""Files of cases: what is taken, what is refused, and that disk and database agree."""

import io
import os
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
from held import Held
from support import ORGANISER

from matchmaker.accounts.acting import ORGANISER as ORGANISER_ACTING
from matchmaker.kit.errors import ConflictError, TooLargeError
from matchmaker.outcomes.following.files.keeping import SETTLED_SECONDS, readable_name
from matchmaker.outcomes.following.files.service import Limits, add_file, sweep_files

PDF = b"%PDF-1.7\n1 0 obj\n"
TYPES = (
    '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document{}.main+xml"/></Types>'
)


def archive(**parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name, text in parts.items():
            made.writestr({"types": "[Content_Types].xml", "main": "word/document.xml"}.get(name, name), text)
    return buffer.getvalue()


def misplaced(data: bytes) -> bytes:
    """The archive, whose directory is said to lie where it does not."""
    said = int.from_bytes(data[-6:-2], "little") + 100
    return data[:-6] + said.to_bytes(4, "little") + data[-2:]


@pytest.fixture
def case_id(meeting: Held) -> int:
    meeting.say(meeting.buyer)
    return int(meeting.say(meeting.seller)["case_id"])


def send(meeting: Held, case_id: int, name: str, data: bytes, acting: Any = ORGANISER) -> Any:
    return meeting.api.call("POST", f"/cases/{case_id}/files", acting, files={"file": (name, data)})


def folder(meeting: Held) -> Path:
    found: Path = meeting.api.app.state.services.file_folder
    return found


def kept(meeting: Held) -> list[str]:
    return sorted(file.name for file in folder(meeting).glob("*"))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("báo giá.pdf", PDF),
        ("ảnh.JPEG", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00"),
        ("hợp đồng.docx", archive(types=TYPES.format(""), main="<w/>")),
        ("bảng.ods", archive(mimetype="application/vnd.oasis.opendocument.spreadsheet")),
    ],
)
def test_documents_and_pictures_come_back_as_they_were(meeting: Held, case_id: int, name: str, data: bytes) -> None:
    (file,) = send(meeting, case_id, name, data, meeting.buyer).json()["files"]

    answer = meeting.api.call("GET", f"/cases/{case_id}/files/{file['id']}", meeting.seller)

    assert (answer.content, file["by"], file["size"]) == (data, "need", len(data))
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("trang.pdf", b"<html><script>alert(1)</script>", "file_kind_refused"),
        ("hình.png", b'<svg xmlns="http://www.w3.org/2000/svg"/>', "file_kind_refused"),
        ("chạy.pdf", b"MZ" + b"\0" * 200, "file_kind_refused"),
        ("ảnh.png", PDF, "file_disguised"),
        ("kho.docx", archive(a="b"), "file_kind_refused"),
        ("macro.docx", archive(types=TYPES.format(""), main="", **{"word/vbaProject.bin": "x"}), "file_with_macros"),
        ("macro2.docx", archive(types=TYPES.format(".macroEnabled"), main=""), "file_with_macros"),
        ("dài.docx", archive(types=" " * 2_000_000, main=""), "file_kind_refused"),
        ("hỏng.docx", b"PK\x03\x04" + b"\0" * 60, "file_kind_refused"),
        ("lệch.docx", misplaced(archive(types=TYPES.format(""), main="")), "file_kind_refused"),
        ("rỗng.pdf", b"", "file_empty"),
    ],
)
def test_what_runs_or_is_something_else_is_refused(
    meeting: Held, case_id: int, name: str, data: bytes, code: str
) -> None:
    before = kept(meeting)

    answer = send(meeting, case_id, name, data)

    assert (answer.status_code, answer.json()["code"]) == (400, code)
    assert kept(meeting) == before


def test_too_large_and_too_many_are_refused(meeting: Held, case_id: int) -> None:
    few = Limits(bytes=1000, files=1, kinds=frozenset({"pdf"}))

    def add(data: bytes) -> None:
        with meeting.api.database.session() as session:
            add_file(session, case_id, "a.pdf", io.BytesIO(data), folder(meeting), few, ORGANISER_ACTING)

    with pytest.raises(TooLargeError, match="file_too_large"):
        add(PDF + b" " * 1000)
    add(PDF)
    with pytest.raises(ConflictError, match="too_many_files"):
        add(PDF)


def test_a_file_goes_with_its_row_and_with_its_case(meeting: Held, case_id: int) -> None:
    before = kept(meeting)
    (file,) = send(meeting, case_id, "a.pdf", PDF, meeting.buyer).json()["files"]
    path = f"/cases/{case_id}/files/{file['id']}"

    refused = meeting.api.refused("DELETE", path, meeting.seller)
    meeting.api.call("DELETE", path, meeting.buyer)
    after_row = kept(meeting)
    send(meeting, case_id, "b.pdf", PDF)
    meeting.api.call("DELETE", f"/cases/{case_id}")

    assert refused == (403, "not_your_side")
    assert (after_row, kept(meeting)) == (before, before)


def test_what_a_killed_process_left_is_swept_and_nothing_else(meeting: Held, case_id: int) -> None:
    send(meeting, case_id, "a.pdf", PDF)
    before = kept(meeting)
    for name, age in (("0" * 32, SETTLED_SECONDS + 60), ("1" * 32, 0.0)):
        (folder(meeting) / name).write_bytes(PDF)
        os.utime(folder(meeting) / name, (time.time() - age, time.time() - age))
    for name in before:
        os.utime(folder(meeting) / name, (0, 0))

    swept = sweep_files(meeting.api.database, folder(meeting))

    named = {name for name in before if (folder(meeting) / name).exists()}
    assert (folder(meeting) / ("1" * 32)).exists()
    assert not (folder(meeting) / ("0" * 32)).exists()
    assert (len(named), swept) == (1, len(before) - 1 + 1)


def test_strangers_find_no_file(meeting: Held, case_id: int) -> None:
    (file,) = send(meeting, case_id, "a.pdf", PDF).json()["files"]
    stranger = meeting.api.organisation(name_vi="Công ty lạ")

    found = meeting.api.refused("GET", f"/cases/{case_id}/files/{file['id']}", stranger)

    assert found == (404, "case_not_found")
    assert send(meeting, case_id, "b.pdf", PDF, stranger).json()["code"] == "case_not_found"


@pytest.mark.parametrize(
    ("name", "readable"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\x\\báo giá.PDF", "báo giá.pdf"),
        ('a"b\r\nc\u202e.exe.pdf', "a b c.exe.pdf"),
        (".pdf", "file.pdf"),
        ("x" * 400 + ".pdf", "x" * 150 + ".pdf"),
    ],
)
def test_names_are_made_harmless(name: str, readable: str) -> None:
    assert readable_name(name, "pdf") == readable
