"""Agendas as PDF; the only door to typst.

The embedded fonts write Vietnamese; for Chinese, Japanese and Korean Debian's ``fonts-noto-cjk`` is used where it is.
Without it the page is made all the same, and ``missing_fonts`` says what to install.
"""

import json
import re
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

from matchmaker.agenda.handing_out.handout import Agenda, Entry, Party
from matchmaker.agenda.handing_out.handout_tables import organisation_name
from matchmaker.agenda.models import Language

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
        "need_side": "Bên có nhu cầu",
        "technology_side": "Bên có công nghệ",
        "with": "Cùng dự",
        "empty": "Chưa có cuộc gặp nào.",
        "version": "Phiên bản",
        "draft": "bản nháp",
        "zone": "Giờ theo múi giờ",
    },
    "en": {
        "day": "All meetings",
        "time": "Time",
        "place": "Table",
        "whom": "Meeting",
        "need_side": "Need",
        "technology_side": "Technology",
        "with": "Also there",
        "empty": "No meetings yet.",
        "version": "Version",
        "draft": "draft",
        "zone": "Times in",
    },
}
Cell = dict[str, Any]


def print_agenda(agenda: Agenda, language: Language, fonts_folder: Path) -> bytes:
    """The agenda as PDF, wide if it shows both sides of each meeting."""
    import typst

    fonts = _fonts(fonts_folder)
    known = frozenset(fonts.families())
    chosen = {script: [name for name in wanted if name in known] for script, wanted in SCRIPTS.items()}
    chosen["latin"] = [name for name in LATIN if name in known]
    data = json.dumps(page(agenda, language) | {"fonts": chosen}, ensure_ascii=False)
    made = typst.compile(TEMPLATE.read_bytes(), format="pdf", font_paths=fonts, sys_inputs={"data": data})
    assert isinstance(made, bytes)
    return made


def missing_fonts(agenda: Agenda, fonts_folder: Path) -> str | None:
    """The Debian package without which names in this agenda cannot be printed."""
    lines = json.dumps(page(agenda, "vi"))
    if not any(f'"script": "{script}"' in lines for script in LETTERS):
        return None
    return None if any("CJK" in name for name in _fonts(fonts_folder).families()) else CJK_PACKAGE


def page(agenda: Agenda, language: Language) -> dict[str, Any]:
    """What stands on the paper, as plain text."""
    words, head, person = WORDS[language], agenda.head, agenda.person
    shown = _one_side if person else _both_sides
    days = groupby(agenda.entries, key=lambda entry: entry.starts_at.date())
    title = person.person if person else agenda.table or words["day"]
    organisation = organisation_name(person, language) if person else ""
    state = f" ({words['draft']})" if agenda.state.value == "draft" else ""
    return {
        "language": language,
        "words": words,
        "event": _line(_named(head.name_vi, head.name_en, language)),
        "title": _line(title),
        "subtitle": _line(" · ".join(part for part in (organisation, head.place) if part)),
        "footer": f"{words['version']} {agenda.version}{state} · {words['zone']} {head.zone}",
        "wide": person is None,
        "widths": [2, 3, 6, 3] if person else [2, 3, 5, 5, 3],
        "columns": [words[name] for name in _columns(person)],
        "days": [
            {"name": day.strftime("%d/%m/%Y"), "rows": [shown(entry, agenda, language) for entry in entries]}
            for day, entries in days
        ],
    }


def _columns(person: Party | None) -> tuple[str, ...]:
    sides = ("whom",) if person else ("need_side", "technology_side")
    return ("time", "place", *sides, "with")


def _one_side(entry: Entry, agenda: Agenda, language: Language) -> list[Cell]:
    """A meeting as one of its people reads it; interpreters and experts meet both sides."""
    sides = [party for party in (entry.need_side, entry.technology_side) if party != agenda.person]
    whom = [line for side in sides for line in _party(side, language)]
    return [*_where(entry), _cell(*whom), _also(entry, agenda.person)]


def _both_sides(entry: Entry, agenda: Agenda, language: Language) -> list[Cell]:
    sides = (entry.need_side, entry.technology_side)
    return [*_where(entry), *(_cell(*_party(side, language)) for side in sides), _also(entry, agenda.person)]


def _where(entry: Entry) -> tuple[Cell, Cell]:
    where = ", ".join(part for part in (entry.table, entry.room) if part)
    return _cell(f"{entry.starts_at:%H:%M}–{entry.ends_at:%H:%M}"), _cell(where, link=entry.video_link or "")


def _party(party: Party, language: Language) -> list[str]:
    return [organisation_name(party, language), party.person]


def _also(entry: Entry, person: Party | None) -> Cell:
    return _cell(*(party.person for party in (entry.interpreter, entry.expert) if party and party != person))


def _cell(*lines: str, link: str = "") -> Cell:
    return {"lines": [_line(line) for line in lines if line], "link": link}


def _line(text: str) -> dict[str, str]:
    """A line and the script by which its fonts are chosen; nothing for the letters of Vietnamese."""
    script = next((name for name, letters in LETTERS.items() if letters.search(text)), "")
    return {"text": "".join(letter if letter.isprintable() else " " for letter in text), "script": script}


def _named(vi: str, en: str, language: Language) -> str:
    return (vi or en) if language == "vi" else (en or vi)


@lru_cache(maxsize=4)
def _fonts(folder: Path) -> Any:
    """The embedded fonts and those in the folder; found once in a process."""
    import typst

    paths = [folder] if folder.is_dir() else []
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=paths)
