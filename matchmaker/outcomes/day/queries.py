"""The SELECTs of the day."""

from collections.abc import Collection
from datetime import datetime

from sqlmodel import Session, col, func, select

from matchmaker.events.models import EventStep
from matchmaker.events.phases import Phase
from matchmaker.outcomes.day.models import CheckIn, DayDisplay, MeetingWord


def find_check_in(session: Session, event_id: int, sent_key: str) -> CheckIn | None:
    return session.exec(select(CheckIn).where(CheckIn.event_id == event_id, CheckIn.sent_key == sent_key)).first()


def check_ins_of(session: Session, event_id: int, person_id: int | None = None) -> list[CheckIn]:
    """All that was said of who is there, or of one person."""
    query = select(CheckIn).where(CheckIn.event_id == event_id)
    if person_id is not None:
        query = query.where(CheckIn.person_id == person_id)
    return list(session.exec(query.order_by(col(CheckIn.id))))


def find_word(session: Session, event_id: int, sent_key: str) -> MeetingWord | None:
    mine = (MeetingWord.event_id == event_id, MeetingWord.sent_key == sent_key)
    return session.exec(select(MeetingWord).where(*mine)).first()


def words_of(session: Session, event_id: int, key: str | None = None) -> list[MeetingWord]:
    """All that was said of an event's meetings, or of one."""
    query = select(MeetingWord).where(MeetingWord.event_id == event_id)
    if key is not None:
        query = query.where(MeetingWord.key == key)
    return list(session.exec(query.order_by(col(MeetingWord.id))))


def closed_at(session: Session, event_id: int) -> datetime | None:
    """When the event was closed."""
    closing = (EventStep.event_id == event_id, EventStep.to_phase == Phase.CLOSED)
    return session.exec(select(func.max(EventStep.at)).where(*closing)).one()


def find_display(session: Session, event_id: int, token: str) -> DayDisplay | None:
    mine = (DayDisplay.event_id == event_id, DayDisplay.token == token)
    return session.exec(select(DayDisplay).where(*mine)).first()


def check_ins_of_people(session: Session, people: Collection[int]) -> list[CheckIn]:
    """All that was said of these people, the oldest first."""
    query = select(CheckIn).where(col(CheckIn.person_id).in_(people))
    return list(session.exec(query.order_by(col(CheckIn.id))))
