"""The SELECTs of cases."""

from sqlmodel import Session, col, select

from matchmaker.accounts.models import Organisation
from matchmaker.outcomes.following.models import Case, CaseMeeting, CaseTask


def lock_pair(session: Session, *organisation_ids: int) -> None:
    """Whoever changes cases of the same organisations waits; rows that refer to these may still be written."""
    query = (
        select(Organisation.id)
        .where(col(Organisation.id).in_(organisation_ids))
        .order_by(col(Organisation.id))
        .with_for_update(key_share=True)
    )
    session.exec(query).all()


def case_of_pair(session: Session, pair: str) -> Case | None:
    return session.exec(select(Case).where(Case.pair == pair)).first()


def case_of_meeting(session: Session, event_id: int, key: str) -> Case | None:
    query = (
        select(Case)
        .join(CaseMeeting, col(CaseMeeting.case_id) == col(Case.id))
        .where(CaseMeeting.event_id == event_id, CaseMeeting.key == key)
    )
    return session.exec(query).first()


def meetings_of(session: Session, case_id: int) -> list[CaseMeeting]:
    """The meetings of a case, the first one first."""
    query = select(CaseMeeting).where(CaseMeeting.case_id == case_id)
    return list(session.exec(query.order_by(col(CaseMeeting.at), col(CaseMeeting.event_id), col(CaseMeeting.key))))


def tasks_from(session: Session, feedback_id: int) -> list[CaseTask]:
    """The tasks that came of a word after a meeting."""
    query = select(CaseTask).where(CaseTask.feedback_id == feedback_id)
    return list(session.exec(query.order_by(col(CaseTask.id))))
