"""Resetting a password and changing an address over HTTP."""

from fastapi import APIRouter, Request, Response

from matchmaker.accounts import cookies
from matchmaker.accounts.acting import SignInDep
from matchmaker.accounts.regaining import service
from matchmaker.accounts.regaining.models import EmailChangeAsked, EmailChangeSent, ResetAsked, ResetSent
from matchmaker.kit.database import SessionDep
from matchmaker.kit.problems import refusal, responses

router = APIRouter(tags=["accounts"], responses=responses(400, 401, 403, 404, 409, 422, 429))


@router.post("/password-resets", status_code=202)
def start_password_reset(request: Request, session: SessionDep, sent: ResetAsked) -> None:
    """Ask for a link to set another password; the answer is the same whether the address has an account or not."""
    service.start_reset(session, request.app.state.secret, sent.email, cookies.visitor(request).client)


@router.post("/password-resets/take", status_code=204)
def take_password_reset(session: SessionDep, sent: ResetSent) -> None:
    """Set another password with the link; ends all one's sign-ins, and signs nobody in."""
    service.take_reset(session, sent)


@router.put("/me/email", status_code=202, response_model=None)
def start_email_change(
    request: Request, session: SessionDep, signed_in: SignInDep, sent: EmailChangeAsked
) -> Response | None:
    """Ask for another address; a link goes there, and until it is opened nothing changes."""
    client = cookies.visitor(request).client
    refused = service.start_email_change(session, request.app.state.secret, signed_in.account, sent, client)
    return refusal(refused) if refused else None


@router.post("/email-changes/take", status_code=204)
def take_email_change(session: SessionDep, sent: EmailChangeSent) -> None:
    """Change one's address with the link; the former address is told."""
    service.take_email_change(session, sent.token)
