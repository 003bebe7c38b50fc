"""Making, listing, finding and ending tokens of programs."""

from datetime import timedelta

from sqlmodel import Session, col, delete, func, select

from matchmaker.accounts.account_models import Account, Membership
from matchmaker.accounts.permissions import Scope
from matchmaker.accounts.sign_ins import is_closed
from matchmaker.accounts.tokens.models import ApiToken, TokenSent
from matchmaker.kit import clock
from matchmaker.kit.errors import ConflictError, ForbiddenError, InvalidError, NotFoundError
from matchmaker.kit.secrets import fingerprint, new_token
from matchmaker.settings import Settings

MOST = 20
# Tells those who find one what it is.
PREFIX = "mm_"


def create_token(
    session: Session, account: Account, organisation_id: int | None, sent: TokenSent
) -> tuple[ApiToken, str]:
    """A new token's row, and the token itself, which nobody can read later.

    Raises ForbiddenError for an organisation of others, InvalidError ``scope_not_yours``, ConflictError
    ``too_many_tokens``.
    """
    whose = sent.organisation_id or organisation_id
    if whose is not None and session.get(Membership, (account.id, whose)) is None:
        raise ForbiddenError("not_your_organisation", organisation_id=whose)
    if Scope.ORGANISE in sent.scopes and not (account.organiser or account.administrator):
        raise InvalidError("scope_not_yours", field="scopes", scope=Scope.ORGANISE)
    # Locked, so that two requests at once do not make one too many.
    session.get(Account, account.id, with_for_update=True)
    if session.exec(select(func.count()).where(ApiToken.account_id == account.id)).one() >= MOST:
        raise ConflictError("too_many_tokens", most=MOST)
    token = PREFIX + new_token()
    row = ApiToken(
        account_id=account.id or 0,
        organisation_id=whose,
        name=sent.name,
        token_hash=fingerprint(token),
        scopes=sorted(sent.scopes),
        expires_at=clock.now() + timedelta(days=sent.days),
    )
    session.add(row)
    session.flush()
    return row, token


def list_tokens(session: Session, account_id: int) -> list[ApiToken]:
    """The tokens of an account, the latest first; those that expired too."""
    mine = select(ApiToken).where(ApiToken.account_id == account_id)
    return list(session.exec(mine.order_by(col(ApiToken.id).desc())).all())


def revoke_token(session: Session, account_id: int, token_id: int) -> None:
    """End one of the account's own tokens. Raises NotFoundError for anybody else's."""
    row = session.get(ApiToken, token_id)
    if row is None or row.account_id != account_id:
        raise NotFoundError("token_not_found", id=token_id)
    session.delete(row)


def end_tokens(session: Session, account_id: int) -> None:
    """End all tokens of an account."""
    session.exec(delete(ApiToken).where(col(ApiToken.account_id) == account_id))


def find_token(session: Session, settings: Settings, token: str) -> tuple[ApiToken, Account] | None:
    """The row and the account that a token stands for; None where it is unknown or expired, or the account closed."""
    statement = select(ApiToken, Account).join(Account, col(Account.id) == ApiToken.account_id)
    found = session.exec(statement.where(ApiToken.token_hash == fingerprint(token))).first()
    if found is None or found[0].expires_at <= clock.now() or is_closed(found[1], settings):
        return None
    return found
