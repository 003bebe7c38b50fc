"""Tells by the log whether anything has changed."""

from sqlmodel import Session, col, func, select

from matchmaker.kit.auditing.models import AuditEntry

# Transactions that write take less time than it takes the others to write so many entries.
NEAR = 1000


def state_of_log(session: Session) -> tuple[int, int]:
    """Two readings are the same only where no audited row was changed in between.

    The number of the last entry, and how many of the last numbers are taken: where several write at once, one that
    took its number earlier may be seen later, and then fills a gap.
    """
    last = session.exec(select(func.max(AuditEntry.id))).one() or 0
    near = select(func.count()).select_from(AuditEntry).where(col(AuditEntry.id) > last - NEAR)
    return last, session.exec(near).one()
