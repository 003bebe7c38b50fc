"""Changing a draft by hand over HTTP, with steps back and forth."""

from fastapi import APIRouter

from matchmaker.accounts.acting import ActorDep
from matchmaker.agenda import editing
from matchmaker.agenda.editing_models import (
    EditPublic,
    EditSent,
    GoSent,
    MeetingSent,
    MoveSent,
    PlaceSent,
    StepPublic,
    SwapSent,
    TakeSent,
)
from matchmaker.agenda.routes import HERE
from matchmaker.events.routes import RowId
from matchmaker.events.service import get_event
from matchmaker.kit.database import SessionDep
from matchmaker.kit.problems import responses
from matchmaker.kit.versions import Versioned

router = APIRouter(
    prefix=f"{HERE}/draft", tags=["agenda"], route_class=Versioned, responses=responses(400, 403, 404, 409, 412, 422)
)


@router.post("/place")
def place(session: SessionDep, actor: ActorDep, event_id: RowId, sent: PlaceSent) -> EditPublic:
    """Place a request (organisers); what is left open is chosen, and a place that breaks rules is refused with all."""
    return editing.place(session, event_id, sent, actor)


@router.post("/move")
def move(session: SessionDep, actor: ActorDep, event_id: RowId, sent: MoveSent) -> EditPublic:
    """Move a meeting (organisers)."""
    return editing.move(session, event_id, sent, actor)


@router.post("/swap")
def swap(session: SessionDep, actor: ActorDep, event_id: RowId, sent: SwapSent) -> EditPublic:
    """Let two meetings change places (organisers)."""
    return editing.swap(session, event_id, sent, actor)


@router.post("/unplace")
def unplace(session: SessionDep, actor: ActorDep, event_id: RowId, sent: MeetingSent) -> EditPublic:
    """Take a meeting off the draft (organisers)."""
    return editing.unplace(session, event_id, sent, actor)


@router.post("/pin")
def pin(session: SessionDep, actor: ActorDep, event_id: RowId, sent: MeetingSent) -> EditPublic:
    """Hold a meeting where it is, whatever is planned later (organisers)."""
    return editing.set_pin(session, event_id, sent, actor, pinned=True)


@router.post("/unpin")
def unpin(session: SessionDep, actor: ActorDep, event_id: RowId, sent: MeetingSent) -> EditPublic:
    """Hold it no longer (organisers)."""
    return editing.set_pin(session, event_id, sent, actor, pinned=False)


@router.post("/take")
def take(session: SessionDep, actor: ActorDep, event_id: RowId, sent: TakeSent) -> EditPublic:
    """Make the draft what a job found for it while it was changed (organisers)."""
    return editing.take_found(session, event_id, sent, actor)


@router.post("/undo")
def undo(session: SessionDep, actor: ActorDep, event_id: RowId, sent: EditSent) -> EditPublic:
    """Take back the last change of the draft (organisers)."""
    return editing.step(session, event_id, sent, actor, forth=False)


@router.post("/redo")
def redo(session: SessionDep, actor: ActorDep, event_id: RowId, sent: EditSent) -> EditPublic:
    """Make a change again that was taken back (organisers)."""
    return editing.step(session, event_id, sent, actor, forth=True)


@router.post("/go")
def go(session: SessionDep, actor: ActorDep, event_id: RowId, sent: GoSent) -> EditPublic:
    """Go back or forth to how the draft was after a step (organisers), in one change."""
    return editing.go(session, event_id, sent, actor)


@router.get("/steps")
def list_steps(session: SessionDep, actor: ActorDep, event_id: RowId) -> list[StepPublic]:
    """What was done to the draft, the first first, with what was taken back (organisers)."""
    get_event(session, event_id, actor)
    return editing.list_steps(session, event_id, actor)
