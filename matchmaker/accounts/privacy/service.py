"""Giving people what the service knows of them, and erasing them from it."""

from datetime import timedelta
from typing import Any

from pydantic import BaseModel
from sqlmodel import Session, col, select

from matchmaker.accounts.account_models import Account, MemberRole, Membership
from matchmaker.accounts.acting import Actor, SignedIn
from matchmaker.accounts.passwords import is_password
from matchmaker.accounts.privacy import joining_parts, own_parts
from matchmaker.accounts.privacy.forgetting import addresses_of, forget_in_log
from matchmaker.accounts.privacy.parts import PARTS
from matchmaker.kit import clock
from matchmaker.kit.errors import ConflictError, ForbiddenError, InvalidError, NotFoundError

# Who has no password here must have come through the door of their organisation just now.
FRESH = timedelta(minutes=10)

__all__ = ["OwnData", "erase_account", "erase_oneself", "export_own_data", "joining_parts", "own_parts"]


class OwnData(BaseModel):
    """All that the service knows of a person, by part."""

    made_at: str
    parts: dict[str, list[dict[str, Any]]]


def export_own_data(session: Session, account: Account) -> OwnData:
    """What there is of an account, without secrets."""
    parts = {name: part.export(session, account) for name, part in PARTS.items()}
    return OwnData(made_at=clock.now().isoformat(), parts=parts)


def erase_oneself(session: Session, signed_in: SignedIn, password: str) -> None:
    """Erase one's own account. Raises InvalidError ``password_wrong`` or ``sign_in_again``, and as ``erase_account``.

    The only owner of an organisation hands over first: ConflictError ``sole_owner``.
    """
    account = signed_in.account
    if account.password_hash is not None:
        if not is_password(password, account.password_hash):
            raise InvalidError("password_wrong")
    elif clock.now() - signed_in.row.created_at > FRESH:
        raise InvalidError("sign_in_again")
    if alone := _owned_alone(session, account.id or 0):
        raise ConflictError("sole_owner", organisation_ids=alone)
    _erase(session, account)


def erase_account(session: Session, account_id: int, actor: Actor) -> None:
    """Erase somebody who asked for it (organisers), also the only owner of an organisation, which stays.

    Raises NotFoundError, ForbiddenError for accounts of administrators unless one is one.
    """
    actor.require_organiser()
    account = session.get(Account, account_id)
    if account is None:
        raise NotFoundError("account_not_found", id=account_id)
    if account.administrator and not actor.administrator:
        raise ForbiddenError("administrator_only")
    _erase(session, account)


def _erase(session: Session, account: Account) -> None:
    if account.demonstration:
        raise ForbiddenError("demonstration_account")
    if account.administrator and _administrators(session) < 2:
        raise ConflictError("last_administrator")
    addresses = addresses_of(session, account)
    forgotten: set[tuple[str, str]] = set()
    for part in reversed(PARTS.values()):
        forgotten |= set(part.erase(session, account))
    forget_in_log(session, addresses, forgotten)


def _owned_alone(session: Session, account_id: int) -> list[int]:
    """The organisations that would be left without an owner; their owners stay locked, so that no two leave at once."""
    mine = select(Membership.organisation_id).where(
        Membership.account_id == account_id, Membership.role == MemberRole.OWNER
    )
    owners = select(Membership).where(col(Membership.organisation_id).in_(mine), Membership.role == MemberRole.OWNER)
    locked = session.exec(owners.order_by(col(Membership.account_id)).with_for_update()).all()
    closed = set(session.exec(select(Account.id).where(col(Account.disabled_at).is_not(None))))
    others = {row.organisation_id for row in locked if row.account_id != account_id and row.account_id not in closed}
    return sorted({row.organisation_id for row in locked} - others)


def _administrators(session: Session) -> int:
    working = col(Account.disabled_at).is_(None)
    rows = session.exec(select(Account.id).where(col(Account.administrator).is_(True), working).with_for_update())
    return len(rows.all())
