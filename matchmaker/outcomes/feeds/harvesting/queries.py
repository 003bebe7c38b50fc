"""The SELECTs behind records: our own technologies that are published, or were once.

What came from another catalogue is harvested there: it would come back from here as a copy.
"""

from datetime import datetime

from sqlalchemy import ColumnElement, and_
from sqlmodel import Session, col, func, or_, select

from matchmaker.catalogue.models import Kind, Posting, ReviewEvent, State
from matchmaker.catalogue.queries import in_sector
from matchmaker.outcomes.feeds.harvesting.protocol import Span

Behind = tuple[datetime, int]


def _is_record() -> list[ColumnElement[bool]]:
    shown_once = (
        select(ReviewEvent.id)
        .where(ReviewEvent.posting_id == col(Posting.id), ReviewEvent.to_state == State.PUBLISHED)
        .exists()
    )
    own = col(Posting.source).is_(None)
    return [col(Posting.kind) == Kind.TECHNOLOGY, own, or_(col(Posting.state) == State.PUBLISHED, shown_once)]


def _wanted(span: Span, sector: str | None) -> list[ColumnElement[bool]]:
    conditions = _is_record()
    if span.since:
        conditions.append(col(Posting.updated_at) >= span.since)
    if span.before:
        conditions.append(col(Posting.updated_at) < span.before)
    if sector:
        conditions.append(in_sector(sector))
    return conditions


def count_records(session: Session, span: Span, sector: str | None) -> int:
    """How many records changed in a span."""
    return session.exec(select(func.count(col(Posting.id))).where(*_wanted(span, sector))).one()


def list_records(session: Session, span: Span, sector: str | None, behind: Behind | None, limit: int) -> list[Posting]:
    """The next postings of records by their last change; what changes meanwhile comes again at the end."""
    conditions = _wanted(span, sector)
    if behind:
        stamp, number = behind
        later = and_(col(Posting.updated_at) == stamp, col(Posting.id) > number)
        conditions.append(or_(col(Posting.updated_at) > stamp, later))
    order = (col(Posting.updated_at), col(Posting.id))
    return list(session.exec(select(Posting).where(*conditions).order_by(*order).limit(limit)).all())


def find_record(session: Session, posting_id: int) -> Posting | None:
    """The posting of a record."""
    return session.exec(select(Posting).where(Posting.id == posting_id, *_is_record())).first()


def earliest_change(session: Session) -> datetime | None:
    """The first date of any record; a type of its own is given back by no database."""
    query = select(Posting.updated_at).where(*_is_record()).order_by(col(Posting.updated_at)).limit(1)
    return session.exec(query).first()
