"""Cases over HTTP."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response

from matchmaker.accounts.acting import Actor, ActorDep
from matchmaker.agenda.handing_out.handout_tables import WRITERS
from matchmaker.agenda.routes import FILE_RESPONSES, MEDIA_TYPES
from matchmaker.events.people_routes import OptionalId
from matchmaker.events.routes import RowId
from matchmaker.interest.routes import Whose
from matchmaker.interest.showing import reader
from matchmaker.kit.database import SessionDep
from matchmaker.kit.paging import Limit, Offset, Page
from matchmaker.kit.problems import responses
from matchmaker.kit.versions import Versioned
from matchmaker.outcomes.following.cases import contracts, service, tasks
from matchmaker.outcomes.following.cases.access import note_export, note_reading, read_case
from matchmaker.outcomes.following.cases.case_tables import HEADERS, table_rows
from matchmaker.outcomes.following.cases.models import (
    CaseEvidenceSent,
    CaseGoingSent,
    CaseNoteSent,
    CasePublic,
    CaseRow,
    CaseStageSent,
    CaseTaskChanged,
    CaseTaskSent,
    CaseValueSent,
    CaseVersionSent,
)
from matchmaker.outcomes.following.cases.queries import Wanted
from matchmaker.outcomes.following.cases.showing import show_case
from matchmaker.outcomes.following.cases.stages import Stage
from matchmaker.outcomes.following.files.service import drop_after

router = APIRouter(
    prefix="/cases", tags=["cases"], route_class=Versioned, responses=responses(400, 403, 404, 409, 412, 422)
)
Search = Annotated[str, Query(max_length=200, description="Words in names and titles, whatever their accents.")]
Seen = Annotated[int, Query(ge=1, le=2**31 - 1, description="The version that was seen last.")]


def _wanted(
    actor: Actor, event_id: int | None, stage: Stage | None, organisation_id: int | None, overdue: bool
) -> Wanted:
    """Members read their own organisation's cases only; naming another one is refused."""
    whose = reader(actor, organisation_id)
    return Wanted(None if actor.organiser else whose, event_id, stage, whose, overdue)


@router.get("")
def list_cases(
    session: SessionDep,
    actor: ActorDep,
    event_id: OptionalId = None,
    stage: Stage | None = None,
    organisation_id: Whose = None,
    overdue: bool = False,
    search: Search = "",
    offset: Offset = 0,
    limit: Limit = 50,
) -> Page[CaseRow]:
    """One's own cases, for organisers all: overdue ones on top."""
    wanted = _wanted(actor, event_id, stage, organisation_id, overdue)
    items, found = service.list_cases(session, wanted, search, actor, slice(offset, offset + limit))
    for case in found[offset : offset + limit]:
        note_reading(session, actor, case)
    return Page(items=items, total=len(found), offset=offset, limit=limit)


@router.get("/export", response_class=Response, responses=FILE_RESPONSES)
def export_cases(
    session: SessionDep,
    actor: ActorDep,
    event_id: OptionalId = None,
    stage: Stage | None = None,
    organisation_id: Whose = None,
    overdue: bool = False,
    search: Search = "",
    form: Literal["csv", "xlsx"] = "csv",
    language: Literal["vi", "en"] = "vi",
) -> Response:
    """The same list as a file."""
    wanted = _wanted(actor, event_id, stage, organisation_id, overdue)
    items, found = service.list_cases(session, wanted, search, actor, slice(None))
    note_export(session, actor, found)
    data = WRITERS[form](table_rows(items, language), [names[language == "en"] for names in HEADERS.values()])
    headers = {"Content-Disposition": f'attachment; filename="cases.{form}"'}
    return Response(data, media_type=MEDIA_TYPES[form], headers=headers)


@router.get("/{case_id}")
def get_case(session: SessionDep, actor: ActorDep, case_id: RowId) -> CasePublic:
    """A case with its tasks, notes, files, value and history."""
    case = read_case(session, case_id, actor)
    note_reading(session, actor, case)
    return show_case(session, case, actor)


@router.delete("/{case_id}", status_code=204)
def delete_case(request: Request, session: SessionDep, actor: ActorDep, case_id: RowId) -> None:
    """Remove a case with all that belongs to it (organisers)."""
    stored = service.delete_case(session, case_id, actor)
    drop_after(session, request.app.state.services.file_folder, stored)


@router.put("/{case_id}/stage")
def move_case(session: SessionDep, actor: ActorDep, case_id: RowId, sent: CaseStageSent) -> CasePublic:
    """Take a case to another stage, or close it with a reason."""
    return show_case(session, service.move_case(session, case_id, sent, actor), actor)


@router.post("/{case_id}/open")
def open_case(session: SessionDep, actor: ActorDep, case_id: RowId, sent: CaseVersionSent) -> CasePublic:
    """Open a case for both sides of which one has not spoken yet (organisers)."""
    return show_case(session, service.open_for_both(session, case_id, sent.version, actor), actor)


@router.post("/{case_id}/tasks", status_code=201)
def add_case_task(session: SessionDep, actor: ActorDep, case_id: RowId, sent: CaseTaskSent) -> CasePublic:
    """Add a task."""
    return show_case(session, tasks.add_task(session, case_id, sent, actor), actor)


@router.put("/{case_id}/tasks/{task_id}")
def change_case_task(
    session: SessionDep, actor: ActorDep, case_id: RowId, task_id: RowId, sent: CaseTaskChanged
) -> CasePublic:
    """Change a task, or how far it is."""
    return show_case(session, tasks.change_task(session, case_id, task_id, sent, actor), actor)


@router.delete("/{case_id}/tasks/{task_id}")
def delete_case_task(session: SessionDep, actor: ActorDep, case_id: RowId, task_id: RowId, version: Seen) -> CasePublic:
    """Remove a task as it was seen."""
    return show_case(session, tasks.delete_task(session, case_id, task_id, version, actor), actor)


@router.post("/{case_id}/notes", status_code=201)
def add_case_note(session: SessionDep, actor: ActorDep, case_id: RowId, sent: CaseNoteSent) -> CasePublic:
    """Write something down for both sides and the organisers."""
    return show_case(session, service.add_note(session, case_id, sent, actor), actor)


@router.delete("/{case_id}/notes/{note_id}")
def delete_case_note(session: SessionDep, actor: ActorDep, case_id: RowId, note_id: RowId) -> CasePublic:
    """Remove a note of one's own side (organisers: any)."""
    return show_case(session, service.delete_note(session, case_id, note_id, actor), actor)


@router.put("/{case_id}/value")
def set_case_value(session: SessionDep, actor: ActorDep, case_id: RowId, sent: CaseValueSent) -> CasePublic:
    """Say what the contract is worth; the other side is asked to confirm it."""
    return show_case(session, contracts.set_value(session, case_id, sent, actor), actor)


@router.post("/{case_id}/value/confirm")
def confirm_case_value(session: SessionDep, actor: ActorDep, case_id: RowId, sent: CaseVersionSent) -> CasePublic:
    """Confirm the value for one's own side."""
    return show_case(session, contracts.confirm_value(session, case_id, sent.version, actor), actor)


@router.post("/{case_id}/value/evidence")
def evidence_case_value(session: SessionDep, actor: ActorDep, case_id: RowId, sent: CaseEvidenceSent) -> CasePublic:
    """Confirm the value by a document (organisers)."""
    return show_case(session, contracts.evidence_value(session, case_id, sent, actor), actor)


@router.put("/{case_id}/going")
def say_case_going(session: SessionDep, actor: ActorDep, case_id: RowId, sent: CaseGoingSent) -> CasePublic:
    """Answer with one tap how a case goes."""
    return show_case(session, service.say_going(session, case_id, sent, actor), actor)
