"""The cookies of a browser: the sign-in, one half done, one at a provider, and that an account signed in before.

Behind https their names begin with ``__Host-``, so that no neighbouring host can set one of them.
"""

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


def read_token(request: Request, name: str = SIGN_IN) -> str | None:
    """The token in a cookie that is signed by this service."""
    secret: Secret = request.app.state.secret
    signed = request.cookies.get(_named(request, name))
    return secret.signed_text(name, signed) if signed else None


def set_token(request: Request, response: Response, token: str) -> None:
    """Give the browser the token of its sign-in."""
    settings: Settings = request.app.state.settings
    _set(request, response, SIGN_IN, token, settings.sign_in_days * 86400)


def set_second_step(request: Request, response: Response, token: str, seconds: int) -> None:
    """Give the browser the token with which a code finishes its sign-in."""
    _set(request, response, SECOND_STEP, token, seconds)


def forget_token(request: Request, response: Response, name: str = SIGN_IN) -> None:
    response.delete_cookie(
        _named(request, name), path="/", httponly=True, samesite="lax", secure=_is_encrypted(request)
    )


def remember_device(request: Request, response: Response, account_id: int) -> None:
    """Note in the browser that this account signed in here."""
    _set(request, response, DEVICE, f"{account_id}-{new_token()}", _DEVICE_SECONDS)


def keep_waiting(request: Request, response: Response, signed: str) -> None:
    """Note in the browser that somebody went to a provider; ``signed`` is what it keeps until they come back."""
    _write(request, response, PROVIDER, signed, _PROVIDER_SECONDS)


def read_waiting(request: Request) -> str:
    return request.cookies.get(_named(request, PROVIDER), "")


def forget_waiting(request: Request, response: Response) -> None:
    forget_token(request, response, PROVIDER)


def visitor(request: Request) -> Visitor:
    """From where a request comes."""
    secret: Secret = request.app.state.secret
    mark = secret.signed_text(DEVICE, request.cookies.get(_named(request, DEVICE), "")) or ""
    client = caller_of(request.scope)
    known = int(mark.split("-")[0]) if mark else None
    return Visitor(client, request.headers.get("user-agent", "")[:200], mark, known)


def _set(request: Request, response: Response, name: str, text: str, seconds: int) -> None:
    secret: Secret = request.app.state.secret
    _write(request, response, name, secret.sign(name, text), seconds)


def _write(request: Request, response: Response, name: str, signed: str, seconds: int) -> None:
    response.set_cookie(
        _named(request, name),
        signed,
        max_age=seconds,
        path="/",
        httponly=True,
        samesite="lax",
        secure=_is_encrypted(request),
    )


def _named(request: Request, name: str) -> str:
    return f"__Host-{name}" if _is_encrypted(request) else name


def _is_encrypted(request: Request) -> bool:
    settings: Settings = request.app.state.settings
    return settings.public_address.startswith("https:")
