"""Agendas as files: for a day, a person, a table; in every form; and what people write cannot do in them."""

import csv
import io
import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from fair import DAY
from icalendar import Calendar
from stage import Stage

from matchmaker.agenda.handing_out.handout import Agenda, Entry, Head, Party, at_table, in_order, of_person, title_in
from matchmaker.agenda.handing_out.handout_tables import write_table
from matchmaker.agenda.handing_out.printing import missing_fonts, page, print_agenda
from matchmaker.agenda.models import PlacementState, VersionState
from matchmaker.settings import Settings

FONTS, NO_FONTS = Settings().fonts_folder, Path("/nowhere")
START = datetime(2027, 5, 20, 1, 30, tzinfo=UTC)
HEAD = Head(1, "Ngày kết nối", "Connection day", "Hải Phòng", "Asia/Ho_Chi_Minh", DAY, DAY)
NAMES = ["株式会社グリーン電力", "한국에너지기술연구원", "华东绿色能源技术有限公司", "Công ty Thủy sản Đồ Sơn"]
HOSTILE = ["#panic()", "$x", '#read("/etc/passwd")', "*[", '"); #eval("1")', "=1+1", "\\u{0}\x00\x07\u2028", "`" * 3]


def agenda(*names: str) -> Agenda:
    """One meeting after another of the same buyer, each with somebody of this name."""
    buyer = Party(1, "Tuấn", 1, "Công ty A", "Company A")
    entries = [
        Entry(
            key=f"p1-{number}",
            state=PlacementState.PLANNED,
            starts_at=START + timedelta(hours=number),
            ends_at=START + timedelta(hours=number, minutes=25),
            table_id=number % 2,
            table=f"Bàn {number % 2}",
            room=name,
            video_link="https://video.example.org/1",
            need_id=1,
            technology_id=number,
            need_side=buyer,
            technology_side=Party(number + 2, name, number + 2, name, ""),
            interpreter=Party(99, "Kim"),
            need_titles={"vi": "Kho lạnh"},
            technology_titles={"fr": "Pompe à chaleur", "en": f"Heat pump {number}"},
        )
        for number, name in enumerate(names)
    ]
    return Agenda(HEAD, 1, VersionState.PUBLISHED, START, tuple(entries))


def test_the_same_meetings_for_the_day_a_person_and_a_table() -> None:
    day = agenda(*NAMES)

    first, kim = day.entries[0].technology_side, Party(99, "Kim")
    views = [of_person(day, first), of_person(day, kim), at_table(day, 1, "Bàn 1")]

    assert [[entry.key for entry in view.entries] for view in views] == [
        ["p1-0"],
        ["p1-0", "p1-1", "p1-2", "p1-3"],
        ["p1-1", "p1-3"],
    ]


def test_the_tenth_table_comes_after_the_second() -> None:
    (entry,) = agenda("Hanh").entries
    tables = [replace(entry, table_id=number, table=f"Bàn {number}") for number in (10, 2, 1)]
    earlier = replace(entry, key="p0", starts_at=entry.starts_at - timedelta(hours=1), table_id=11, table="Bàn 11")

    assert [one.table for one in in_order([*tables, earlier])] == ["Bàn 11", "Bàn 1", "Bàn 2", "Bàn 10"]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("folder", [FONTS, NO_FONTS])
def test_paper_for_everybody_with_or_without_fonts(language: Any, folder: Path) -> None:
    day = agenda(*NAMES)

    made = [
        print_agenda(one, language, folder) for one in (day, of_person(day, Party(99, "Kim")), at_table(day, 0, "0"))
    ]

    assert [data[:5] for data in made] == [b"%PDF-"] * 3


@pytest.mark.skipif(not list(FONTS.glob("**/NotoSansCJK*")), reason="fonts-noto-cjk is not installed")
def test_each_script_is_printed_in_its_own_fonts() -> None:
    embedded = [b"NotoSansCJKjp", b"NotoSansCJKkr", b"NotoSansCJKsc"]

    found = [[name in print_agenda(agenda(each), "vi", FONTS) for name in embedded] for each in NAMES]

    assert found == [[True, False, False], [False, True, False], [False, False, True], [False, False, False]]


def test_missing_fonts_are_named_where_they_are_needed() -> None:
    assert [missing_fonts(page(agenda(name), "vi"), NO_FONTS) for name in NAMES] == ["fonts-noto-cjk"] * 3 + [None]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_people_write_is_never_read_as_markup(text: str) -> None:
    hostile = agenda(text)
    named = replace(hostile, head=replace(HEAD, name_vi=text, place=text), person=None)

    assert print_agenda(named, "vi", NO_FONTS)[:5] == b"%PDF-"
    assert print_agenda(of_person(named, hostile.entries[0].technology_side), "vi", NO_FONTS)[:5] == b"%PDF-"


def test_a_page_holds_what_somebody_needs() -> None:
    day = agenda("Viện B")

    shown = page(of_person(day, day.entries[0].need_side), "en")

    (only,) = shown["days"]
    cells = [[line["text"] for line in cell["lines"]] for cell in only["rows"][0]["cells"]]
    assert cells == [
        ["01:30–01:55"],
        ["Bàn 0", "Viện B"],
        ["Viện B", "Viện B"],
        ["Need: Kho lạnh", "Technology: Heat pump 0"],
        ["Kim"],
    ]
    assert (shown["title"]["text"], shown["footer"]) == ("Tuấn", "Version 1 · Times are in Vietnam time (GMT+7)")
    assert page(day, "vi")["footer"] == "Phiên bản 1 · Theo giờ Việt Nam (GMT+7)"


def test_a_title_is_in_the_readers_language_or_in_its_own() -> None:
    (entry,) = agenda("Viện B").entries

    found = [title_in(titles, "vi") for titles in (entry.need_titles, entry.technology_titles, {})]

    assert found == ["Kho lạnh", "Pompe à chaleur", ""]


def test_a_column_in_which_nothing_would_stand_is_left_out() -> None:
    alone = agenda("Viện B")
    alone = replace(alone, entries=tuple(replace(entry, interpreter=None) for entry in alone.entries))

    assert [page(one, "en")["columns"][-1] for one in (agenda("Viện B"), alone)] == ["Also there", "Technology"]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_spreadsheet_runs_no_formula(text: str) -> None:
    written = write_table(agenda(text), "csv", "vi").decode("utf-8-sig")
    sheet = openpyxl.load_workbook(io.BytesIO(write_table(agenda(text), "xlsx", "vi"))).active

    cells = [*csv.reader(io.StringIO(written))][1]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert sheet is not None
    assert "f" not in {cell.data_type for cell in sheet[2]}


def test_every_form_of_a_published_agenda(stage: Stage) -> None:
    stage.publish(stage.meeting())

    def get(form: str, acting: Any = "organiser", **params: Any) -> Any:
        return stage.fair.api.call("GET", stage.fair.path("/agenda/export"), acting, params={"form": form} | params)

    rows = list(csv.DictReader(io.StringIO(get("csv", language="en").content.decode("utf-8-sig"))))
    assert [(row["Starts"], row["Table"], row["Need: person"], row["Meeting"]) for row in rows] == [
        ("08:30", "Bàn 1", "Tuấn", stage.key)
    ]
    assert get("json", table_id=stage.tables[0]).json()["table"] == "Bàn 1"
    assert get("json").json() == stage.fair.get("/agenda")
    assert get("xlsx").content[:2] == b"PK"
    assert get("pdf", stage.market.buyer, person_id=stage.tuan).content[:5] == b"%PDF-"
    (event,) = Calendar.from_ical(get("ics").content).walk("VEVENT")
    assert (event["UID"], event["SEQUENCE"]) == (f"event-{stage.fair.id}-{stage.key}@matchmaker", 1)
    assert get("ics", person_id=stage.tuan).content == stage.calendar(stage.tuan)
    assert [
        get("pdf", stage.market.buyer).status_code,
        get("csv", stage.market.seller, person_id=stage.tuan).status_code,
    ] == [
        403,
        404,
    ]


def visit(stage: Stage, **values: Any) -> Any:
    """A visit of Tuấn's in the last three slots of the first day."""
    body = {"name_vi": "Thăm nhà máy", "person_ids": [stage.tuan], "slot_ids": stage.slots[2:5], "place": "Đình Vũ"}
    return stage.fair.call("POST", "/blocks", body=body | values)


def test_what_is_fixed_stands_in_the_agendas_of_its_people(stage: Stage) -> None:
    visit(stage)
    visit(stage, name_en="Opening", everybody=True, person_ids=[], slot_ids=[stage.slots[1], stage.slots[5]])
    stage.publish(stage.meeting())

    def fixed(path: str) -> list[tuple[str, str, list[str]]]:
        found = stage.fair.get(path)["fixed"]
        return [
            (one["name_en"], one["starts_at"][11:16], [party["person"] for party in one["people"]]) for one in found
        ]

    everybody = [("Opening", "09:00", []), ("Opening", "13:30", [])]
    assert fixed("/agenda") == [everybody[0], ("", "10:00", ["Tuấn"]), everybody[1]]
    assert fixed(f"/agenda/people/{stage.tuan}") == [everybody[0], ("", "10:00", []), everybody[1]]
    assert fixed(f"/agenda/people/{stage.hanh}") == everybody
    assert fixed(f"/agenda/tables/{stage.tables[0]}") == []


def test_what_is_fixed_stands_in_every_form(stage: Stage) -> None:
    visit(stage)
    stage.publish(stage.meeting())
    own = {"person_id": stage.tuan}

    def get(form: str, **params: Any) -> bytes:
        answer = stage.fair.api.call("GET", stage.fair.path("/agenda/export"), params={"form": form} | own | params)
        return bytes(answer.content)

    rows = list(csv.DictReader(io.StringIO(get("csv", language="en").decode("utf-8-sig"))))
    told = [(row["Starts"], row["Ends"], row["Room"], row["Fixed"], row["Technology"]) for row in rows]
    assert told == [("08:30", "08:55", "", "", "Bơm nhiệt 0"), ("10:00", "11:25", "Đình Vũ", "Thăm nhà máy", "")]
    (entry,) = [one for one in Calendar.from_ical(get("ics")).walk("VEVENT") if "block" in one["UID"]]
    assert (entry["SUMMARY"], entry["LOCATION"], entry["SEQUENCE"]) == ("Thăm nhà máy", "Đình Vũ", 0)
    assert len(get("pdf")) > len(get("pdf", person_id=stage.hanh))


def test_who_comes_by_video_is_marked(stage: Stage) -> None:
    link = "https://video.example.org/v1"
    body = [{"name": "V1", "mode": "video", "video_link": link}]
    screen = stage.fair.call("POST", "/tables", body=body)[0]["id"]
    stage.fair.call("PATCH", f"/people/{stage.tuan}", body={"remote": True})
    stage.publish(stage.meeting(table_id=screen))

    def event(person: int) -> Any:
        (found,) = Calendar.from_ical(stage.calendar(person)).walk("VEVENT")
        return found

    (entry,) = stage.agenda(stage.hanh)
    mine, others = event(stage.tuan), event(stage.hanh)
    assert (entry["need_side"]["remote"], entry["technology_side"]["remote"]) == (True, False)
    assert (mine["LOCATION"], others["LOCATION"]) == (
        "Cuộc gọi hình / Video call",
        "V1, Cung Văn hóa Hữu nghị Việt Tiệp",
    )
    assert (str(mine["CONFERENCE"]), mine["CONFERENCE"].params["FEATURE"]) == (link, "VIDEO")
    assert "Tuấn (Công ty Thủy sản Đồ Sơn) – Cuộc gọi hình / Video call" in others["DESCRIPTION"]


def test_an_agenda_on_the_command_line(stage: Stage, settings: Settings, tmp_path: Path) -> None:
    stage.draft(stage.meeting())
    file = tmp_path / "day.pdf"

    def export(*options: Any) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "matchmaker", "agenda", "export", stage.fair.id, *options]
        environment = os.environ | {"MATCHMAKER_DATA_FOLDER": str(settings.data_folder), "MATCHMAKER_ENCODER": "hash"}
        return subprocess.run(list(map(str, command)), env=environment, capture_output=True, text=True)

    shown = json.loads(export("--format", "json", "--version", 1, "--person", stage.tuan).stdout)
    export("--format", "pdf", "--version", 1, "--output", file)

    assert ([entry["key"] for entry in shown["entries"]], shown["state"]) == ([stage.key], "draft")
    assert file.read_bytes()[:5] == b"%PDF-"
    assert export("--format", "csv").stderr.startswith("error: agenda_version_not_found")
