"""The SELECTs of meetings that are spoken of."""

from datetime import datetime

from sqlmodel import Session, col, func, select

from matchmaker.agenda.models import AgendaVersion, Placement, VersionState
from matchmaker.catalogue.models import Kind
from matchmaker.events.models import Slot
from matchmaker.outcomes.following.models import Feedback


def find_meeting(session: Session, event_id: int, key: str) -> tuple[Placement, datetime] | None:
    """A meeting of the version published last, and when it starts."""
    published = (AgendaVersion.event_id == event_id, AgendaVersion.state == VersionState.PUBLISHED)
    last = select(func.max(AgendaVersion.number)).where(*published).scalar_subquery()
    query = (
        select(Placement, Slot.starts_at)
        .join(AgendaVersion, col(AgendaVersion.id) == col(Placement.version_id))
        .join(Slot, col(Slot.id) == col(Placement.slot_id))
        .where(*published, AgendaVersion.number == last, Placement.key == key)
    )
    return session.exec(query).first()


def words_of(session: Session, event_id: int, key: str) -> dict[Kind, Feedback]:
    """What each side said last of a meeting."""
    query = select(Feedback).where(Feedback.event_id == event_id, Feedback.key == key)
    return {row.side: row for row in session.exec(query)}
