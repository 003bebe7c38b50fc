"""What the day holds of a person: when they were there. What is kept names nobody."""

from sqlmodel import Session

from matchmaker.accounts.account_models import Account
from matchmaker.accounts.privacy.own_parts import plain
from matchmaker.accounts.privacy.parts import Rows, part
from matchmaker.events.personal import people_of
from matchmaker.outcomes.day import queries


def _export(session: Session, account: Account) -> Rows:
    people = [person.id or 0 for person in people_of(session, account)]
    return plain(queries.check_ins_of_people(session, people))


part("check_ins", _export)
