"""Signing in and out over HTTP, and one's own devices and password."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Request, Response

from matchmaker.accounts import account_service, cookies, sign_ins, welcoming
from matchmaker.accounts.account_models import (
    ActingForSent,
    DemonstrationSent,
    DevicePublic,
    Me,
    PasswordChange,
    PersonSent,
    SignInSent,
)
from matchmaker.accounts.acting import ActorDep, OptionalSignInDep, SignInDep
from matchmaker.accounts.second_factor import service as second_factor
from matchmaker.accounts.second_factor.models import CodeSent
from matchmaker.kit.database import Database, SessionDep
from matchmaker.kit.errors import MatchmakerError
from matchmaker.kit.problems import refusal, responses

router = APIRouter(tags=["accounts"], responses=responses(400, 401, 403, 404, 409, 422, 429))
RowId = Annotated[int, Path(ge=1, le=2**53)]


@router.get("/me")
def get_me(request: Request, session: SessionDep, actor: ActorDep, signed_in: OptionalSignInDep) -> Me:
    """Who is asking, and whether this is a demonstration."""
    return welcoming.show_me(request, session, actor, signed_in)


@router.post("/sign-in", response_model=Me)
def sign_in(request: Request, response: Response, session: SessionDep, sent: SignInSent) -> Any:
    """Sign in with address and password; the answer sets a cookie.

    Where ``second_factor`` is ``asked`` nobody is signed in yet: the cookie is one with which to send a code.
    """
    database: Database = request.app.state.database
    visitor = cookies.visitor(request)
    # Read and compared before anything is locked for writing: comparing takes its time.
    with database.session(writes=False) as reading:
        attempt = sign_ins.check_password(reading, request.app.state.secret, sent.email, sent.password, visitor)
    outcome = sign_ins.accept(session, attempt)
    if isinstance(outcome, MatchmakerError):
        return refusal(outcome)
    return welcoming.welcome(request, response, session, outcome)


@router.post("/sign-in/second-step", response_model=Me)
def take_second_step(request: Request, response: Response, session: SessionDep, sent: CodeSent) -> Any:
    """Finish signing in with a code of one's app or a recovery code, after the password or a provider."""
    token = cookies.read_token(request, cookies.SECOND_STEP)
    visitor = cookies.visitor(request)
    outcome = second_factor.take_second_step(session, request.app.state.secret, token, sent.code, visitor)
    if isinstance(outcome, MatchmakerError):
        return refusal(outcome)
    cookies.forget_token(request, response, cookies.SECOND_STEP)
    cookies.remember_device(request, response, outcome.account_id)
    return welcoming.sign_in(request, response, session, outcome.account_id, outcome.preferred)


@router.post("/sign-out", status_code=204)
def sign_out(request: Request, response: Response, session: SessionDep, signed_in: OptionalSignInDep) -> None:
    """End the sign-in of this device; does nothing where there is none."""
    if signed_in:
        sign_ins.sign_out(session, signed_in.row)
    cookies.forget_token(request, response)
    cookies.forget_token(request, response, cookies.SECOND_STEP)


@router.post("/first-administrator", status_code=201)
def create_first_administrator(request: Request, response: Response, session: SessionDep, sent: PersonSent) -> Me:
    """Become the first administrator with the link that the service printed when it started; signs in."""
    account = account_service.create_first_administrator(session, sent)
    return welcoming.sign_in(request, response, session, account.id or 0)


@router.post("/demonstration/sign-in")
def sign_in_to_demonstration(request: Request, response: Response, session: SessionDep, sent: DemonstrationSent) -> Me:
    """Sign in with one click as a party of the demonstration, where there is one."""
    shown = request.app.state.settings.demonstration
    account = account_service.demonstration_account(session, sent.party, shown)
    return welcoming.sign_in(request, response, session, account.id or 0)


@router.put("/me/organisation")
def act_for(request: Request, session: SessionDep, signed_in: SignInDep, sent: ActingForSent) -> Me:
    """Act for another of one's organisations, on this device."""
    sign_ins.act_for(session, signed_in.row, sent.organisation_id)
    return welcoming.show_signed_in(request, session, signed_in)


@router.put("/me/password", status_code=204, response_model=None)
def change_password(
    request: Request, response: Response, session: SessionDep, signed_in: SignInDep, sent: PasswordChange
) -> Response | None:
    """Change one's password; ends one's sign-ins on all other devices."""
    account = signed_in.account
    if refused := sign_ins.prove_password(session, request.app.state.secret, account, sent.current):
        return refusal(refused)
    sign_ins.set_password(session, account, sent.new, kept=signed_in.row.id)
    cookies.set_token(request, response, sign_ins.rotate(session, signed_in.row))
    return None


@router.get("/me/devices")
def list_devices(request: Request, session: SessionDep, signed_in: SignInDep) -> list[DevicePublic]:
    """Where one is signed in, the latest first."""
    rows = sign_ins.list_devices(session, request.app.state.settings, signed_in.account_id)
    return [
        DevicePublic(
            id=row.id or 0,
            device=row.device,
            created_at=row.created_at,
            seen_at=row.seen_at,
            this=row.id == signed_in.row.id,
        )
        for row in rows
    ]


@router.delete("/me/devices/{device_id}", status_code=204)
def sign_out_device(session: SessionDep, signed_in: SignInDep, device_id: RowId) -> None:
    """Sign out on one of one's devices."""
    sign_ins.sign_out_device(session, signed_in.account_id, device_id)
