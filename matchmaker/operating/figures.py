"""Figures of the service's work that the database knows: what waits, what has failed, and for how long."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session, col, func, select

from matchmaker.kit import clock
from matchmaker.kit.auditing.models import AuditEntry
from matchmaker.kit.jobs.models import Job, JobState
from matchmaker.kit.mail.models import MailState, OutgoingMail
from matchmaker.outcomes.feeds.webhooks.models import DeliveryState, WebhookDelivery

# What failed longer ago has been seen, or will not be by one more alarm.
LATELY = timedelta(days=1)


@dataclass(frozen=True)
class Waiting:
    """How many wait for their turn, and for how many seconds the oldest has been due."""

    count: int = 0
    oldest_seconds: float = 0.0


@dataclass(frozen=True)
class Figures:
    """At one moment, the same whichever process of the service is asked."""

    jobs: Waiting
    jobs_running: int
    jobs_failed: int
    mails: Waiting
    mails_failed: int
    deliveries: Waiting
    deliveries_dead: int


def read_figures(session: Session) -> Figures:
    """Six small counts, each by an index on the state."""
    now = clock.now()
    since = now - LATELY
    jobs = _counted(session, Job.state, Job.created_at, col(Job.state).in_([JobState.QUEUED, JobState.RUNNING]))
    failed = select(func.count()).where(Job.state == JobState.FAILED, col(Job.ended_at) >= since)
    lost = select(func.count()).where(OutgoingMail.state == MailState.FAILED, col(OutgoingMail.ended_at) >= since)
    mails = _counted(session, OutgoingMail.state, OutgoingMail.created_at, OutgoingMail.state == MailState.WAITING)
    open_states = col(WebhookDelivery.state).in_([DeliveryState.WAITING, DeliveryState.DEAD])
    told = _counted(session, WebhookDelivery.state, WebhookDelivery.created_at, open_states)
    return Figures(
        jobs=_waiting(jobs, JobState.QUEUED, now),
        jobs_running=jobs.get(JobState.RUNNING, (0, now))[0],
        jobs_failed=session.exec(failed).one(),
        mails=_waiting(mails, MailState.WAITING, now),
        mails_failed=session.exec(lost).one(),
        deliveries=_waiting(told, DeliveryState.WAITING, now),
        deliveries_dead=told.get(DeliveryState.DEAD, (0, now))[0],
    )


def last_noted(session: Session) -> datetime | None:
    """When the audit log was last written to."""
    return session.exec(select(func.max(AuditEntry.at))).one()


def _counted(session: Session, state: Any, since: Any, which: Any) -> dict[Any, tuple[int, datetime]]:
    """For each state the number of rows and the time of the oldest."""
    rows = session.exec(select(state, func.count(), func.min(since)).where(which).group_by(state))
    return {key: (count, oldest) for key, count, oldest in rows}


def _waiting(counted: Mapping[Any, tuple[int, datetime]], state: Any, now: datetime) -> Waiting:
    count, oldest = counted.get(state, (0, now))
    return Waiting(count, max(0.0, (now - oldest).total_seconds()))
