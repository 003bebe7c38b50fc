"""What events hold of a person: delegates and others with their address."""

from sqlmodel import Session, col, func, or_, select

from matchmaker.accounts.account_models import Account
from matchmaker.accounts.privacy.forgetting import rows_with
from matchmaker.accounts.privacy.own_parts import plain
from matchmaker.accounts.privacy.parts import ERASED, Forgotten, Rows, part
from matchmaker.events.people_models import EventPerson


def people_of(session: Session, account: Account) -> list[EventPerson]:
    """The rows of somebody at events: with their address, or that had it until they were taken off."""
    former = [int(row) for row in rows_with(session, "event_person", account.email.lower())]
    taken_off = col(EventPerson.id).in_(former) & col(EventPerson.email).is_(None)
    address = func.lower(EventPerson.email) == account.email.lower()
    return list(session.exec(select(EventPerson).where(or_(address, taken_off)).order_by(col(EventPerson.id))).all())


def _export(session: Session, account: Account) -> Rows:
    return plain(people_of(session, account))


def _erase(session: Session, account: Account) -> Forgotten:
    """Rows stay: agendas and figures count them."""
    rows = people_of(session, account)
    gone = rows_with(session, "event_person", account.email.lower())
    for row in rows:
        row.name, row.email = ERASED, None
        session.add(row)
    session.flush()
    kept_by_others = set(session.exec(select(EventPerson.id).where(col(EventPerson.email).is_not(None))))
    forgotten = {str(row.id) for row in rows} | {row for row in gone if int(row) not in kept_by_others}
    return [("event_person", row) for row in forgotten]


part("event_people", _export, _erase)
