"""What agendas hold of a person: the secret addresses of their calendars, which end with them."""

from sqlmodel import Session, col, delete, select

from matchmaker.accounts.account_models import Account
from matchmaker.accounts.privacy.parts import Forgotten, Rows, part
from matchmaker.agenda.models import CalendarFeed
from matchmaker.events.personal import people_of


def _export(session: Session, account: Account) -> Rows:
    found = session.exec(select(CalendarFeed).where(col(CalendarFeed.person_id).in_(_ids(session, account))))
    return [{"person_id": feed.person_id, "created_at": feed.created_at.isoformat()} for feed in found]


def _erase(session: Session, account: Account) -> Forgotten:
    session.exec(delete(CalendarFeed).where(col(CalendarFeed.person_id).in_(_ids(session, account))))
    return ()


def _ids(session: Session, account: Account) -> list[int]:
    return [person.id or 0 for person in people_of(session, account)]


part("calendars", _export, _erase)
