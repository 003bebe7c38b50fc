"""The cookies of a browser: the sign-in, one half done, one at a provider, and that an account signed in before."""

from fastapi import Request, Response

from matchmaker.accounts.sign_ins import Visitor
from matchmaker.kit.callers import caller_of
from matchmaker.kit.secrets import Secret, new_token
from matchmaker.settings import Settings

SIGN_IN = "matchmaker_sign_in"
SECOND_STEP = "matchmaker_second_step"
DEVICE = "matchmaker_device"
PROVIDER = "matchmaker_provider"
_DEVICE_SECONDS = 365 * 86400
_PROVIDER_SECONDS = 600
_PROVIDER_PATH = "/api/sign-in"


def read_token(request: Request, name: str = SIGN_IN) -> str | None:
    """The token in a cookie that is signed by this service."""
    secret: Secret = request.app.state.secret
    signed = request.cookies.get(name)
    return secret.signed_text(name, signed) if signed else None


def set_token(request: Request, response: Response, token: str) -> None:
    """Give the browser the token of its sign-in."""
    settings: Settings = request.app.state.settings
    _set(request, response, SIGN_IN, token, settings.sign_in_days * 86400)


def set_second_step(request: Request, response: Response, token: str, seconds: int) -> None:
    """Give the browser the token with which a code finishes its sign-in."""
    _set(request, response, SECOND_STEP, token, seconds)


def forget_token(response: Response, name: str = SIGN_IN) -> None:
    response.delete_cookie(name, path="/", httponly=True, samesite="lax")


def remember_device(request: Request, response: Response, account_id: int) -> None:
    """Note in the browser that this account signed in here."""
    _set(request, response, DEVICE, f"{account_id}-{new_token()}", _DEVICE_SECONDS)


def keep_waiting(request: Request, response: Response, signed: str) -> None:
    """Note in the browser that somebody went to a provider; ``signed`` is what it keeps until they come back."""
    settings: Settings = request.app.state.settings
    response.set_cookie(
        PROVIDER,
        signed,
        max_age=_PROVIDER_SECONDS,
        path=_PROVIDER_PATH,
        httponly=True,
        samesite="lax",
        secure=settings.public_address.startswith("https:"),
    )


def read_waiting(request: Request) -> str:
    return request.cookies.get(PROVIDER, "")


def forget_waiting(response: Response) -> None:
    response.delete_cookie(PROVIDER, path=_PROVIDER_PATH, httponly=True, samesite="lax")


def visitor(request: Request) -> Visitor:
    """From where a request comes."""
    secret: Secret = request.app.state.secret
    mark = secret.signed_text(DEVICE, request.cookies.get(DEVICE, "")) or ""
    client = caller_of(request.scope)
    known = int(mark.split("-")[0]) if mark else None
    return Visitor(client, request.headers.get("user-agent", "")[:200], mark, known)


def _set(request: Request, response: Response, name: str, text: str, seconds: int) -> None:
    secret: Secret = request.app.state.secret
    settings: Settings = request.app.state.settings
    response.set_cookie(
        name,
        secret.sign(name, text),
        max_age=seconds,
        path="/",
        httponly=True,
        samesite="lax",
        secure=settings.public_address.startswith("https:"),
    )
