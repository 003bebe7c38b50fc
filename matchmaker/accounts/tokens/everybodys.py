"""Everybody's tokens, for administrators."""

from sqlmodel import Session, col, func, or_, select

from matchmaker.accounts.account_models import Account
from matchmaker.accounts.acting import Actor
from matchmaker.accounts.letters.writing import Letter, write_to
from matchmaker.accounts.tokens.models import ApiToken, TokenOfSomebody
from matchmaker.kit.errors import NotFoundError


def list_tokens(
    session: Session, actor: Actor, sought: str, offset: int, limit: int
) -> tuple[list[TokenOfSomebody], int]:
    """A page of tokens, the latest first: those whose name, person or address holds ``sought`` (administrators)."""
    actor.require_administrator()
    named = (func.lower(column) for column in (ApiToken.name, Account.name, Account.email))
    wanted = or_(*(name.contains(sought.lower(), autoescape=True) for name in named))
    owned = select(ApiToken, Account).join(Account, col(Account.id) == ApiToken.account_id).where(wanted)
    total = session.exec(select(func.count()).select_from(owned.subquery())).one()
    rows = session.exec(owned.order_by(col(ApiToken.id).desc()).offset(offset).limit(limit))
    return [_show(token, account) for token, account in rows], total


def revoke_token(session: Session, token_id: int, actor: Actor) -> None:
    """End anybody's token; whose it was is told, unless they did it themselves. Raises NotFoundError."""
    actor.require_administrator()
    row = session.get(ApiToken, token_id)
    if row is None:
        raise NotFoundError("token_not_found", id=token_id)
    account = session.get_one(Account, row.account_id)
    session.delete(row)
    if account.id != actor.account_id and account.disabled_at is None:
        write_to(session, account, Letter.TOKEN_REVOKED, "/account", name=row.name)


def _show(token: ApiToken, account: Account) -> TokenOfSomebody:
    return TokenOfSomebody.model_validate(token.model_dump() | {"person": account.name, "email": account.email})
