"""The day over HTTP: who is there, what became of meetings, badges and displays."""

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response

from matchmaker.accounts.acting import ActorDep
from matchmaker.agenda.models import Language
from matchmaker.agenda.routes import HERE, MeetingKey
from matchmaker.events.people_routes import OptionalId
from matchmaker.events.routes import RowId
from matchmaker.kit.database import SessionDep
from matchmaker.kit.problems import responses
from matchmaker.outcomes.day import badges, displays, looking, meetings, service
from matchmaker.outcomes.day.models import (
    CheckInSent,
    CodePublic,
    DayPublic,
    DisplayAsked,
    DisplayPublic,
    PresencePublic,
    ScreenPublic,
    StatePublic,
    StateSent,
    WalkInSent,
)

router = APIRouter(tags=["day"], responses=responses(400, 403, 404, 409, 422))
DAY = "/events/{event_id}/day"


@router.get(DAY)
def get_day(session: SessionDep, actor: ActorDep, event_id: RowId) -> DayPublic:
    """Who is there, and how the meetings stand (organisers)."""
    return looking.read_day(session, event_id, actor)


@router.post(f"{DAY}/check-ins")
def check_in(
    request: Request, session: SessionDep, actor: ActorDep, event_id: RowId, sent: CheckInSent
) -> PresencePublic:
    """Say that somebody is there, or take it back (organisers); sent twice, it counts once."""
    return service.check_in(session, request.app.state.secret, event_id, sent, actor)


@router.post(f"{DAY}/walk-ins")
def walk_in(session: SessionDep, actor: ActorDep, event_id: RowId, sent: WalkInSent) -> PresencePublic:
    """Register somebody at the door and check them in (organisers)."""
    return service.walk_in(session, event_id, sent, actor)


@router.get(DAY + "/people/{person_id}/code")
def get_code(request: Request, session: SessionDep, actor: ActorDep, event_id: RowId, person_id: RowId) -> CodePublic:
    """What one of one's own people shows at the desk."""
    return badges.own_code(session, request.app.state.secret, event_id, person_id, actor)


@router.get(
    f"{DAY}/badges",
    response_class=Response,
    responses={200: {"content": {"application/pdf": {}}, "description": "Sheets of badges."}},
)
def print_badges(
    request: Request,
    session: SessionDep,
    actor: ActorDep,
    event_id: RowId,
    language: Language = "vi",
    person_id: OptionalId = None,
) -> Response:
    """Badges of everybody, or of one, as PDF (organisers)."""
    state = request.app.state
    folder = state.settings.fonts_folder
    file = badges.print_badges(session, state.secret, event_id, actor, language, folder, person_id)
    headers = {"Content-Disposition": f'attachment; filename="{file.name}"'}
    if file.missing_fonts:
        headers["X-Missing-Fonts"] = file.missing_fonts
    return Response(file.data, media_type="application/pdf", headers=headers)


@router.post(HERE + "/meetings/{key}/state")
def set_state(session: SessionDep, actor: ActorDep, event_id: RowId, key: MeetingKey, sent: StateSent) -> StatePublic:
    """Say that a meeting runs (organisers), or was held or not (both sides and organisers)."""
    return meetings.set_state(session, event_id, key, sent, actor)


@router.post(f"{DAY}/display")
def open_display(session: SessionDep, actor: ActorDep, event_id: RowId, sent: DisplayAsked) -> DisplayPublic:
    """The secret of the displays' addresses (organisers); renewed, the former addresses end."""
    return displays.open_display(session, event_id, actor, renew=sent.renew)


@router.get(DAY + "/displays/{token}")
def get_display(
    session: SessionDep,
    event_id: RowId,
    token: Annotated[str, Path(pattern=r"^[\w-]+$", max_length=60)],
    table_id: OptionalId = None,
) -> ScreenPublic:
    """What a display in the hall, or on one table, shows now, for everybody who has its address."""
    return displays.show_screen(session, event_id, token, table_id)
