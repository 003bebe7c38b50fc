"""Agendas as PDF; the only door to typst.

The embedded fonts write Vietnamese; for Chinese, Japanese and Korean Debian's ``fonts-noto-cjk`` is used where it is.
Without it the page is made all the same, and ``missing_fonts`` says what to install.
"""

import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import lru_cache
from pathlib import Path
from typing import Any

from matchmaker.agenda.handing_out.handout import Agenda, Entry, Fixed, Head, Party, title_in
from matchmaker.agenda.handing_out.handout_tables import in_language, organisation_name
from matchmaker.agenda.models import Language
from matchmaker.kit.zone_names import zone_name

TEMPLATE = Path(__file__).with_name("handout.typ")
CJK_PACKAGE = "fonts-noto-cjk"
LATIN = ("Noto Sans", "Libertinus Serif")
SCRIPTS = {
    "han": ("Noto Sans CJK SC", "Noto Sans CJK JP"),
    "kana": ("Noto Sans CJK JP", "Noto Sans CJK SC"),
    "hangul": ("Noto Sans CJK KR", "Noto Sans CJK SC"),
}
# The first that is found in a line decides.
LETTERS = {
    "hangul": re.compile("[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]"),
    "kana": re.compile("[\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f]"),
    "han": re.compile("[\u2e80-\u303f\u3100-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"),
}
WORDS: dict[str, dict[str, str]] = {
    "vi": {
        "day": "Chương trình các cuộc gặp",
        "time": "Giờ",
        "place": "Bàn",
        "whom": "Gặp",
        "about": "Nội dung",
        "need": "Nhu cầu",
        "technology": "Công nghệ",
        "need_side": "Bên có nhu cầu",
        "technology_side": "Bên có công nghệ",
        "with": "Cùng dự",
        "remote": "qua video",
        "everybody": "Tất cả đại biểu",
        "empty": "Chưa có cuộc gặp nào.",
        "version": "Phiên bản",
        "draft": "bản nháp",
        "zone": "Theo",
    },
    "en": {
        "day": "All meetings",
        "time": "Time",
        "place": "Table",
        "whom": "Meeting",
        "about": "About",
        "need": "Need",
        "technology": "Technology",
        "need_side": "Need",
        "technology_side": "Technology",
        "with": "Also there",
        "remote": "by video",
        "everybody": "Everybody",
        "empty": "No meetings yet.",
        "version": "Version",
        "draft": "draft",
        "zone": "Times are in",
    },
}
WEEKDAYS = {
    "vi": ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
# Columns with their shares of the page; 0 is as wide as the text.
LAYOUTS: dict[str, dict[str, float]] = {
    "person": {"time": 0, "place": 3, "whom": 5, "about": 6, "with": 2.5},
    "table": {"time": 0, "need_side": 6.5, "technology_side": 6.5, "with": 3},
    "day": {"time": 0, "place": 3, "need_side": 6, "technology_side": 6, "with": 3},
}
Line = dict[str, str]
Cell = dict[str, Any]


def print_agenda(agenda: Agenda, language: Language, fonts_folder: Path) -> bytes:
    """The agenda as PDF, wide if it shows both sides of each meeting."""
    return typeset(TEMPLATE, page(agenda, language), fonts_folder)


def typeset(template: Path, data: Mapping[str, Any], fonts_folder: Path) -> bytes:
    """A template filled with data, as PDF; ``fonts`` in the data are those that there are for each script."""
    import typst

    fonts = _fonts(fonts_folder)
    known = frozenset(fonts.families())
    chosen = {script: [name for name in wanted if name in known] for script, wanted in SCRIPTS.items()}
    chosen["latin"] = [name for name in LATIN if name in known]
    given = json.dumps({**data, "fonts": chosen}, ensure_ascii=False)
    made = typst.compile(template.read_bytes(), format="pdf", font_paths=fonts, sys_inputs={"data": given})
    assert isinstance(made, bytes)
    return made


def missing_fonts(data: Mapping[str, Any], fonts_folder: Path) -> str | None:
    """The Debian package without which names in this data cannot be printed."""
    lines = json.dumps(data)
    if not any(f'"script": "{script}"' in lines for script in LETTERS):
        return None
    return None if any("CJK" in name for name in _fonts(fonts_folder).families()) else CJK_PACKAGE


def page(agenda: Agenda, language: Language) -> dict[str, Any]:
    """What stands on the paper, as plain text."""
    words, head, person = WORDS[language], agenda.head, agenda.person
    title = person.person if person else agenda.table or words["day"]
    organisation = organisation_name(person, language) if person else ""
    state = f" ({words['draft']})" if agenda.state.value == "draft" else ""
    layout = _layout(agenda)
    return {
        "language": language,
        "words": words,
        "event": line(in_language(head.name_vi, head.name_en, language)),
        "title": line(title),
        "subtitle": line(" · ".join(part for part in (organisation, head.place) if part)),
        "footer": f"{words['version']} {agenda.version}{state} · {words['zone']} {_zone(head, language)}",
        "wide": person is None,
        "widths": list(layout.values()),
        "columns": [words[name] for name in layout],
        "days": [
            {"name": _day(day, language), "rows": rows} for day, rows in _days(agenda, language, tuple(layout)).items()
        ],
    }


def _zone(head: Head, language: Language) -> str:
    """The event's zone in words, as its clocks go on the first day."""
    return zone_name(head.zone, datetime.combine(head.first_day, time(12), tzinfo=UTC), language)


def _layout(agenda: Agenda) -> dict[str, float]:
    """The columns with their widths, without one that would be empty."""
    layout = LAYOUTS["person" if agenda.person else "table" if agenda.table else "day"]
    if any(_also(entry, agenda.person) for entry in agenda.entries):
        return layout
    return {name: width for name, width in layout.items() if name != "with"}


def _also(entry: Entry, person: Party | None) -> list[Party]:
    return [party for party in (entry.interpreter, entry.expert) if party and party != person]


def _days(agenda: Agenda, language: Language, columns: tuple[str, ...]) -> dict[date, list[dict[str, Any]]]:
    """Meetings and what is fixed, in order of time; ``first`` marks where another time begins."""
    found = [(one.starts_at, 0, _fixed_cells(one, language, len(columns))) for one in agenda.fixed]
    found += [(entry.starts_at, 1, _cells(entry, agenda, language, columns)) for entry in agenda.entries]
    days: dict[date, list[dict[str, Any]]] = {}
    before = None
    for starts_at, meeting, cells in sorted(found, key=lambda row: row[:2]):
        row = {"cells": cells, "fixed": not meeting, "first": starts_at != before}
        days.setdefault(starts_at.date(), []).append(row)
        before = starts_at
    return days


def _day(day: date, language: Language) -> str:
    return f"{WEEKDAYS[language][day.weekday()]}, {day:%d/%m/%Y}"


def _cells(entry: Entry, agenda: Agenda, language: Language, columns: tuple[str, ...]) -> list[Cell]:
    """A meeting as one of its people reads it, or as everybody does; interpreters and experts meet both sides."""
    person = agenda.person
    made: dict[str, Cell] = {
        "time": _times(entry),
        "place": _cell(_strong(entry.table), line(entry.room), link=entry.video_link or ""),
        "whom": _cell(
            *(
                line
                for side in (entry.need_side, entry.technology_side)
                if side != person
                for line in _party(side, language)
            )
        ),
        "about": _cell(
            _topic("need", entry.need_titles, language), _topic("technology", entry.technology_titles, language)
        ),
        "need_side": _cell(*_party(entry.need_side, language), _small(title_in(entry.need_titles, language))),
        "technology_side": _cell(
            *_party(entry.technology_side, language), _small(title_in(entry.technology_titles, language))
        ),
        "with": _cell(*(line(_named(party, language)) for party in _also(entry, person))),
    }
    return [made[name] for name in columns]


def _fixed_cells(one: Fixed, language: Language, columns: int) -> list[Cell]:
    """What is fixed, over all columns but the first."""
    people = ", ".join(party.person for party in one.people) or (WORDS[language]["everybody"] if one.everybody else "")
    name = _strong(in_language(one.name_vi, one.name_en, language))
    return [_times(one), _cell(name, line(one.place), _small(people)) | {"span": columns - 1}]


def _times(what: Entry | Fixed) -> Cell:
    return _cell(_strong(f"{what.starts_at:%H:%M}–{what.ends_at:%H:%M}"))


def _party(party: Party, language: Language) -> list[Line]:
    return [_strong(organisation_name(party, language)), line(_named(party, language))]


def _named(party: Party, language: Language) -> str:
    return f"{party.person} ({WORDS[language]['remote']})" if party.remote else party.person


def _topic(kind: str, titles: Mapping[str, str], language: Language) -> Line:
    title = title_in(titles, language)
    return _small(f"{WORDS[language][kind]}: {title}" if title else "")


def _cell(*lines: Line, link: str = "") -> Cell:
    return {"lines": [line for line in lines if line["text"]], "link": link}


def _strong(text: str) -> Line:
    return line(text) | {"style": "strong"}


def _small(text: str) -> Line:
    return line(text) | {"style": "small"}


def line(text: str) -> Line:
    """A line for a template, and the script by which its fonts are chosen; nothing for the letters of Vietnamese."""
    script = next((name for name, letters in LETTERS.items() if letters.search(text)), "")
    shown = "".join(letter if letter.isprintable() else " " for letter in text)
    return {"text": shown, "script": script, "style": ""}


@lru_cache(maxsize=4)
def _fonts(folder: Path) -> Any:
    """The embedded fonts and those in the folder; found once in a process."""
    import typst

    paths = [folder] if folder.is_dir() else []
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=paths)
