"""A report as a workbook: figures as numbers, and the lists in full."""

from collections.abc import Iterator
from typing import Any

from matchmaker.agenda.handing_out.handout import title_in
from matchmaker.agenda.models import Language
from matchmaker.catalogue.tables import Sheet, write_workbook
from matchmaker.outcomes.indicators.counting import Number
from matchmaker.outcomes.indicators.definitions import (
    Unit,
    definitions,
    named_parts,
    section_name,
    stage_name,
)
from matchmaker.outcomes.reports.content import Report
from matchmaker.outcomes.reports.wording import say_month, say_span, words_of

Rows = Iterator[dict[str, Any]]


def write_report(report: Report, language: Language) -> bytes:
    """The report as XLSX; text that a spreadsheet would run as a formula is made harmless."""
    words = words_of(language)
    told = report.heading
    title = told.event.say(language) if told.event else words["of_period"]
    of = f"{title} ({say_span(told.first, told.last, language)})"
    summary = [words["summary"], words["indicator"], words["part"], words["value"], words["unit"]]
    months = [words["month"], *(one.name.say(language) for one in definitions().values())]
    sheets = [Sheet(words["summary"], summary, _summary(report, language, summary, of), (34, 34, 30, 16, 12))]
    if report.months:
        sheets.append(Sheet(words["by_month"], months, _months(report, language), (10, *(14,) * len(months))))
    sheets += [
        _sheet(words["meetings"], _meetings(report, language), _MEETING, language, (18, 34, 40, 34, 40, 12, 16)),
        _sheet(words["unmet_list"], _unmet(report, language), ("organisation", "need"), language, (40, 70)),
        _sheet(words["cases"], _cases(report, language), _CASE, language, (34, 40, 34, 40, 20, 34, 22, 22, 14, 12, 12)),
        _sheet(words["definition"], _definitions(language), ("indicator", "definition"), language, (40, 120)),
    ]
    return write_workbook(sheets)


_MEETING = ("starts", "need_side", "need", "technology_side", "technology", "held", "next_step")
_CASE = (
    *("need_side", "need", "technology_side", "technology", "stage"),
    *("task", "person", "responsible", "progress", "due", "overdue"),
)


def _sheet(title: str, rows: Rows, names: tuple[str, ...], language: Language, widths: tuple[float, ...]) -> Sheet:
    """A sheet whose columns have the words of these names for headers."""
    headers = {name: words_of(language)[name] for name in names}
    named = ({header: row.get(name, "") for name, header in headers.items()} for row in rows)
    return Sheet(title[:31], list(headers.values()), named, widths)


def _summary(report: Report, language: Language, columns: list[str], of: str) -> Rows:
    """One row for each figure and each part, below what the report is of."""
    yield {columns[0]: of}
    for one in definitions().values():
        figure, unit = report.figures[one.code], words_of(language)["units"][one.unit.value]
        rows: list[tuple[str, Number | None]] = [("", figure.value)]
        if figure.parts is not None:
            rows = [(name.say(language), value) for _, name, value in named_parts(figure.parts, report.taxonomy)]
        for part, value in rows:
            told = (
                section_name(one.section).say(language),
                one.name.say(language),
                part,
                _plain(value, one.unit),
                unit,
            )
            yield dict(zip(columns, told, strict=True))


def _plain(value: Number | None, unit: Unit) -> float | int | str:
    if value is None:
        return ""
    return round(float(value), 4) if unit is Unit.SHARE or value != int(value) else int(value)


def _months(report: Report, language: Language) -> Rows:
    for month, figures in report.months.items():
        values = {
            one.name.say(language): _plain(figures[one.code].value, one.unit)
            for one in definitions().values()
            if figures[one.code].parts is None
        }
        yield {words_of(language)["month"]: say_month(month)} | values


def _meetings(report: Report, language: Language) -> Rows:
    words = words_of(language)
    for one in report.meetings:
        yield {
            "starts": one.starts_at.replace(tzinfo=None),
            "need_side": one.need_side.say(language),
            "need": title_in(one.need, language),
            "technology_side": one.technology_side.say(language),
            "technology": title_in(one.technology, language),
            "held": words["yes"] if one.held else words["no"],
            "next_step": words["yes"] if one.next_step else words["no"],
        }


def _unmet(report: Report, language: Language) -> Rows:
    for one in report.unmet:
        yield {"organisation": one.organisation.say(language), "need": title_in(one.need, language)}


def _cases(report: Report, language: Language) -> Rows:
    words = words_of(language)
    for one in report.cases:
        task = one.task
        shown: dict[str, Any] = {
            "need_side": one.need_side.say(language),
            "need": title_in(one.need, language),
            "technology_side": one.technology_side.say(language),
            "technology": title_in(one.technology, language),
            "stage": stage_name(one.stage).say(language),
        }
        if task is not None:
            shown |= {
                "task": task.what,
                "person": task.person.say(language),
                "responsible": task.responsible.say(language),
                "progress": words["tasks"][task.progress],
                "due": task.due or "",
                "overdue": words["overdue"] if one.overdue else "",
            }
        yield shown


def _definitions(language: Language) -> Rows:
    for one in definitions().values():
        yield {"indicator": one.name.say(language), "definition": one.text.say(language)}
