"""Cases as a table for a spreadsheet."""

from collections.abc import Iterable, Iterator
from typing import Any

from matchmaker.agenda.handing_out.handout import title_in
from matchmaker.agenda.handing_out.handout_tables import in_language
from matchmaker.agenda.models import Language
from matchmaker.outcomes.following.cases.models import CaseRow

HEADERS: dict[str, tuple[str, str]] = {
    "id": ("Mã hồ sơ", "Case"),
    "event": ("Ngày kết nối", "Event"),
    "need_organisation": ("Bên có nhu cầu", "Need: organisation"),
    "need": ("Nhu cầu", "Need"),
    "technology_organisation": ("Bên có công nghệ", "Technology: organisation"),
    "technology": ("Công nghệ", "Technology"),
    "stage": ("Giai đoạn", "Stage"),
    "reason": ("Lý do kết thúc", "Reason for closing"),
    "began": ("Bắt đầu", "Began"),
    "open_tasks": ("Việc chưa xong", "Open tasks"),
    "overdue": ("Việc quá hạn", "Overdue tasks"),
    "next_due": ("Hạn gần nhất", "Next date"),
    "amount": ("Giá trị hợp đồng", "Contract value"),
    "currency": ("Tiền tệ", "Currency"),
    "backing": ("Xác nhận", "Confirmed"),
}
STAGE_NAMES = {
    "talking": ("Trao đổi", "Talking"),
    "nda": ("Thỏa thuận bảo mật", "NDA"),
    "site_visit": ("Khảo sát", "Site visit"),
    "trial": ("Thử nghiệm", "Trial"),
    "memorandum": ("Biên bản ghi nhớ", "Memorandum"),
    "contract": ("Hợp đồng", "Contract"),
    "in_use": ("Đã ứng dụng", "In use"),
    "closed": ("Kết thúc", "Closed"),
}
_BACKINGS = {
    "open": ("Chưa đủ", "Not yet"),
    "evidenced": ("Theo tài liệu", "By a document"),
    "confirmed": ("Cả hai bên", "By both sides"),
}


def table_rows(cases: Iterable[CaseRow], language: Language) -> Iterator[dict[str, Any]]:
    """One row for each case under the headers of the language."""
    column = int(language == "en")
    for case in cases:
        row = _row(case, language, column)
        yield {names[column]: row.get(name, "") for name, names in HEADERS.items()}


def _row(case: CaseRow, language: Language, column: int) -> dict[str, Any]:
    value = case.value
    backed = (
        {
            "amount": value.amount,
            "currency": value.currency.value,
            "backing": _BACKINGS[value.backing.value][column],
        }
        if value
        else {}
    )
    return {
        "id": case.id,
        "event": in_language(case.event_vi, case.event_en, language),
        "need_organisation": in_language(case.need.name_vi, case.need.name_en, language),
        "need": title_in(case.need.titles, language),
        "technology_organisation": in_language(case.technology.name_vi, case.technology.name_en, language),
        "technology": title_in(case.technology.titles, language),
        "stage": STAGE_NAMES[case.stage.value][column],
        "reason": case.reason.value if case.reason else "",
        "began": case.began_at.date(),
        "open_tasks": case.open_tasks,
        "overdue": case.overdue,
        "next_due": case.next_due or "",
        **backed,
    }
