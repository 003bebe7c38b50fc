"""Tables survive the way out and back in; damaged and hostile files are refused."""

import datetime
import io
import re
import time
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matchmaker.catalogue.tables import Row, TableError, read_rows, write_csv, write_jsonl, write_xlsx

ROWS = [
    {"key": "tech-001", "title": "Công nghệ màng, lọc", "note": '=HYPERLINK("x")'},
    {"key": "tech-002", "title": 'Line one\nline "two"', "note": "-5 °C"},
]
COLUMNS = ["key", "title", "note"]


def values(data: bytes, filename: str) -> list[dict[str, Any]]:
    """Return the values of every row of a file."""
    return [row.values for row in read_rows(data, filename)]


def code_of(data: bytes, filename: str) -> str:
    """Return the code with which reading ``data`` fails."""
    with pytest.raises(TableError) as caught:
        list(read_rows(data, filename))
    return caught.value.code


def rebuilt(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """Return an archive with the content of every part replaced by ``change(name, content)``."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, change(name, source.read(name)))
    return buffer.getvalue()


# --- round trips -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("write", "filename"),
    [(write_csv, "export.csv"), (write_xlsx, "export.xlsx"), (write_jsonl, "export.jsonl")],
)
def test_round_trip(write: Callable[[Any, Sequence[str]], bytes], filename: str) -> None:
    data = write(ROWS, COLUMNS)

    first = 1 if filename.endswith("jsonl") else 2
    assert list(read_rows(data, filename)) == [Row(first, ROWS[0]), Row(first + 1, ROWS[1])]


CELLS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")),
    st.text("'=+-@\t\r\n;,\"_x05Fd ", max_size=8),
)


@given(st.lists(st.tuples(CELLS, CELLS), max_size=5))
def test_csv_round_trip_is_exact(cells: list[tuple[str, str]]) -> None:
    rows = [{"id": "r", "a": a, "b": b} for a, b in cells]

    assert values(write_csv(rows, ["id", "a", "b"]), "t.csv") == rows


@settings(deadline=None)
@given(st.lists(st.tuples(CELLS, CELLS), max_size=5))
def test_xlsx_round_trip_is_exact_without_control_characters(cells: list[tuple[str, str]]) -> None:
    legal = [[re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", cell) for cell in pair] for pair in cells]
    rows = [{"id": "r", "a": a, "b": b} for a, b in legal]

    assert values(write_xlsx(rows, ["id", "a", "b"]), "t.xlsx") == rows


JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")),
    lambda inner: st.lists(inner, max_size=3),
)


@given(st.lists(st.dictionaries(st.sampled_from(COLUMNS), JSON_VALUES, min_size=1), max_size=5))
def test_jsonl_round_trip_is_exact(rows: list[dict[str, Any]]) -> None:
    data = write_jsonl(rows)

    assert (values(data, "t.jsonl") if rows else []) == rows


def test_formula_like_text_gets_an_apostrophe_in_the_file() -> None:
    rows = [{"a": "=1+1", "b": "@x", "c": "'=y", "d": -5, "e": "a=b"}]

    assert write_csv(rows, ["a", "b", "c", "d", "e"]) == b"\xef\xbb\xbfa,b,c,d,e\r\n'=1+1,'@x,''=y,-5,a=b\r\n"


def test_xlsx_keeps_types_and_csv_writes_them_plainly() -> None:
    row = {"n": 12, "f": 1.5, "flag": True, "day": datetime.date(2027, 6, 30), "list": ["a", "b"], "none": None}

    assert values(write_csv([row], list(row)), "t.csv") == [
        {"n": "12", "f": "1.5", "flag": "true", "day": "2027-06-30", "list": "a;b", "none": ""}
    ]
    assert values(write_xlsx([row], list(row)), "t.xlsx") == [
        {"n": 12, "f": 1.5, "flag": True, "day": datetime.datetime(2027, 6, 30), "list": "a;b", "none": ""}
    ]


def test_null_bytes_and_lone_surrogates_are_dropped_on_writing() -> None:
    rows = [{"a": "x\x00y\ud800z"}]

    assert values(write_csv(rows, ["a"]), "t.csv") == [{"a": "xyz"}]
    assert values(write_xlsx(rows, ["a"]), "t.xlsx") == [{"a": "xyz"}]


@pytest.mark.parametrize(("write", "length"), [(write_xlsx, 32_768), (write_csv, 131_072)])
def test_a_text_too_long_is_refused(write: Callable[[Any, Sequence[str]], bytes], length: int) -> None:
    with pytest.raises(TableError) as caught:
        write([{"a": "x" * length}], ["a"])

    assert caught.value.code == "cell_too_long"


# --- CSV ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_encodings_and_delimiters(encoding: str, delimiter: str) -> None:
    text = f"Tên{delimiter}Giá\r\nCông nghệ{delimiter}5\r\n\r\nNước{delimiter}6\r\n"

    assert list(read_rows(text.encode(encoding), "t.csv")) == [
        Row(2, {"Tên": "Công nghệ", "Giá": "5"}),
        Row(4, {"Tên": "Nước", "Giá": "6"}),
    ]


def test_csv_in_windows_1258_is_composed() -> None:
    text = "Tên;Nơi\nXư\u0309 ly\u0301 nươ\u0301c tha\u0309i;Ha\u0309i Pho\u0300ng\n"

    assert values(text.encode("cp1258"), "t.csv") == [{"Tên": "Xử lý nước thải", "Nơi": "Hải Phòng"}]


def test_csv_in_a_legacy_font_encoding_is_kept_recognisable() -> None:
    data = "Tªn,N¬i\nXö lý n­íc th¶i b»ng c«ng nghÖ,H¶i Phßng\n".encode("cp1252")

    assert values(data, "t.csv") == [{"Tªn": "Xö lý n­íc th¶i b»ng c«ng nghÖ", "N¬i": "H¶i Phßng"}]


def test_csv_in_windows_1252() -> None:
    assert values("Größe,Ação\nfür,não\n".encode("cp1252"), "t.csv") == [{"Größe": "für", "Ação": "não"}]


def test_one_damaged_character_does_not_change_the_encoding() -> None:
    data = "name\nCông nghệ xử lý nước thải được cải tiến ở Hải Phòng kể cả đảo Bạch Long Vĩ\n".encode()

    assert values(data[:-1] + b"\xff\n", "t.tsv")[0]["name"].startswith("Công nghệ xử lý")


def test_csv_null_bytes_and_separator_line() -> None:
    assert values(b"sep=;\na;b\n1\x00;2,5\n", "t.csv") == [{"a": "1", "b": "2,5"}]


def test_csv_short_long_and_nameless() -> None:
    data = b"a,b,,a\n1\n1,2,3,4\n1,2,3,4,,\n1,2,3,4,5\n"

    assert list(read_rows(data, "t.csv")) == [
        Row(2, {"a": "1", "b": "", "a (2)": ""}),
        Row(3, {"a": "1", "b": "2", "a (2)": "4"}),
        Row(4, {"a": "1", "b": "2", "a (2)": "4"}),
        Row(5, error="columns_extra"),
    ]


def test_a_table_as_wide_as_no_table_of_people() -> None:
    wide = ",".join(f"c{number}" for number in range(1025)).encode() + b"\nx\n"

    assert code_of(wide, "t.csv") == "too_many_columns"
    assert len(values(wide.replace(b",c1024", b""), "t.csv")[0]) == 1024


def test_a_quotation_that_never_ends_is_damage() -> None:
    assert code_of(b'a,b\n1,"' + b"x,y\n" * 50_000, "t.csv") == "file_damaged"


def test_a_hundred_thousand_rows_and_not_one_more() -> None:
    data = b"key,title\n" + b"".join(b"k%d,Some title\n" % number for number in range(100_000))

    started = time.process_time()
    rows = list(read_rows(data, "big.csv"))

    assert len(rows) == 100_000
    assert rows[-1] == Row(100_001, {"key": "k99999", "title": "Some title"})
    assert time.process_time() - started < 30
    assert code_of(data + b"k,t\n", "big.csv") == "too_many_rows"


def test_max_rows() -> None:
    rows = read_rows(b"a\n1\n2\n3\n", "t.csv", max_rows=2)

    assert [next(rows).values, next(rows).values] == [{"a": "1"}, {"a": "2"}]
    with pytest.raises(TableError, match="too_many_rows"):
        next(rows)


# --- formats -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("filename", ["t.pdf", "t", "t.xls", "t.json", "csv"])
def test_unknown_extension(filename: str) -> None:
    assert code_of(b"a,b\n1,2\n", filename) == "format_unknown"


@pytest.mark.parametrize(
    ("data", "filename"),
    [(b"", "t.csv"), (b"\xef\xbb\xbf \r\n", "t.csv"), (b"", "t.xlsx"), (b"\n\n", "t.jsonl"), (b",,\n,\n", "t.csv")],
)
def test_empty_file(data: bytes, filename: str) -> None:
    assert code_of(data, filename) == "file_empty"


def test_an_empty_workbook_is_empty() -> None:
    assert code_of(write_xlsx([], []), "t.xlsx") == "file_empty"


def test_content_decides_between_known_formats() -> None:
    assert values(write_xlsx(ROWS, COLUMNS), "wrong.csv") == ROWS
    assert values(write_jsonl(ROWS), "wrong.csv") == ROWS
    assert values(write_csv(ROWS, COLUMNS), "wrong.xlsx") == ROWS


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old"])
def test_other_content_under_a_known_name(data: bytes) -> None:
    assert code_of(data, "t.csv") == "format_unknown"


def test_another_archive_is_no_workbook() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")

    assert code_of(buffer.getvalue(), "t.xlsx") == "format_unknown"


# --- XLSX --------------------------------------------------------------------------------------------


def test_encrypted_workbook_is_damage() -> None:
    assert code_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "t.xlsx") == "file_damaged"


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
def test_truncated_workbook_is_damage(share: float) -> None:
    data = write_xlsx(ROWS * 50, COLUMNS)

    assert code_of(data[: int(len(data) * share)], "t.xlsx") == "file_damaged"


WORKBOOK = write_xlsx(ROWS, COLUMNS)


def outcome_of(data: bytes) -> str:
    """Return ``read`` or the code with which reading ``data`` as a workbook fails."""
    try:
        list(read_rows(data, "t.xlsx"))
    except TableError as error:
        return error.code
    return "read"


@settings(deadline=None, max_examples=100)
@given(st.integers(4, len(WORKBOOK) - 1), st.integers(1, 255))
def test_a_workbook_with_a_changed_byte_is_read_or_refused(place: int, change: int) -> None:
    data = bytearray(WORKBOOK)

    data[place] ^= change

    refusals = {"file_damaged", "format_unknown", "archive_too_large", "file_empty"}
    assert outcome_of(bytes(data)) in {"read", *refusals}


def test_zip_bomb_by_ratio() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 60_000_000)

    assert code_of(buffer.getvalue(), "t.xlsx") == "archive_too_large"


def test_zip_bomb_by_size() -> None:
    buffer = io.BytesIO()
    noise = bytes(range(256)) * 4096
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number in range(9):
            with archive.open(f"xl/part{number}.xml", "w", force_zip64=True) as part:
                for _ in range(64):
                    part.write(noise)

    assert code_of(buffer.getvalue(), "t.xlsx") == "archive_too_large"


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row>" + b"<c/>" * 300_000 + b"</row>"),
        ("xl/worksheets/sheet1.xml", b"<x:worksheet><x:sheetData><x:row>" + b"<x:c/>" * 300_000),
        ("xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row><c><v>" + b"9" * 3_000_000),
        ("xl/styles.xml", b"<styleSheet><cellXfs>" + b"<xf/>" * 300_000),
        ("xl/any.name", b"<sst><si>" + b"<t/>" * 300_000 + b"</si></sst>"),
        ("xl/sharedStrings.xml", b"<sst>" + b"<si/>" * 2_000_001),
    ],
    ids=["cells", "cells with a prefix", "text", "styles", "one string", "strings"],
)
def test_small_xml_that_is_large_in_memory_is_refused(part: str, content: bytes) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(part, content)

    assert code_of(buffer.getvalue(), "t.xlsx") == "archive_too_large"


def test_a_workbook_of_many_rows_and_long_cells_is_read() -> None:
    rows = [{"a": "x" * 32_000, "b": number, "c": "<&>" * 5_000} for number in range(200)]

    assert values(write_xlsx(rows, ["a", "b", "c"]), "t.xlsx") == rows


def test_entity_bomb_is_refused() -> None:
    entities = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    start = b"<?xml version='1.0'?>" + b"<!-- -->" * 2_000 + entities

    data = rebuilt(write_xlsx(ROWS, COLUMNS), lambda name, part: start + part if "sheet1" in name else part)

    assert code_of(data, "t.xlsx") == "file_damaged"


@pytest.mark.parametrize("stated", ["A1", "A1:XFD1048576", "A1:A1"])
def test_a_stated_size_is_not_believed(stated: str) -> None:
    claim = f'<dimension ref="{stated}"/><sheetData>'.encode()

    data = rebuilt(write_xlsx(ROWS, COLUMNS), lambda _, part: part.replace(b"<sheetData>", claim))

    assert values(data, "t.xlsx") == ROWS


def test_a_forged_row_number_is_damage() -> None:
    forged = b'<row r="99999999999"><c t="inlineStr"><is><t>x</t></is></c></row></sheetData>'

    data = rebuilt(write_xlsx(ROWS, COLUMNS), lambda _, part: part.replace(b"</sheetData>", forged))

    assert code_of(data, "t.xlsx") == "file_damaged"


def test_blank_rows_hidden_sheets_and_notes_beside_the_table() -> None:
    workbook = openpyxl.Workbook()
    hidden = workbook.active
    assert hidden is not None
    hidden.sheet_state = "hidden"
    sheet = workbook.create_sheet("Data")
    for row in ([], ["a", "b"], [1, None], [None, " "], ["x_x0041_", 2, None, None]):
        sheet.append(row)
    sheet["F4"] = "a note"
    buffer = io.BytesIO()
    workbook.save(buffer)

    assert list(read_rows(buffer.getvalue(), "t.xlsx")) == [Row(3, {"a": 1, "b": ""}), Row(5, {"a": "xA", "b": 2})]


# --- JSON Lines --------------------------------------------------------------------------------------


def test_a_bad_line_leaves_the_others_alone() -> None:
    lines = [b'{"a": 1}', b"{oops", b"[1]", b"", b'{"a": NaN}', b"\xff\xfe{", b"[" * 100_000, b'{"a": "\xe2\x80\xa8"}']

    assert list(read_rows(b"\n".join(lines), "t.jsonl")) == [
        Row(1, {"a": 1}),
        Row(2, error="json_invalid"),
        Row(3, error="json_invalid"),
        Row(5, error="json_invalid"),
        Row(6, error="json_invalid"),
        Row(7, error="json_invalid"),
        Row(8, {"a": "\u2028"}),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be"])
def test_jsonl_encodings(encoding: str) -> None:
    data = '{"tên": "Công nghệ"}\r\n{"tên": "nước"}'.encode(encoding)

    assert values(data, "t.ndjson") == [{"tên": "Công nghệ"}, {"tên": "nước"}]
