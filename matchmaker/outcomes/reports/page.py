"""A report as data for its template: plain text and shares of the longest bar."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from matchmaker.agenda.handing_out.handout import title_in
from matchmaker.agenda.handing_out.printing import Line, line
from matchmaker.agenda.models import Language
from matchmaker.catalogue.taxonomy import Taxonomy
from matchmaker.outcomes.indicators.counting import Figure, Number
from matchmaker.outcomes.indicators.definitions import (
    Definition,
    Section,
    Unit,
    definitions,
    named_parts,
    section_name,
    stage_name,
)
from matchmaker.outcomes.reports.content import CaseLine, MeetingLine, Report, UnmetLine
from matchmaker.outcomes.reports.wording import say_day, say_month, say_number, say_span, say_value, words_of

# Longer lists stand in the workbook: nobody reads hundreds of rows on paper.
MOST_ROWS = 40
# As many months find room beside each other.
MOST_BARS = 12
MONTHLY = ("technologies", "needs", "requests", "meetings_planned", "meetings_held", "contracts")
DRAWN = ("technologies", "needs", "meetings_held")
Row = list[Line]
Listed = TypeVar("Listed", MeetingLine, UnmetLine, CaseLine)


def page(report: Report, language: Language) -> dict[str, Any]:
    """What stands on the paper."""
    words = words_of(language)
    return {
        "language": language,
        "words": {name: text for name, text in words.items() if isinstance(text, str)},
        "recipient_lines": words["recipient_lines"],
        "heading": _heading(report, language),
        "general": _general(report, language),
        "sections": [_section(report, section, language) for section in Section],
        "months": _months(report, language),
        "definitions": [
            {"name": one.name.say(language), "text": one.text.say(language)} for one in definitions().values()
        ],
    }


def _heading(report: Report, language: Language) -> dict[str, Any]:
    words, told = words_of(language), report.heading
    day = told.written
    dated = words["dated"].format(place=told.place or words["home"], day=day.day, month=day.month, year=day.year)
    return {
        "issuer": line(told.issuer.upper() or words["issuer_line"]),
        "number": line(told.number or words["number_line"]),
        "dated": line(dated),
        "title": line(words["of_event"] if told.event else words["of_period"]),
        "name": line(f"“{told.event.say(language)}”" if told.event else ""),
        "span": say_span(told.first, told.last, language),
    }


def _general(report: Report, language: Language) -> list[dict[str, Any]]:
    words, told = words_of(language), report.heading
    facts = [(words["event"], told.event.say(language) if told.event else ""), (words["place"], told.held_at)]
    facts.append((words["time"], say_span(told.first, told.last, language)))
    return [{"name": name, "value": line(value)} for name, value in facts if value]


def _section(report: Report, section: Section, language: Language) -> dict[str, Any]:
    """The figures of a section, those in parts as bars, and its list."""
    own = [one for one in definitions().values() if one.section is section]
    return {
        "title": section_name(section).say(language),
        "figures": [
            {"name": one.name.say(language), "value": say_value(figure.value, one.unit, language)}
            for one in own
            if (figure := report.figures[one.code]).parts is None
        ],
        "charts": [
            _bars(one, parts, language, report.taxonomy)
            for one in own
            if (parts := report.figures[one.code].parts) is not None
        ],
        "list": _list(report, section, language),
    }


def _bars(definition: Definition, parts: Mapping[str, Number], language: Language, known: Taxonomy) -> dict[str, Any]:
    """Horizontal bars; sums of money in several currencies cannot be compared and have none."""
    longest = max(map(float, parts.values()), default=0.0)
    drawn = definition.unit is not Unit.MONEY and longest > 0
    return {
        "title": definition.name.say(language),
        "bars": [
            {
                "name": line(name.say(language)),
                "value": say_number(value, language),
                "share": float(value) / longest if drawn else None,
            }
            for _, name, value in named_parts(parts, known)
        ],
    }


def _months(report: Report, language: Language) -> dict[str, Any] | None:
    """A table of the months of a period, and columns where they find room; None for one month or an event."""
    if report.heading.event is not None or len(report.months) < 2:
        return None
    highest = max((_count(figures[code]) for figures in report.months.values() for code in DRAWN), default=0)
    names = {code: definitions()[code].name.say(language) for code in MONTHLY}
    return {
        "columns": [words_of(language)["month"], *names.values()],
        "rows": [
            [say_month(month), *(say_number(_count(figures[code]), language) for code in MONTHLY)]
            for month, figures in report.months.items()
        ],
        "series": [names[code] for code in DRAWN],
        "groups": [
            {
                "name": say_month(month),
                "bars": [
                    {"value": say_number(_count(figures[code]), language), "share": _count(figures[code]) / highest}
                    for code in DRAWN
                ],
            }
            for month, figures in report.months.items()
        ]
        if highest and len(report.months) <= MOST_BARS
        else [],
    }


def _count(figure: Figure) -> float:
    return float(figure.value or 0)


def _list(report: Report, section: Section, language: Language) -> dict[str, Any] | None:
    words = words_of(language)
    if section is Section.RESULTS:
        agreed = [one for one in report.meetings if one.next_step]
        columns = [words["need_side"], words["technology_side"]]
        return _table(words["meeting_list"], columns, [1, 1], agreed, _meeting, language)
    if section is Section.UNMET:
        columns = [words["organisation"], words["need"]]
        return _table(words["unmet_list"], columns, [2, 3], report.unmet, _unmet, language)
    if section is Section.FOLLOW_UP:
        columns = [words[name] for name in ("cases", "stage", "task", "person", "responsible", "progress", "due")]
        widths = [3.4, 1.6, 2.6, 1.7, 1.9, 1.3, 1.6]
        return _table(words["case_list"], columns, widths, report.cases, _case, language)
    return None


def _table(
    title: str,
    columns: Sequence[str],
    widths: Sequence[float],
    found: Sequence[Listed],
    cells: Callable[[Listed, Language], list[Row]],
    language: Language,
) -> dict[str, Any]:
    """The first rows of a list, and how many more there are."""
    more = len(found) - MOST_ROWS
    left_out = words_of(language)["more"].format(count=say_number(more, language)) if more > 0 else ""
    rows = [cells(one, language) for one in found[:MOST_ROWS]]
    return {"title": title, "columns": columns, "widths": widths, "rows": rows, "more": left_out}


def _meeting(one: MeetingLine, language: Language) -> list[Row]:
    return [
        _cell(one.need_side.say(language), title_in(one.need, language)),
        _cell(one.technology_side.say(language), title_in(one.technology, language)),
    ]


def _unmet(one: UnmetLine, language: Language) -> list[Row]:
    return [_cell(one.organisation.say(language)), _cell(title_in(one.need, language))]


def _case(one: CaseLine, language: Language) -> list[Row]:
    words, task = words_of(language), one.task
    sides = _cell(one.need_side.say(language), one.technology_side.say(language))
    stage = _cell(stage_name(one.stage).say(language))
    if task is None:
        return [sides, stage, *([_cell("")] * 5)]
    due = [say_day(task.due) if task.due else "", words["overdue"] if one.overdue else ""]
    told = (task.what, task.person.say(language), task.responsible.say(language), words["tasks"][task.progress])
    return [sides, stage, *(_cell(text) for text in told), _cell(*due)]


def _cell(*texts: str) -> Row:
    return [line(text) for text in texts if text]
