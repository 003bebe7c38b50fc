"""What is known of a person here: which news they stopped. It goes with the person."""

from sqlmodel import Session, col, delete, select

from matchmaker.accounts.account_models import Account
from matchmaker.accounts.privacy.own_parts import plain
from matchmaker.accounts.privacy.parts import Forgotten, Rows, part
from matchmaker.outcomes.feeds.digests.models import DigestWeek, NewsStopped


def _stopped(session: Session, account: Account) -> Rows:
    return plain(session.exec(select(NewsStopped).where(NewsStopped.account_id == account.id)).all())


def _forget(session: Session, account: Account) -> Forgotten:
    for table in (NewsStopped, DigestWeek):
        session.exec(delete(table).where(col(table.account_id) == account.id))
    return ()


part("news_stopped", _stopped, _forget)
