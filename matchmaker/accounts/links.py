"""Links that work once: of each only a fingerprint is stored, and what it does."""

from datetime import timedelta
from typing import Any

from sqlmodel import Session, col, delete, select
from sqlmodel.sql.expression import SelectOfScalar

from matchmaker.accounts.account_models import AccountLink, LinkPurpose
from matchmaker.kit import clock
from matchmaker.kit.errors import NotFoundError
from matchmaker.kit.secrets import fingerprint, new_token


def make_link(
    session: Session,
    purpose: LinkPurpose,
    good_for: timedelta,
    account_id: int | None = None,
    details: dict[str, Any] | None = None,
) -> str:
    """The token of a new link."""
    token = new_token()
    link = AccountLink(
        purpose=purpose,
        token_hash=fingerprint(token),
        account_id=account_id,
        details=details or {},
        expires_at=clock.now() + good_for,
    )
    session.add(link)
    session.flush()
    return token


def find_link(session: Session, purpose: LinkPurpose, token: str) -> AccountLink:
    """A link, locked. Raises NotFoundError ``link_not_valid`` for one that is unknown, used or expired."""
    link = session.exec(_valid(purpose, token).with_for_update()).first()
    if link is None:
        raise NotFoundError("link_not_valid")
    return link


def is_valid(session: Session, purpose: LinkPurpose, token: str) -> bool:
    """Whether a link still works; nothing is locked."""
    return session.exec(_valid(purpose, token)).first() is not None


def _valid(purpose: LinkPurpose, token: str) -> SelectOfScalar[AccountLink]:
    mine = (AccountLink.purpose == purpose, AccountLink.token_hash == fingerprint(token))
    return select(AccountLink).where(*mine, col(AccountLink.expires_at) >= clock.now())


def take_link(session: Session, purpose: LinkPurpose, token: str) -> AccountLink:
    """Use up a link. Raises NotFoundError as ``find_link`` does."""
    link = find_link(session, purpose, token)
    session.delete(link)
    session.flush()
    return link


def end_links(session: Session, account_id: int, *purposes: LinkPurpose) -> None:
    """End all links of an account for these purposes."""
    ended = delete(AccountLink).where(col(AccountLink.account_id) == account_id, col(AccountLink.purpose).in_(purposes))
    session.exec(ended)


def forget_expired(session: Session) -> None:
    """Remove links that work no more, with what they say of people who never came."""
    session.exec(delete(AccountLink).where(col(AccountLink.expires_at) < clock.now()))
