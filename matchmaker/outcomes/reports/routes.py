"""Reports over HTTP."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from matchmaker.accounts.acting import ActorDep
from matchmaker.accounts.models import Name
from matchmaker.agenda.models import Language
from matchmaker.agenda.routes import MEDIA_TYPES
from matchmaker.events.fields import RowNumber
from matchmaker.kit.database import SessionDep
from matchmaker.kit.problems import responses
from matchmaker.outcomes.indicators.routes import End, First
from matchmaker.outcomes.reports.gathering import Asked
from matchmaker.outcomes.reports.service import ReportForm, make_report

router = APIRouter(tags=["reports"], responses=responses(400, 403, 404, 422))
FILES: dict[int | str, dict[str, Any]] = {
    200: {"content": {MEDIA_TYPES[form]: {} for form in ("pdf", "xlsx")}, "description": "The report."}
}


@router.get("/reports", response_class=Response, responses=FILES)
def get_report(
    request: Request,
    session: SessionDep,
    actor: ActorDep,
    event_id: Annotated[RowNumber | None, Query()] = None,
    since: First = None,
    until: End = None,
    form: ReportForm = "pdf",
    language: Language = "vi",
    issuer: Annotated[Name, Query(description="The unit that reports, for the heading.")] = "",
    number: Annotated[Name, Query(description="The report's own number.")] = "",
    place: Annotated[Name, Query(description="Where it is signed; the service's home if left out.")] = "",
) -> Response:
    """The report of an event, or of a period from its first day to the one before its end (organisers).

    A header names the fonts without which a PDF cannot show all names.
    """
    state = request.app.state
    asked = Asked(event_id, since, until, issuer, number, place)
    folders = state.services.learned_folder, state.settings.fonts_folder
    file = make_report(session, actor, asked, form, language, *folders)
    headers = {"Content-Disposition": f'attachment; filename="{file.name}"'}
    if file.missing_fonts:
        headers["X-Missing-Fonts"] = file.missing_fonts
    return Response(file.data, media_type=MEDIA_TYPES[form], headers=headers)
