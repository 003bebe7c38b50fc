"""One's own second factor over HTTP."""

from typing import Any

from fastapi import APIRouter, Request, Response

from matchmaker.accounts import cookies
from matchmaker.accounts.acting import SignInDep
from matchmaker.accounts.second_factor import service
from matchmaker.accounts.second_factor.models import (
    CodeSent,
    Enrolment,
    PasswordSent,
    ProofSent,
    RecoveryCodes,
    SecondFactorPublic,
)
from matchmaker.kit.database import SessionDep
from matchmaker.kit.errors import MatchmakerError
from matchmaker.kit.problems import refusal, responses

router = APIRouter(prefix="/me/second-factor", tags=["accounts"], responses=responses(400, 401, 403, 409, 422, 429))


@router.get("")
def get_second_factor(session: SessionDep, signed_in: SignInDep) -> SecondFactorPublic:
    """Since when one's second factor is on; null while it is not."""
    return service.show(session, signed_in.account_id)


@router.post("", response_model=Enrolment)
def start_second_factor(request: Request, session: SessionDep, signed_in: SignInDep, sent: PasswordSent) -> Any:
    """Get a secret for one's app, as text and as a picture; asked again, another one."""
    outcome = service.start(session, request.app.state.secret, signed_in.account, sent.password)
    return refusal(outcome) if isinstance(outcome, MatchmakerError) else outcome


@router.post("/confirm")
def confirm_second_factor(request: Request, session: SessionDep, signed_in: SignInDep, sent: CodeSent) -> RecoveryCodes:
    """Turn it on with a code of the app; the answer shows the recovery codes, once. Ends one's other sign-ins."""
    secret, kept = request.app.state.secret, signed_in.row.id or 0
    return RecoveryCodes(codes=service.confirm(session, secret, signed_in.account, sent.code, kept))


@router.post("/recovery-codes", response_model=RecoveryCodes)
def renew_recovery_codes(request: Request, session: SessionDep, signed_in: SignInDep, sent: ProofSent) -> Any:
    """Other recovery codes, shown once; the former ones end."""
    secret, visitor = request.app.state.secret, cookies.visitor(request)
    outcome = service.renew_recovery_codes(session, secret, signed_in.account, sent, visitor)
    return refusal(outcome) if isinstance(outcome, MatchmakerError) else RecoveryCodes(codes=outcome)


@router.post("/remove", status_code=204, response_model=None)
def remove_second_factor(
    request: Request, session: SessionDep, signed_in: SignInDep, sent: ProofSent
) -> Response | None:
    """Turn it off with one's password and a code; administrators must set up another before anything else."""
    secret, visitor = request.app.state.secret, cookies.visitor(request)
    outcome = service.remove(session, secret, signed_in.account, sent, visitor)
    return refusal(outcome) if outcome else None
