"""The job that lets go of what is over, once a day."""

from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from matchmaker.kit import clock
from matchmaker.kit.database import Database
from matchmaker.kit.jobs.context import JobContext
from matchmaker.kit.jobs.models import Job
from matchmaker.kit.jobs.service import enqueue, handler
from matchmaker.outcomes.retention.register import TERMS
from matchmaker.outcomes.retention.rules import RULES, forget_what_went

RETENTION = "privacy.retention"
EVERY = timedelta(days=1)


@handler(RETENTION)
def let_go(context: JobContext) -> dict[str, int]:
    """Let go of what is over now; how many rows of each term."""
    return let_go_at(context.database, context.job_id, clock.now())


def let_go_at(database: Database, job_id: int, now: datetime) -> dict[str, int]:
    """Let go of what is over at a moment, term by term, each in a transaction of its own."""
    found = {}
    for term, rule in RULES.items():
        with database.session() as session:
            found[term.value] = rule(session, now - TERMS[term])
            forget_what_went(session, job_id)
    return found


def ask_daily(session: Session) -> Job | None:
    """Ask for the job where none was asked for within a day."""
    latest = select(Job.id).where(Job.kind == RETENTION, col(Job.created_at) > clock.now() - EVERY)
    return None if session.exec(latest).first() else enqueue(session, RETENTION, "service")
