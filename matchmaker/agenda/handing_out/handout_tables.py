"""Agendas as CSV and XLSX: one row for each meeting and each fixed block, times on the clocks of the event's zone."""

from collections.abc import Callable
from typing import Any

from matchmaker.agenda.handing_out.handout import Agenda, Entry, Fixed, Party, title_in
from matchmaker.agenda.models import Language
from matchmaker.catalogue.tables import write_csv, write_xlsx

HEADERS: dict[str, tuple[str, str]] = {
    "day": ("Ngày", "Day"),
    "starts": ("Bắt đầu", "Starts"),
    "ends": ("Kết thúc", "Ends"),
    "room": ("Phòng", "Room"),
    "table": ("Bàn", "Table"),
    "need_organisation": ("Bên có nhu cầu", "Need: organisation"),
    "need_person": ("Đại diện bên có nhu cầu", "Need: person"),
    "technology_organisation": ("Bên có công nghệ", "Technology: organisation"),
    "technology_person": ("Đại diện bên có công nghệ", "Technology: person"),
    "need": ("Nhu cầu", "Need"),
    "technology": ("Công nghệ", "Technology"),
    "interpreter": ("Phiên dịch", "Interpreter"),
    "expert": ("Chuyên gia", "Expert"),
    "remote": ("Dự qua video", "By video"),
    "fixed": ("Hoạt động cố định", "Fixed"),
    "video_link": ("Liên kết gọi hình", "Video link"),
    "state": ("Trạng thái", "State"),
    "meeting": ("Mã cuộc gặp", "Meeting"),
}
WRITERS: dict[str, Callable[..., bytes]] = {"csv": write_csv, "xlsx": write_xlsx}


def write_table(agenda: Agenda, form: str, language: Language) -> bytes:
    """The agenda as a table; text that a spreadsheet would run as a formula is made harmless."""
    names = {name: headers[language == "en"] for name, headers in HEADERS.items()}
    found = [(entry.starts_at, _row(entry, language)) for entry in agenda.entries]
    found += [(one.starts_at, _fixed(one, language)) for one in agenda.fixed]
    ordered = (row for _, row in sorted(found, key=lambda item: item[0]))
    rows = ({header: row.get(name, "") for name, header in names.items()} for row in ordered)
    return WRITERS[form](rows, list(names.values()))


def in_language(vi: str, en: str, language: Language) -> str:
    """The text in this language, or the one there is."""
    return (vi or en) if language == "vi" else (en or vi)


def organisation_name(party: Party, language: Language) -> str:
    """The name in this language, or the one there is."""
    return in_language(party.organisation_vi, party.organisation_en, language)


def _row(entry: Entry, language: Language) -> dict[str, Any]:
    return {
        "day": entry.starts_at.date(),
        "starts": f"{entry.starts_at:%H:%M}",
        "ends": f"{entry.ends_at:%H:%M}",
        "room": entry.room,
        "table": entry.table,
        "need_organisation": organisation_name(entry.need_side, language),
        "need_person": entry.need_side.person,
        "technology_organisation": organisation_name(entry.technology_side, language),
        "technology_person": entry.technology_side.person,
        "need": title_in(entry.need_titles, language),
        "technology": title_in(entry.technology_titles, language),
        "remote": ", ".join(party.person for party in entry.parties if party.remote),
        "interpreter": entry.interpreter.person if entry.interpreter else "",
        "expert": entry.expert.person if entry.expert else "",
        "video_link": entry.video_link or "",
        "state": entry.state.value,
        "meeting": entry.key,
    }


def _fixed(one: Fixed, language: Language) -> dict[str, Any]:
    return {
        "day": one.starts_at.date(),
        "starts": f"{one.starts_at:%H:%M}",
        "ends": f"{one.ends_at:%H:%M}",
        "room": one.place,
        "fixed": in_language(one.name_vi, one.name_en, language),
        "meeting": f"block-{one.block_id}",
    }
