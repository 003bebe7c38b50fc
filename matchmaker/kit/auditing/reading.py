"""Tells by the log whether anything has changed."""

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, func, not_, select

from matchmaker.kit.auditing.models import AuditEntry

# Transactions that write take less time than it takes the others to write so many entries.
NEAR = 1000


def state_of_log(session: Session, besides: ColumnElement[bool] | None = None) -> tuple[int, int, int]:
    """Two readings are the same only where no audited row was changed in between, but for entries ``besides``.

    Looked at are the last thousand numbers and some: where that begins, the last entry, and how many there are. Where
    several write at once, one that took its number earlier may be seen later, and then fills a gap.
    """
    newest = session.exec(select(func.max(AuditEntry.id))).one() or 0
    # A beginning that stays for a while, so that what is left out makes no other state.
    begin = max(newest // NEAR - 1, 0) * NEAR
    found = select(func.max(AuditEntry.id), func.count()).where(col(AuditEntry.id) > begin)
    last, near = session.exec(found if besides is None else found.where(not_(besides))).one()
    return begin, last or 0, near
