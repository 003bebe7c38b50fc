"""Agendas over HTTP: versions, drafts, publishing, changes, what people get, and their calendars."""

from typing import Annotated, Any

from fastapi import APIRouter, Header, Path, Query, Request, Response

from matchmaker.accounts.acting import ActorDep
from matchmaker.agenda import noticing, queries, service
from matchmaker.agenda.handing_out import handing
from matchmaker.agenda.handing_out.handing import Which
from matchmaker.agenda.models import (
    AgendaPublic,
    ChangePublic,
    DraftSent,
    FeedPublic,
    FeedSent,
    Form,
    Language,
    PersonChanges,
    PlacementPublic,
    PublishSent,
    SolveSent,
    ToldSent,
    VersionPublic,
)
from matchmaker.agenda.notice_models import NoticePublic
from matchmaker.events.people_routes import OptionalId
from matchmaker.events.routes import RowId
from matchmaker.events.service import get_event
from matchmaker.interest.routes import Whose
from matchmaker.kit.database import SessionDep
from matchmaker.kit.etags import is_known, tag_of
from matchmaker.kit.jobs.models import JobPublic
from matchmaker.kit.paging import Limit, Offset, Page
from matchmaker.kit.problems import responses
from matchmaker.kit.versions import Versioned

router = APIRouter(tags=["agenda"], route_class=Versioned, responses=responses(400, 403, 404, 409, 412, 422))
HERE = "/events/{event_id}/agenda"
Number = Annotated[int, Path(ge=1, le=2**31 - 1)]
AnyNumber = Annotated[int | None, Query(ge=1, le=2**31 - 1, description="For organisers; else the last published.")]
Compared = Annotated[int, Query(ge=0, le=2**31 - 1, description="0 is the one before the first.")]
MeetingKey = Annotated[str, Path(pattern=r"^[A-Za-z0-9-]+$", max_length=60)]
CALENDAR = "text/calendar; charset=utf-8"
MEDIA_TYPES: dict[str, str] = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "ics": CALENDAR,
}
FILE_RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {"content": {media: {} for media in MEDIA_TYPES.values()}, "description": "The file."}
}
CALENDAR_RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {"content": {CALENDAR: {}}, "description": "The calendar."},
    304: {"description": "It is the same as before."},
}


@router.get(f"{HERE}/versions")
def list_versions(
    session: SessionDep, actor: ActorDep, event_id: RowId, offset: Offset = 0, limit: Limit = 50
) -> Page[VersionPublic]:
    """All versions, the newest first (organisers)."""
    actor.require_organiser()
    get_event(session, event_id, actor)
    rows, total = queries.list_versions(session, event_id, offset, limit)
    items = [service.show_version(session, version, meetings) for version, meetings in rows]
    return Page(items=items, total=total, offset=offset, limit=limit)


@router.get(HERE + "/versions/{number}/placements")
def list_placements(
    session: SessionDep, actor: ActorDep, event_id: RowId, number: Number, offset: Offset = 0, limit: Limit = 50
) -> Page[PlacementPublic]:
    """The meetings of a version by ids, also cancelled ones (organisers)."""
    get_event(session, event_id, actor)
    version = service.get_version(session, event_id, number, actor)
    rows, total = queries.list_placements(session, version, offset, limit)
    return Page(items=[service.show_placement(row) for row in rows], total=total, offset=offset, limit=limit)


@router.get(HERE + "/versions/{number}/notices")
def list_notices(session: SessionDep, actor: ActorDep, event_id: RowId, number: Number) -> list[NoticePublic]:
    """Who was told of a published version, by what, and what became of it (organisers)."""
    get_event(session, event_id, actor)
    return noticing.list_notices(session, event_id, number, actor)


@router.put(f"{HERE}/draft")
def write_draft(session: SessionDep, actor: ActorDep, event_id: RowId, sent: DraftSent) -> VersionPublic:
    """Replace the meetings of the draft (organisers); one that breaks rules is refused with all of them."""
    version = service.write_sent_draft(session, event_id, sent, actor)
    return service.show_version(session, version, len(queries.seats_of(session, version)))


@router.post(f"{HERE}/solve", status_code=202)
def solve(session: SessionDep, actor: ActorDep, request: Request, event_id: RowId, sent: SolveSent) -> JobPublic:
    """Plan the next draft in a job (organisers): what is pinned stays, what was told changes as little as possible."""
    job = service.start_solving(session, event_id, sent.seconds, actor)
    request.app.state.services.submit_after_commit(session, job)
    return JobPublic.model_validate(job)


@router.get(f"{HERE}/solve")
def get_solving(session: SessionDep, actor: ActorDep, event_id: RowId) -> JobPublic | None:
    """The planning that was asked for last, running or over; null if there was none (organisers)."""
    job = service.last_solving(session, event_id, actor)
    return None if job is None else JobPublic.model_validate(job)


@router.post(f"{HERE}/publish")
def publish(session: SessionDep, actor: ActorDep, event_id: RowId, sent: PublishSent) -> VersionPublic:
    """Freeze the draft and open the next one as its copy (organisers)."""
    version = service.publish(session, event_id, sent, actor)
    return service.show_version(session, version, len(queries.seats_of(session, version)))


@router.get(f"{HERE}/compare")
def compare_versions(
    session: SessionDep, actor: ActorDep, event_id: RowId, before: Compared, after: Compared
) -> list[ChangePublic]:
    """What became of each meeting between two versions (organisers)."""
    get_event(session, event_id, actor)
    found = service.compare_versions(session, event_id, before, after, actor)
    return [service.show_change(change) for change in found]


@router.get(f"{HERE}/changes")
def list_changes(session: SessionDep, actor: ActorDep, event_id: RowId) -> list[PersonChanges]:
    """Everybody who has not been told everything yet (organisers)."""
    get_event(session, event_id, actor)
    return service.all_changes(session, event_id, actor)


@router.post(f"{HERE}/told")
def tell(session: SessionDep, actor: ActorDep, event_id: RowId, sent: ToldSent) -> int:
    """Write down that people know a published version (organisers); how many of them it was news for."""
    return service.tell(session, event_id, sent, actor)


@router.get(HERE)
def get_day(session: SessionDep, actor: ActorDep, event_id: RowId, version: AnyNumber = None) -> AgendaPublic:
    """All meetings in order of time (organisers)."""
    return handing.show_agenda(handing.read_agenda(session, event_id, actor, Which(version)))


@router.get(f"{HERE}/export", response_class=Response, responses=FILE_RESPONSES)
def export(
    request: Request,
    session: SessionDep,
    actor: ActorDep,
    event_id: RowId,
    form: Form = "pdf",
    version: AnyNumber = None,
    person_id: OptionalId = None,
    table_id: OptionalId = None,
    language: Language = "vi",
) -> Response:
    """The agenda as a file: the whole one or a table's for organisers, a person's also for their organisation.

    A header names the fonts without which a PDF cannot show all names.
    """
    folder = request.app.state.settings.fonts_folder
    which = Which(version, person_id, table_id)
    file = handing.export_agenda(session, event_id, actor, form, language, folder, which)
    headers = {"Content-Disposition": f'attachment; filename="{file.name}"'}
    if file.missing_fonts:
        headers["X-Missing-Fonts"] = file.missing_fonts
    return Response(file.data, media_type=MEDIA_TYPES[form], headers=headers)


@router.get(HERE + "/tables/{table_id}")
def get_table_agenda(
    session: SessionDep, actor: ActorDep, event_id: RowId, table_id: RowId, version: AnyNumber = None
) -> AgendaPublic:
    """The meetings at a table (organisers)."""
    found = handing.read_agenda(session, event_id, actor, Which(version, table_id=table_id))
    return handing.show_agenda(found)


@router.get(f"{HERE}/people")
def list_own_agendas(
    session: SessionDep, actor: ActorDep, event_id: RowId, organisation_id: Whose = None
) -> list[AgendaPublic]:
    """The agendas of all of one's own people, as published last."""
    found = handing.read_own_agendas(session, event_id, actor, organisation_id)
    return [handing.show_agenda(agenda) for agenda in found]


@router.get(HERE + "/people/{person_id}")
def get_person_agenda(
    session: SessionDep, actor: ActorDep, event_id: RowId, person_id: RowId, version: AnyNumber = None
) -> AgendaPublic:
    """The meetings of one's own people (organisers: of anybody)."""
    found = handing.read_agenda(session, event_id, actor, Which(version, person_id))
    return handing.show_agenda(found)


@router.get(HERE + "/people/{person_id}/changes")
def get_person_changes(session: SessionDep, actor: ActorDep, event_id: RowId, person_id: RowId) -> PersonChanges:
    """What one of one's own people has not been told yet."""
    return service.own_changes(session, event_id, person_id, actor)


@router.post(HERE + "/people/{person_id}/feed")
def open_feed(session: SessionDep, actor: ActorDep, event_id: RowId, person_id: RowId, sent: FeedSent) -> FeedPublic:
    """The secret address of somebody's calendar; renewed, the former address ends."""
    return handing.open_feed(session, event_id, person_id, actor, renew=sent.renew)


@router.get("/calendars/{token}.ics", response_class=Response, responses=CALENDAR_RESPONSES)
def get_calendar(
    session: SessionDep,
    token: Annotated[str, Path(pattern=r"^[\w-]+$", max_length=60)],
    if_none_match: Annotated[str | None, Header()] = None,
) -> Response:
    """The calendar behind a secret address, for calendars that subscribe to it."""
    return _calendar(handing.fed_calendar(session, token), if_none_match)


def _calendar(data: bytes, known: str | None) -> Response:
    """The calendar, or only that it is the one already known."""
    tag = tag_of(data)
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if is_known(tag, known):
        return Response(status_code=304, headers=headers)
    return Response(data, media_type=CALENDAR, headers=headers)
