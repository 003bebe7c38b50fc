"""The catalogue's log of what became visible, changed or vanished, numbered in the order in which others see it.

Whoever replays the log asks for what has a higher number than the last it knows. So no number may become visible after
a higher one: numbers are given when everything else of a transaction is written, by one transaction at a time until it
has committed. Only that last step is taken in turn, and nothing else is locked after it, so nobody waits in a circle.
"""

from sqlalchemy import event, insert
from sqlalchemy.orm import SessionTransaction
from sqlmodel import Session

from matchmaker.catalogue.models import CatalogueChange
from matchmaker.kit.locks import wait_for

_CHANGED = "changed_postings"


def log_posting(session: Session, posting_id: int) -> None:
    """Log a change of what everybody sees, with the commit of this transaction."""
    session.info.setdefault(_CHANGED, {})[posting_id] = None


def _write(session: Session) -> None:
    if session.in_nested_transaction() or not (changed := session.info.pop(_CHANGED, None)):
        return
    session.flush()
    wait_for(session, "change log")
    session.execute(insert(CatalogueChange), [{"posting_id": posting_id} for posting_id in changed])


def _forget(session: Session, ended: SessionTransaction) -> None:
    if not ended.nested:
        session.info.pop(_CHANGED, None)


event.listen(Session, "before_commit", _write)
event.listen(Session, "after_soft_rollback", _forget)
