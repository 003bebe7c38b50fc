"""The SELECTs behind partners and their records."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, func, select

from matchmaker.catalogue.models import Posting, State
from matchmaker.outcomes.feeds.partners.models import PartnerRecord, PartnerSource, RecordState


def all_sources(session: Session) -> list[PartnerSource]:
    return list(session.exec(select(PartnerSource).order_by(col(PartnerSource.id))))


def numbers_of(session: Session) -> dict[tuple[int, RecordState], int]:
    """How many records of a source are in which state."""
    columns = (PartnerRecord.source_id, PartnerRecord.state, func.count(col(PartnerRecord.id)))
    rows = session.exec(select(*columns).group_by(col(PartnerRecord.source_id), col(PartnerRecord.state)))
    return {(source_id, RecordState(state)): number for source_id, state, number in rows}


def alike_of(session: Session) -> dict[int, int]:
    """How many taken records of a source may be copies."""
    query = (
        select(PartnerRecord.source_id, func.count(col(PartnerRecord.id)))
        .where(PartnerRecord.state == RecordState.TAKEN, col(PartnerRecord.alike_id).is_not(None))
        .group_by(col(PartnerRecord.source_id))
    )
    return dict(session.exec(query).all())


def due_sources(session: Session, now: datetime) -> list[PartnerSource]:
    """Those that are harvested by themselves, and whose days are over."""
    rows = session.exec(select(PartnerSource).where(col(PartnerSource.every_days) > 0).order_by(col(PartnerSource.id)))
    return [row for row in rows if row.started_at is None or row.started_at <= now - timedelta(days=row.every_days)]


def list_records(
    session: Session, source_id: int, state: RecordState | None, *, alike: bool, offset: int, limit: int
) -> tuple[list[tuple[PartnerRecord, State | None]], int]:
    """A page of records with their postings' states, the latest change first."""
    wanted: list[ColumnElement[bool]] = [col(PartnerRecord.source_id) == source_id]
    if state:
        wanted.append(col(PartnerRecord.state) == state)
    if alike:
        wanted.append(col(PartnerRecord.alike_id).is_not(None))
    total = session.exec(select(func.count(col(PartnerRecord.id))).where(*wanted)).one()
    query = (
        select(PartnerRecord, Posting.state)
        .join(Posting, col(Posting.id) == col(PartnerRecord.posting_id), isouter=True)
        .where(*wanted)
        .order_by(col(PartnerRecord.changed_at).desc(), col(PartnerRecord.id).desc())
    )
    rows = session.exec(query.offset(offset).limit(limit)).all()
    return [(row, State(state) if state else None) for row, state in rows], total


def not_compared(session: Session, source_id: int, limit: int) -> list[tuple[PartnerRecord, Posting]]:
    """The next records for which no copies were looked for since they changed."""
    query = (
        select(PartnerRecord, Posting)
        .join(Posting, col(Posting.id) == col(PartnerRecord.posting_id))
        .where(PartnerRecord.source_id == source_id, col(PartnerRecord.compared).is_(False))
        .where(PartnerRecord.state == RecordState.TAKEN)
        .order_by(col(PartnerRecord.id))
        .limit(limit)
    )
    return [(row, posting) for row, posting in session.exec(query)]
