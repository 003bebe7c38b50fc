"""Receivers of changes over HTTP, all of it for organisers."""

from typing import Annotated

from fastapi import APIRouter, Path, Request

from matchmaker.accounts.acting import ActorDep
from matchmaker.kit.database import SessionDep
from matchmaker.kit.paging import Limit, Offset, Page
from matchmaker.kit.problems import responses
from matchmaker.outcomes.feeds.webhooks import service
from matchmaker.outcomes.feeds.webhooks.models import (
    DeliveryPublic,
    DeliveryState,
    ReceiverMade,
    ReceiverPublic,
    ReceiverSent,
    ReceiverUpdate,
    SentAgain,
)

router = APIRouter(prefix="/webhooks", tags=["outcomes"], responses=responses(400, 403, 404, 409, 422))
RowId = Annotated[int, Path(ge=1, le=2**53)]


@router.get("")
def list_receivers(session: SessionDep, actor: ActorDep) -> list[ReceiverPublic]:
    """The services that are told of changes, with the numbers of deliveries."""
    return service.list_receivers(session, actor)


@router.post("", status_code=201)
def add_receiver(request: Request, session: SessionDep, actor: ActorDep, sent: ReceiverSent) -> ReceiverMade:
    """Enter a service that is to be told of changes; its secret is shown this once."""
    state = request.app.state
    return service.add_receiver(session, state.secret, state.settings, sent, actor)


@router.patch("/{receiver_id}")
def change_receiver(
    request: Request, session: SessionDep, actor: ActorDep, receiver_id: RowId, update: ReceiverUpdate
) -> ReceiverPublic:
    """Change what is told and where, or switch it off; while it is off nothing is kept for it."""
    return service.change_receiver(session, request.app.state.settings, receiver_id, update, actor)


@router.delete("/{receiver_id}", status_code=204)
def remove_receiver(session: SessionDep, actor: ActorDep, receiver_id: RowId) -> None:
    """Remove a receiver with all that waits for it."""
    service.remove_receiver(session, receiver_id, actor)


@router.post("/{receiver_id}/secret")
def renew_receiver_secret(request: Request, session: SessionDep, actor: ActorDep, receiver_id: RowId) -> ReceiverMade:
    """Give it another secret, shown this once; the former one ends now."""
    return service.renew_secret(session, request.app.state.secret, receiver_id, actor)


@router.post("/{receiver_id}/test", status_code=204)
def try_receiver(session: SessionDep, actor: ActorDep, receiver_id: RowId) -> None:
    """Send something that tells nothing."""
    service.try_receiver(session, receiver_id, actor)


@router.post("/{receiver_id}/again")
def send_all_again(session: SessionDep, actor: ActorDep, receiver_id: RowId) -> SentAgain:
    """Send everything again that was given up."""
    return SentAgain(number=service.send_all_again(session, receiver_id, actor))


@router.get("/{receiver_id}/deliveries")
def list_deliveries(
    session: SessionDep,
    actor: ActorDep,
    receiver_id: RowId,
    state: DeliveryState | None = None,
    offset: Offset = 0,
    limit: Limit = 50,
) -> Page[DeliveryPublic]:
    """What was and is to be told, the latest first, with each attempt."""
    items, total = service.list_deliveries(session, receiver_id, state, actor, offset, limit)
    return Page(items=items, total=total, offset=offset, limit=limit)


@router.post("/deliveries/{delivery_id}/again", status_code=204)
def send_again(session: SessionDep, actor: ActorDep, delivery_id: RowId) -> None:
    """Send something again that was given up, under its own key."""
    service.send_again(session, delivery_id, actor)


@router.post("/deliveries/{delivery_id}/set-aside", status_code=204)
def set_aside(session: SessionDep, actor: ActorDep, delivery_id: RowId) -> None:
    """Give something up for good, so that what follows it goes on."""
    service.set_aside(session, delivery_id, actor)
