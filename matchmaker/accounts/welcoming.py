"""What follows once somebody has shown who they are: a sign-in with its cookies, or the second step before it."""

from fastapi import Request, Response
from sqlmodel import Session

from matchmaker.accounts import account_service, cookies, sign_ins
from matchmaker.accounts.account_models import Me, SecondFactorState
from matchmaker.accounts.acting import PUBLIC, SignedIn, actor_of
from matchmaker.accounts.second_factor import service as second_factor
from matchmaker.accounts.second_factor.states import is_on


def welcome(request: Request, response: Response, session: Session, account_id: int) -> Me:
    """Sign somebody in whose password was right; with a second factor, only as far as to send its code."""
    if not is_on(session, account_id):
        cookies.remember_device(request, response, account_id)
        return sign_in(request, response, session, account_id)
    token = second_factor.begin_second_step(session, account_id)
    cookies.set_second_step(request, response, token, int(second_factor.SECOND_STEP_GOOD_FOR.total_seconds()))
    shown = request.app.state.settings.demonstration
    nobody = account_service.show_me(session, PUBLIC, None, demonstration=shown)
    return nobody.model_copy(update={"second_factor": SecondFactorState.ASKED})


def sign_in(request: Request, response: Response, session: Session, account_id: int) -> Me:
    """Sign an account in on this device."""
    token = sign_ins.begin(session, account_id, cookies.visitor(request).device)
    cookies.set_token(request, response, token)
    found = sign_ins.find(session, request.app.state.settings, token)
    assert found is not None
    return show_me(request, session, SignedIn(*found))


def show_me(request: Request, session: Session, signed_in: SignedIn) -> Me:
    """What somebody who is signed in sees of themselves."""
    shown = request.app.state.settings.demonstration
    return account_service.show_me(session, actor_of(session, signed_in), signed_in, demonstration=shown)
