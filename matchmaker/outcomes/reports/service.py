"""Reports as files."""

from pathlib import Path
from typing import Literal

from sqlmodel import Session

from matchmaker.accounts.acting import Actor
from matchmaker.agenda.handing_out.handing import File
from matchmaker.agenda.handing_out.printing import missing_fonts, typeset
from matchmaker.agenda.models import Language
from matchmaker.outcomes.reports.gathering import Asked, gather_report
from matchmaker.outcomes.reports.page import page
from matchmaker.outcomes.reports.workbook import write_report

TEMPLATE = Path(__file__).with_name("report.typ")
ReportForm = Literal["pdf", "xlsx"]


def make_report(
    session: Session, actor: Actor, asked: Asked, form: ReportForm, language: Language, learned: Path, fonts: Path
) -> File:
    """The report of an event or a period as a file (organisers).

    ``learned`` and ``fonts`` are the folders of learned weights and of fonts. Raises as ``gather_report`` does.
    """
    report = gather_report(session, actor, asked, learned)
    told = report.heading
    of = f"event-{asked.event_id}" if asked.event_id is not None else f"{told.first}-{told.last}"
    name = f"report-{of}-{language}.{form}"
    if form == "xlsx":
        return File(name, write_report(report, language))
    data = page(report, language)
    return File(name, typeset(TEMPLATE, data, fonts), missing_fonts(data, fonts))
