"""The parts that accounts hold themselves: the account, memberships, devices, tokens, and what is recorded of it."""

from collections.abc import Iterable
from typing import Any

from pydantic_core import to_jsonable_python
from sqlmodel import Session, and_, col, delete, or_, select

from matchmaker.accounts.account_models import Account, Membership, SignIn
from matchmaker.accounts.oidc.models import Identity
from matchmaker.accounts.privacy.parts import ERASED, Forgotten, Rows, part
from matchmaker.accounts.records.view_models import DetailView
from matchmaker.accounts.tokens.models import ApiToken
from matchmaker.accounts.tokens.service import end_tokens
from matchmaker.kit import clock
from matchmaker.kit.auditing import AuditEntry

SECRETS = {"password_hash", "token_hash", "former_hash", "subject_hash"}


def plain(rows: Iterable[Any]) -> Rows:
    """Rows as plain values without secrets."""
    return [to_jsonable_python(row.model_dump(exclude=SECRETS)) for row in rows]


def _account(session: Session, account: Account) -> Rows:
    return plain([account])


def _close(session: Session, account: Account) -> Forgotten:
    """The row stays, so that what counted goes on counting; nobody can sign in with it."""
    account.email, account.name = f"erased-{account.id}@erased.invalid", ERASED
    account.password_hash, account.disabled_at = None, clock.now()
    account.organiser = account.administrator = False
    session.add(account)
    session.flush()
    return [("account", str(account.id))]


def _memberships(session: Session, account: Account) -> Rows:
    return plain(session.exec(select(Membership).where(Membership.account_id == account.id)))


def _leave(session: Session, account: Account) -> Forgotten:
    session.exec(delete(Membership).where(col(Membership.account_id) == account.id))
    return ()


def _devices(session: Session, account: Account) -> Rows:
    return plain(session.exec(select(SignIn).where(SignIn.account_id == account.id)))


def _sign_out(session: Session, account: Account) -> Forgotten:
    session.exec(delete(SignIn).where(col(SignIn.account_id) == account.id))
    told = select(AuditEntry.part_id).where(AuditEntry.part == "sign_in", *_about(account))
    return [("sign_in", row) for row in session.exec(told)]


def _tokens(session: Session, account: Account) -> Rows:
    return plain(session.exec(select(ApiToken).where(ApiToken.account_id == account.id)))


def _end_tokens(session: Session, account: Account) -> Forgotten:
    end_tokens(session, account.id or 0)
    told = select(AuditEntry.part_id).where(AuditEntry.part == "api_token", *_about(account))
    return [("api_token", row) for row in session.exec(told)]


def _identities(session: Session, account: Account) -> Rows:
    return plain(session.exec(select(Identity).where(Identity.account_id == account.id)))


def _unbind(session: Session, account: Account) -> Forgotten:
    session.exec(delete(Identity).where(col(Identity.account_id) == account.id))
    return ()


def _views(session: Session, account: Account) -> Rows:
    mine = select(DetailView).where(DetailView.account_id == account.id)
    return plain(session.exec(mine.order_by(col(DetailView.at))))


def _recorded(session: Session, account: Account) -> Rows:
    mine = or_(AuditEntry.account_id == account.id, and_(*_about(account)))
    return plain(session.exec(select(AuditEntry).where(mine).order_by(col(AuditEntry.id))))


def _about(account: Account) -> tuple[bool, bool]:
    return AuditEntry.entity == "account", AuditEntry.entity_id == str(account.id)


part("account", _account, _close)
part("memberships", _memberships, _leave)
part("devices", _devices, _sign_out)
part("tokens", _tokens, _end_tokens)
part("identities", _identities, _unbind)
part("views", _views)
part("audit_log", _recorded)
