"""What somebody's second factor stands at."""

from sqlmodel import Session

from matchmaker.accounts.account_models import Account, SecondFactorState
from matchmaker.accounts.second_factor.models import SecondFactor
from matchmaker.settings import SecondFactorFor, Settings


def is_on(session: Session, account_id: int) -> bool:
    """Whether signing in asks for a code."""
    factor = session.get(SecondFactor, account_id)
    return factor is not None and factor.confirmed_at is not None


def second_factor_of(session: Session, account: Account, settings: Settings) -> SecondFactorState:
    """The state of somebody who is signed in; who needs one, the settings say."""
    if is_on(session, account.id or 0):
        return SecondFactorState.ON
    return SecondFactorState.REQUIRED if is_needed(account, settings.second_factor) else SecondFactorState.OFF


def is_needed(account: Account, by: SecondFactorFor) -> bool:
    """Whether somebody needs one; who has no password here has shown who they are to their organisation."""
    if account.administrator or by is SecondFactorFor.ADMINISTRATORS:
        return account.administrator
    return account.organiser or (by is SecondFactorFor.EVERYBODY and account.password_hash is not None)
