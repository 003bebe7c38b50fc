"""The courier: carries deliveries to their receivers, side by side for different ones, again and again."""

import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import structlog
from sqlmodel import Session

from matchmaker.kit import clock
from matchmaker.kit.database import Database
from matchmaker.kit.rounds import GoingRound
from matchmaker.kit.secrets import Secret
from matchmaker.kit.telemetry.spans import span
from matchmaker.outcomes.feeds.calling.door import Caller, CallError, Limits
from matchmaker.outcomes.feeds.webhooks import outbox, waiting
from matchmaker.outcomes.feeds.webhooks.models import DeliveryState, WebhookAttempt, WebhookDelivery, WebhookReceiver
from matchmaker.outcomes.feeds.webhooks.service import SEALED_FOR
from matchmaker.outcomes.feeds.webhooks.signing import headers_of
from matchmaker.outcomes.feeds.webhooks.telling import body_of

log = structlog.get_logger(__name__)
ROUND_SECONDS = 1.0
TIDY_SECONDS = 3600.0
MOST_AT_ONCE = 100
SIDE_BY_SIDE = 8


class Carrying:
    """Everything that carrying needs; several processes may carry at the same time."""

    def __init__(self, database: Database, secret: Secret, caller: Caller, limits: Limits = Limits()) -> None:  # noqa: B008
        self._database, self._secret, self._caller, self._limits = database, secret, caller, limits
        self.stopping = threading.Event()

    def deliver_due(self, now: datetime | None = None) -> int:
        """Carry what is due at a moment, the present one by default; how many were taken up."""
        moment = now or clock.now()
        with self._database.session(writes=False) as session:
            due = outbox.due_ids(session, moment, MOST_AT_ONCE)
        if not due:
            return 0
        with ThreadPoolExecutor(min(SIDE_BY_SIDE, len(due)), "courier") as pool:
            return sum(pool.map(lambda ids: self._carry_all(ids, moment), due.values()))

    def _carry_all(self, delivery_ids: list[int], now: datetime) -> int:
        """Carry what one receiver gets, one after the other; a receiver that does not answer is not kept asking."""
        number = 0
        for delivery_id in delivery_ids:
            if self.stopping.is_set():
                break
            answered = self._carry(delivery_id, now)
            number += answered is not None
            if answered is False:
                break
        return number

    def _carry(self, delivery_id: int, now: datetime) -> bool | None:
        """Whether the receiver answered; None where there was nothing to carry."""
        with self._database.session() as session:
            delivery = outbox.take(session, delivery_id, now)
            receiver = session.get(WebhookReceiver, delivery.receiver_id) if delivery else None
            if delivery is None or receiver is None:
                return None
            if delivery.body is None:
                delivery.body = body_of(session, delivery)
                session.add(delivery)
        attempt = self._send(delivery, receiver, now)
        with self._database.session() as session:
            session.add(attempt)
            self._note(session, delivery, attempt, now)
        return attempt.status is not None

    @span("delivery")
    def _send(self, delivery: WebhookDelivery, receiver: WebhookReceiver, now: datetime) -> WebhookAttempt:
        attempt = WebhookAttempt(delivery_id=delivery.id or 0, at=now)
        secret = self._secret.unseal(SEALED_FOR, receiver.sealed_secret)
        if secret is None:
            attempt.problem = "secret_unreadable"
            return attempt
        body = (delivery.body or "").encode()
        headers = headers_of(secret, delivery.key, int(now.timestamp()), body)
        began = time.perf_counter()
        try:
            attempt.status = self._caller.post(receiver.address, body, headers, self._limits).status
        except CallError as error:
            attempt.problem = str(error)[:300]
        attempt.milliseconds = round((time.perf_counter() - began) * 1000)
        return attempt

    def _note(self, session: Session, delivery: WebhookDelivery, attempt: WebhookAttempt, now: datetime) -> None:
        if attempt.status is not None and 200 <= attempt.status < 300:
            outbox.note_end(session, delivery, DeliveryState.DELIVERED, now)
        elif waiting.is_given_up(delivery.attempts):
            log.warning("webhook_given_up", delivery=delivery.id, status=attempt.status, problem=attempt.problem)
            outbox.note_end(session, delivery, DeliveryState.DEAD, now)
        else:
            outbox.note_wait(session, delivery, now + waiting.wait_after(delivery.attempts, random.random()))


class Courier(GoingRound):
    """The thread that carries, in each process that serves."""

    def __init__(self, database: Database, carrying: Carrying) -> None:
        super().__init__("courier", ROUND_SECONDS)
        self._database, self._carrying = database, carrying
        self._tidied = 0.0

    def ask_to_stop(self) -> None:
        """Let the deliveries under way be the last ones."""
        self._carrying.stopping.set()
        super().ask_to_stop()

    def go(self) -> None:
        """Carry until nothing is due, then let go of what is old."""
        while self._carrying.deliver_due() and not self.stops():
            pass
        self._tidy()

    def _tidy(self) -> None:
        if time.monotonic() - self._tidied > TIDY_SECONDS:
            with self._database.session() as session:
                outbox.forget_old(session, clock.now())
            self._tidied = time.monotonic()
