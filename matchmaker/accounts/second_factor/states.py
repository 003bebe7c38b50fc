"""What somebody's second factor stands at."""

from sqlmodel import Session

from matchmaker.accounts.account_models import Account, SecondFactorState
from matchmaker.accounts.second_factor.models import SecondFactor


def is_on(session: Session, account_id: int) -> bool:
    """Whether signing in asks for a code."""
    factor = session.get(SecondFactor, account_id)
    return factor is not None and factor.confirmed_at is not None


def second_factor_of(session: Session, account: Account) -> SecondFactorState:
    """The state of somebody who is signed in; administrators need one."""
    if is_on(session, account.id or 0):
        return SecondFactorState.ON
    return SecondFactorState.REQUIRED if account.administrator else SecondFactorState.OFF
