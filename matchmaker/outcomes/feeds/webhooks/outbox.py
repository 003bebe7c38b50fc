"""The outbox: what is to be told is written with the change itself, and taken by one courier at a time."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, insert
from sqlalchemy import select as select_many
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, delete, select, update

from matchmaker.catalogue.models import Posting, State
from matchmaker.kit import auditing, clock
from matchmaker.kit.secrets import new_token
from matchmaker.outcomes.feeds.webhooks.kinds import Change, ToldKind, change_of
from matchmaker.outcomes.feeds.webhooks.models import DeliveryState, WebhookAttempt, WebhookDelivery, WebhookReceiver

# For so long a delivery that somebody carries is theirs; longer than any receiver is waited for.
CARRIED_FOR = timedelta(seconds=30)
KEPT_FOR = timedelta(days=30)
CHUNK = 500
_TOLD = "webhooks_told"


@auditing.listener
def write_deliveries(session: Session, entries: Sequence[dict[str, Any]]) -> None:
    """Write a delivery for each receiver of each change, once in a transaction."""
    changes = {(found.kind, found.subject): found for entry in entries if (found := change_of(entry))}
    told = session.info.setdefault(_TOLD, set())
    place = id(session.get_nested_transaction())
    fresh = [change for name, change in changes.items() if (place, name) not in told]
    if not fresh:
        return
    told.update((place, (change.kind, change.subject)) for change in fresh)
    receivers = _receivers(session)
    if receivers:
        _write(session, _visible(session, fresh), receivers)


def _receivers(session: Session) -> list[tuple[int, list[str]]]:
    """Ids of active receivers with the kinds that each of them wants."""
    query = select_many(col(WebhookReceiver.id), col(WebhookReceiver.kinds)).where(col(WebhookReceiver.active))
    return [(row[0] or 0, row[1]) for row in session.connection().execute(query)]


def _visible(session: Session, changes: Iterable[Change]) -> list[Change]:
    """Without what changed in postings that nobody may read."""
    listed = list(changes)
    asked = sorted({int(one.entity_id) for one in listed if one.kind is ToldKind.POSTING_CHANGED})
    published: set[int] = set()
    for start in range(0, len(asked), CHUNK):
        query = select_many(col(Posting.id)).where(
            col(Posting.id).in_(asked[start : start + CHUNK]), col(Posting.state) == State.PUBLISHED
        )
        published |= {row[0] or 0 for row in session.connection().execute(query)}
    return [one for one in listed if one.kind is not ToldKind.POSTING_CHANGED or int(one.entity_id) in published]


def _write(session: Session, changes: list[Change], receivers: list[tuple[int, list[str]]]) -> None:
    rows = [_row(change, key) for change in changes for key, kinds in receivers if change.kind in kinds]
    if rows:
        session.connection().execute(insert(WebhookDelivery), rows)


def _row(change: Change, receiver_id: int) -> dict[str, Any]:
    now = clock.now()
    return {
        "receiver_id": receiver_id,
        "key": f"msg_{new_token()}",
        "kind": change.kind,
        "subject": change.subject,
        "facts": change.facts,
        "state": DeliveryState.WAITING,
        "attempts": 0,
        "created_at": now,
        "next_at": now,
    }


def write_test(session: Session, receiver_id: int) -> None:
    """A delivery that tells nothing but that the way is open."""
    session.add(WebhookDelivery(**_row(Change(ToldKind.TEST, "receiver", str(receiver_id)), receiver_id)))
    session.flush()


def is_held(row: Any = WebhookDelivery) -> ColumnElement[bool]:
    """Whether an earlier delivery of the same subject to the same receiver has not come to an end."""
    earlier = aliased(WebhookDelivery)
    return (
        select_many(col(earlier.id))
        .where(
            col(earlier.receiver_id) == row.receiver_id,
            col(earlier.subject) == row.subject,
            col(earlier.id) < row.id,
            col(earlier.state).in_([DeliveryState.WAITING, DeliveryState.DEAD]),
        )
        .exists()
    )


def _is_due(now: datetime) -> list[ColumnElement[bool]]:
    waiting = col(WebhookDelivery.state) == DeliveryState.WAITING
    return [waiting, col(WebhookDelivery.next_at) <= now, ~is_held()]


def due_ids(session: Session, now: datetime, most: int) -> dict[int, list[int]]:
    """By receiver the deliveries to be sent now, the oldest first, ``most`` of each."""
    active = select(WebhookReceiver.id).where(col(WebhookReceiver.active))
    found: dict[int, list[int]] = {}
    for receiver_id in session.exec(active):
        due = select(WebhookDelivery.id).where(WebhookDelivery.receiver_id == receiver_id, *_is_due(now))
        ids = session.exec(due.order_by(col(WebhookDelivery.id)).limit(most)).all()
        if ids:
            found[receiver_id or 0] = [row for row in ids if row is not None]
    return found


def take(session: Session, delivery_id: int, now: datetime) -> WebhookDelivery | None:
    """Take a delivery away to carry it; None where somebody else was quicker."""
    taken = session.execute(
        update(WebhookDelivery)
        .where(col(WebhookDelivery.id) == delivery_id, *_is_due(now))
        .values(attempts=WebhookDelivery.attempts + 1, next_at=now + CARRIED_FOR)
        .execution_options(synchronize_session=False)
    )
    return session.get(WebhookDelivery, delivery_id) if taken.rowcount else None  # type: ignore[attr-defined]


def note_end(session: Session, delivery: WebhookDelivery, state: DeliveryState, now: datetime) -> None:
    """Write down that an attempt was the last one, unless another courier has taken the delivery meanwhile."""
    _note(session, delivery, {"state": state, "ended_at": now})


def note_wait(session: Session, delivery: WebhookDelivery, until: datetime) -> None:
    """Write down when the next attempt is due."""
    _note(session, delivery, {"next_at": until})


def _note(session: Session, delivery: WebhookDelivery, values: dict[str, Any]) -> None:
    mine = (col(WebhookDelivery.id) == delivery.id, col(WebhookDelivery.attempts) == delivery.attempts)
    session.execute(update(WebhookDelivery).where(*mine).values(**values))


def forget_old(session: Session, now: datetime) -> None:
    """Remove deliveries that came to an end some weeks ago, with their attempts."""
    old = select(WebhookDelivery.id).where(
        col(WebhookDelivery.state).in_([DeliveryState.DELIVERED, DeliveryState.SET_ASIDE]),
        col(WebhookDelivery.ended_at) < now - KEPT_FOR,
    )
    session.exec(delete(WebhookAttempt).where(col(WebhookAttempt.delivery_id).in_(old)))
    session.exec(delete(WebhookDelivery).where(col(WebhookDelivery.id).in_(old)))
