"""What follows once somebody has shown who they are: a sign-in with its cookies, or the second step before it."""

from fastapi import Request, Response
from sqlmodel import Session

from matchmaker.accounts import account_service, cookies, sign_ins
from matchmaker.accounts.account_models import Me, SecondFactorState
from matchmaker.accounts.acting import PUBLIC, Actor, SignedIn, actor_of
from matchmaker.accounts.second_factor import service as second_factor
from matchmaker.accounts.second_factor.states import is_on


def welcome(
    request: Request, response: Response, session: Session, account_id: int, preferred: int | None = None
) -> Me:
    """Sign somebody in whose password was right, or whom a provider vouches for, to act for an organisation.

    With a second factor, only as far as to send its code.
    """
    if not is_on(session, account_id):
        cookies.remember_device(request, response, account_id)
        return sign_in(request, response, session, account_id, preferred)
    token = second_factor.begin_second_step(session, account_id, preferred)
    cookies.set_second_step(request, response, token, int(second_factor.SECOND_STEP_GOOD_FOR.total_seconds()))
    return _asked(show_me(request, session, PUBLIC, None))


def sign_in(
    request: Request, response: Response, session: Session, account_id: int, preferred: int | None = None
) -> Me:
    """Sign an account in on this device, where whoever was signed in before no longer is."""
    if former := cookies.read_token(request):
        sign_ins.end(session, former)
    token = sign_ins.begin(session, account_id, cookies.visitor(request).device, preferred)
    cookies.set_token(request, response, token)
    found = sign_ins.find(session, request.app.state.settings, token)
    assert found is not None
    return show_signed_in(request, session, SignedIn(*found))


def show_signed_in(request: Request, session: Session, signed_in: SignedIn) -> Me:
    """What somebody who is signed in sees of themselves."""
    return show_me(request, session, actor_of(session, request.app.state.settings, signed_in), signed_in)


def show_me(request: Request, session: Session, actor: Actor, signed_in: SignedIn | None) -> Me:
    """What anybody sees of themselves; a browser that still has to send a code is told so, also after a reload."""
    me = account_service.show_me(session, request.app.state.settings, actor, signed_in)
    waits = second_factor.awaits_code(session, cookies.read_token(request, cookies.SECOND_STEP))
    return _asked(me) if signed_in is None and waits else me


def _asked(nobody: Me) -> Me:
    return nobody.model_copy(update={"second_factor": SecondFactorState.ASKED})
