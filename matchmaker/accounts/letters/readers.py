"""Whom letters about an organisation go to, and in which language."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlmodel import Session, col, select

from matchmaker.accounts.account_models import Account, Membership
from matchmaker.kit.mail.models import Language

# As many addresses go into a query.
_CHUNK = 500


@dataclass(frozen=True)
class Reader:
    """An address, and the language of whoever reads there."""

    email: str
    language: Language


def members_of(session: Session, organisation_ids: Collection[int]) -> dict[int, list[Reader]]:
    """Everybody with an account who belongs to these organisations, by organisation."""
    found: dict[int, list[Reader]] = {organisation_id: [] for organisation_id in organisation_ids}
    rows = (
        select(Membership.organisation_id, Account)
        .join(Account, col(Account.id) == Membership.account_id)
        .where(col(Account.disabled_at).is_(None))
        .order_by(col(Account.id))
    )
    for organisation_id, account in session.exec(rows):
        if organisation_id in found:
            found[organisation_id].append(Reader(account.email, account.language))
    return found


def languages_of(session: Session, emails: Collection[str]) -> dict[str, Language]:
    """The languages of those addresses that have an account."""
    wanted = sorted(set(emails))
    found: dict[str, Language] = {}
    for start in range(0, len(wanted), _CHUNK):
        known = select(Account).where(col(Account.email).in_(wanted[start : start + _CHUNK]))
        found |= {account.email: account.language for account in session.exec(known)}
    return found
