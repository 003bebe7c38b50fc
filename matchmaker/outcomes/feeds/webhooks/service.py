"""Entering receivers, reading what was told to them, and sending again what never arrived."""

from datetime import datetime

from sqlmodel import Session, col, func, select, update

from matchmaker.accounts.acting import Actor
from matchmaker.kit import clock
from matchmaker.kit.errors import ConflictError, InvalidError, NotFoundError
from matchmaker.kit.secrets import Secret
from matchmaker.outcomes.feeds.calling.addresses import hosts_of, is_acceptable
from matchmaker.outcomes.feeds.webhooks import outbox
from matchmaker.outcomes.feeds.webhooks.models import (
    AttemptPublic,
    DeliveryPublic,
    DeliveryState,
    ReceiverMade,
    ReceiverPublic,
    ReceiverSent,
    ReceiverUpdate,
    WebhookAttempt,
    WebhookDelivery,
    WebhookReceiver,
)
from matchmaker.outcomes.feeds.webhooks.signing import new_secret
from matchmaker.settings import Settings

SEALED_FOR = "webhook_receiver"
MOST_RECEIVERS = 50
ENDED = (DeliveryState.DEAD, DeliveryState.SET_ASIDE)


def list_receivers(session: Session, actor: Actor) -> list[ReceiverPublic]:
    """All receivers by id (organisers)."""
    actor.require_organiser()
    rows = session.exec(select(WebhookReceiver).order_by(col(WebhookReceiver.id))).all()
    numbers = _numbers(session)
    return [_shown(row, numbers) for row in rows]


def add_receiver(
    session: Session, secret: Secret, settings: Settings, sent: ReceiverSent, actor: Actor
) -> ReceiverMade:
    """Enter a receiver (organisers). Raises InvalidError or ConflictError."""
    actor.require_organiser()
    _check_address(settings, sent.address)
    if session.exec(select(func.count(col(WebhookReceiver.id)))).one() >= MOST_RECEIVERS:
        raise ConflictError("too_many_receivers", most=MOST_RECEIVERS)
    made = new_secret()
    row = WebhookReceiver(**sent.model_dump(mode="json"), sealed_secret=secret.seal(SEALED_FOR, made))
    session.add(row)
    session.flush()
    return ReceiverMade(receiver=_shown(row, {}), secret=made)


def change_receiver(
    session: Session, settings: Settings, receiver_id: int, update: ReceiverUpdate, actor: Actor
) -> ReceiverPublic:
    """Change a receiver or switch it off (organisers)."""
    row = _receiver(session, receiver_id, actor)
    if update.address is not None:
        _check_address(settings, update.address)
    row.sqlmodel_update(update.model_dump(mode="json", exclude_none=True))
    session.add(row)
    session.flush()
    return _shown(row, _numbers(session))


def renew_secret(session: Session, secret: Secret, receiver_id: int, actor: Actor) -> ReceiverMade:
    """Give a receiver another secret; the former one ends at once (organisers)."""
    row = _receiver(session, receiver_id, actor)
    made = new_secret()
    row.sealed_secret = secret.seal(SEALED_FOR, made)
    session.add(row)
    session.flush()
    return ReceiverMade(receiver=_shown(row, _numbers(session)), secret=made)


def remove_receiver(session: Session, receiver_id: int, actor: Actor) -> None:
    """Remove a receiver with all that waits for it (organisers)."""
    session.delete(_receiver(session, receiver_id, actor))


def try_receiver(session: Session, receiver_id: int, actor: Actor) -> None:
    """Send something that tells nothing (organisers)."""
    _receiver(session, receiver_id, actor)
    outbox.write_test(session, receiver_id)


def list_deliveries(
    session: Session, receiver_id: int, state: DeliveryState | None, actor: Actor, offset: int, limit: int
) -> tuple[list[DeliveryPublic], int]:
    """A page of what is told to a receiver, the latest first (organisers)."""
    _receiver(session, receiver_id, actor)
    wanted = [WebhookDelivery.receiver_id == receiver_id, *([WebhookDelivery.state == state] if state else [])]
    total = session.exec(select(func.count(col(WebhookDelivery.id))).where(*wanted)).one()
    query = select(WebhookDelivery, outbox.is_held()).where(*wanted).order_by(col(WebhookDelivery.id).desc())
    rows = session.exec(query.offset(offset).limit(limit)).all()
    tries = _tries(session, [row.id or 0 for row, _ in rows])
    return [_shown_delivery(row, bool(held), tries.get(row.id or 0, [])) for row, held in rows], total


def send_again(session: Session, delivery_id: int, actor: Actor) -> None:
    """Let a dead delivery go out again under its own key (organisers)."""
    _decide(session, delivery_id, actor, DeliveryState.WAITING, clock.now())


def set_aside(session: Session, delivery_id: int, actor: Actor) -> None:
    """Give a dead delivery up for good; later ones of its subject go on (organisers)."""
    _decide(session, delivery_id, actor, DeliveryState.SET_ASIDE, clock.now())


def send_all_again(session: Session, receiver_id: int, actor: Actor) -> int:
    """Let all dead deliveries of a receiver go out again; how many (organisers)."""
    _receiver(session, receiver_id, actor)
    dead = (col(WebhookDelivery.receiver_id) == receiver_id, col(WebhookDelivery.state) == DeliveryState.DEAD)
    values = {"state": DeliveryState.WAITING, "attempts": 0, "next_at": clock.now(), "ended_at": None}
    changed = session.execute(update(WebhookDelivery).where(*dead).values(**values))
    return int(changed.rowcount)  # type: ignore[attr-defined]


def _decide(session: Session, delivery_id: int, actor: Actor, state: DeliveryState, now: datetime) -> None:
    actor.require_organiser()
    row = session.get(WebhookDelivery, delivery_id, with_for_update=True)
    if row is None:
        raise NotFoundError("delivery_not_found", id=delivery_id)
    if row.state is not DeliveryState.DEAD:
        raise ConflictError("delivery_not_dead", id=delivery_id)
    row.state, row.attempts, row.next_at = state, 0, now
    row.ended_at = None if state is DeliveryState.WAITING else now
    session.add(row)
    session.flush()


def _receiver(session: Session, receiver_id: int, actor: Actor) -> WebhookReceiver:
    actor.require_organiser()
    row = session.get(WebhookReceiver, receiver_id)
    if row is None:
        raise NotFoundError("receiver_not_found", id=receiver_id)
    return row


def _check_address(settings: Settings, address: str) -> None:
    if not is_acceptable(address, hosts_of(settings.trusted_hosts)):
        raise InvalidError("address_refused", field="address")


def _numbers(session: Session) -> dict[tuple[int, DeliveryState], int]:
    columns = (WebhookDelivery.receiver_id, WebhookDelivery.state, func.count(col(WebhookDelivery.id)))
    rows = session.exec(select(*columns).group_by(col(WebhookDelivery.receiver_id), col(WebhookDelivery.state)))
    return {(receiver_id, DeliveryState(state)): number for receiver_id, state, number in rows}


def _shown(row: WebhookReceiver, numbers: dict[tuple[int, DeliveryState], int]) -> ReceiverPublic:
    counted = {
        state.value: numbers.get((row.id or 0, state), 0)
        for state in (DeliveryState.WAITING, DeliveryState.DELIVERED, DeliveryState.DEAD)
    }
    return ReceiverPublic.model_validate(row.model_dump(exclude={"sealed_secret"}) | counted)


def _tries(session: Session, delivery_ids: list[int]) -> dict[int, list[AttemptPublic]]:
    query = select(WebhookAttempt).where(col(WebhookAttempt.delivery_id).in_(delivery_ids))
    found: dict[int, list[AttemptPublic]] = {}
    for row in session.exec(query.order_by(col(WebhookAttempt.id).desc())):
        found.setdefault(row.delivery_id, []).append(AttemptPublic.model_validate(row, from_attributes=True))
    return found


def _shown_delivery(row: WebhookDelivery, held: bool, tries: list[AttemptPublic]) -> DeliveryPublic:
    waits = row.state is DeliveryState.WAITING
    return DeliveryPublic.model_validate(row.model_dump() | {"held": held and waits, "tries": tries})
