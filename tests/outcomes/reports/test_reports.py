"""Reports of a session day and of a period: what stands on paper and in the workbook equals the figures."""

import io
import shutil
import subprocess
from datetime import date, timedelta
from typing import Any

import openpyxl
import pytest
from busy_year import BusyYear, live_through
from sqlmodel import select
from starlette.testclient import TestClient
from support import Api

from matchmaker.accounts.models import Organisation
from matchmaker.accounts.records.view_models import DetailView, SeenKind
from matchmaker.catalogue.models import Kind
from matchmaker.outcomes.following.models import Case, CaseTask
from matchmaker.outcomes.indicators.definitions import definitions
from matchmaker.outcomes.reports.wording import say_number, say_span

HOSTILE = '=HYPERLINK("http://x.example") #let x = `rm` $1$ ' + "Dài" * 60
NEXT_YEAR = date.today().year + 1
PERIOD = {"from": "2024-10-01", "to": f"{NEXT_YEAR + 1}-01-01"}


@pytest.fixture(scope="module")
def year(shared_app: Any) -> BusyYear:
    """The busy year; an organisation has a hostile name, and a case has a task that is late."""
    year = live_through(Api(TestClient(shared_app, raise_server_exceptions=False), shared_app))
    with year.api.database.session() as session:
        buyer = session.get_one(Organisation, year.stage.market.buyer)
        buyer.name_vi = buyer.name_en = HOSTILE
        case = session.exec(select(Case).where(Case.pair == "2")).one()
        late = date.today() - timedelta(days=3)
        values = {"what": "Gửi báo giá", "person": "Lan", "responsible": "Phòng kỹ thuật", "actor": "organiser"}
        session.add(CaseTask(case_id=case.id or 0, due=late, responsible_side=Kind.TECHNOLOGY, **values))
    return year


def report(year: BusyYear, form: str, **asked: Any) -> Any:
    answer = year.api.call("GET", "/reports", params={"form": form, **asked})
    assert answer.status_code == 200, answer.text
    return answer


def paper(year: BusyYear, **asked: Any) -> str:
    """The words of a PDF, line breaks as spaces."""
    if shutil.which("pdftotext") is None:
        pytest.skip("no pdftotext: Debian has it in poppler-utils")
    done = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=report(year, "pdf", **asked).content, capture_output=True, check=True
    )
    return " ".join(done.stdout.decode().split())


def sheets(year: BusyYear, **asked: Any) -> dict[str, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(io.BytesIO(report(year, "xlsx", **asked).content))
    return {sheet.title: [tuple(row) for row in sheet.values] for sheet in book}


def test_the_workbook_says_the_figures(year: BusyYear) -> None:
    figures = year.api.get("/indicators", event_id=year.first)["figures"]
    named = {one.code: one.name.en for one in definitions().values()}

    rows = sheets(year, event_id=year.first, language="en")["Summary"][2:]

    told = {(row[1], row[2] or ""): row[3] for row in rows}
    for figure in figures:
        expected = {part["name_en"]: part["value"] for part in figure["parts"]} or {"": figure["value"]}
        for part, value in expected.items():
            found = told.get((named[figure["code"]], part))
            assert found == (None if value is None else pytest.approx(value, abs=1e-4)), figure["code"]


def test_the_lists_of_the_workbook_are_whole(year: BusyYear) -> None:
    found = sheets(year, event_id=year.first, language="vi")

    assert [len(found[name]) - 1 for name in ("Cuộc gặp", "Hồ sơ theo dõi", "Định nghĩa")] == [2, 2, len(definitions())]
    case = found["Hồ sơ theo dõi"][1]
    assert case[5:8] == ("Gửi báo giá", "Lan", f"Phòng kỹ thuật · {case[2]}")
    assert found["Hồ sơ theo dõi"][1][10] == "quá hạn"


def test_no_name_is_run_as_a_formula(year: BusyYear) -> None:
    book = openpyxl.load_workbook(io.BytesIO(report(year, "xlsx", event_id=year.first).content))

    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    named = [cell.value for cell in cells if isinstance(cell.value, str) and "HYPERLINK" in cell.value]
    assert named
    assert all(value.startswith("'=") for value in named)
    assert not [cell for cell in cells if cell.data_type == "f"]


def test_paper_says_what_a_department_reports_in_its_order(year: BusyYear) -> None:
    said = paper(year, event_id=year.first, issuer="Sở Khoa học và Công nghệ", number="12/BC-SKHCN")

    parts = ["THÔNG TIN CHUNG", "CUNG CÔNG NGHỆ", "CẦU CÔNG NGHỆ", "GHÉP NỐI VÀ LỜI MỜI GẶP", "CÁC CUỘC GẶP", "KẾT QUẢ"]
    parts += ["NHU CẦU CHƯA ĐƯỢC ĐÁP ỨNG", "THEO DÕI SAU KẾT NỐI", "CÁCH TÍNH CÁC CHỈ TIÊU"]
    places = [said.index(part) for part in parts]
    assert places == sorted(places)
    for words in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SỞ KHOA HỌC VÀ CÔNG NGHỆ", "12/BC-SKHCN", "THỦ TRƯỞNG ĐƠN VỊ"):
        assert words in said
    assert "Cuộc gặp theo lịch 2" in said
    assert "Tỷ lệ chấp nhận 66,7 %" in said
    assert "12.500,5" in said


def test_hostile_words_stand_on_paper_as_they_were_written(year: BusyYear) -> None:
    said = paper(year, event_id=year.first, issuer="#panic() ]] ` $", language="en")

    assert "#PANIC() ]] ` $" in said
    assert "#let x" in said
    assert "SOCIALIST REPUBLIC OF VIET NAM" in said


def test_a_period_is_told_by_month_and_with_its_last_day(year: BusyYear) -> None:
    said = paper(year, **PERIOD)

    assert f"từ ngày 01/10/2024 đến hết ngày 31/12/{NEXT_YEAR}" in said
    assert "10/2024 1 1 0 0 0 0" in said
    months = {row[0]: row for row in sheets(year, **PERIOD)["Diễn biến theo tháng"][1:]}
    assert list(months)[:2] == ["10/2024", "11/2024"]


def test_whose_cases_were_taken_away_is_noted(year: BusyYear) -> None:
    report(year, "xlsx", event_id=year.first)

    with year.api.database.session(writes=False) as session:
        noted = {view.owner_id for view in session.exec(select(DetailView)) if view.what is SeenKind.CASE_EXPORT}
    assert noted == {year.stage.market.buyer, year.stage.market.seller}


@pytest.mark.parametrize(
    ("asked", "refusal"),
    [
        ({}, (400, "period_missing")),
        ({"from": "2026-01-01"}, (400, "period_missing")),
        ({"from": "2026-02-01", "to": "2026-01-01"}, (400, "period_reversed")),
        ({"event_id": 999}, (404, "event_not_found")),
        ({"event_id": 1, "form": "docx"}, (422, "malformed")),
    ],
)
def test_a_report_of_nothing_is_refused(year: BusyYear, asked: Any, refusal: tuple[int, str]) -> None:
    assert year.api.refused("GET", "/reports", params=asked) == refusal


def test_reports_are_for_organisers(year: BusyYear) -> None:
    asked = {"event_id": year.first}

    assert year.api.refused("GET", "/reports", year.stage.market.buyer, params=asked) == (403, "organiser_only")


def test_numbers_have_the_signs_of_their_language() -> None:
    assert [say_number(value, "vi") for value in (1234567, 1234.5, 0.25, 12.0)] == [
        "1.234.567",
        "1.234,5",
        "0,25",
        "12",
    ]
    assert say_number(1234.5, "en") == "1,234.5"
    assert say_span(date(2026, 5, 20), date(2026, 5, 20), "vi") == "ngày 20/05/2026"
