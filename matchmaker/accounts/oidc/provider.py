"""The door to providers of OpenID Connect: where to send somebody, and what an answer says, once it is proven."""

from dataclasses import dataclass
from typing import Any

from matchmaker.accounts.oidc.addresses import is_safe_issuer
from matchmaker.kit.errors import SignInNeededError, UnavailableError

SCOPE = "openid email profile"
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA")
CALL_SECONDS = 10.0
# Clocks differ.
LEEWAY_SECONDS = 60


@dataclass(frozen=True)
class Client:
    """This service as the provider knows it; ``returns_to`` is where people come back."""

    issuer: str
    client_id: str
    client_secret: str
    returns_to: str


@dataclass(frozen=True)
class Claims:
    """What a provider says of somebody; ``email`` is in lower case, None if it is not verified."""

    subject: str
    email: str | None
    name: str


def authorization_url(client: Client, state: str, nonce: str, verifier: str) -> str:
    """Where to send somebody to sign in. Raises UnavailableError ``provider_unavailable``."""
    with _session(client) as session:
        endpoint = _discover(session, client.issuer)["authorization_endpoint"]
        url, _ = session.create_authorization_url(endpoint, state=state, code_verifier=verifier, nonce=nonce)
    return str(url)


def read_answer(client: Client, code: str, verifier: str, nonce: str) -> Claims:
    """Who somebody is who came back with a code.

    Raises UnavailableError ``provider_unavailable``, SignInNeededError ``provider_refused`` or ``identity_not_proven``.
    """
    from authlib.common.errors import AuthlibBaseError

    with _session(client) as session:
        found = _discover(session, client.issuer)
        try:
            token = session.fetch_token(found["token_endpoint"], code=code, code_verifier=verifier)
        except AuthlibBaseError as error:
            raise SignInNeededError("provider_refused") from error
        except (OSError, ValueError, _failures()) as error:
            raise UnavailableError("provider_unavailable") from error
        return _proven(client, str(token.get("id_token", "")), _read(session, found["jwks_uri"]), nonce)


def _session(client: Client) -> Any:
    from authlib.integrations.httpx_client import OAuth2Client

    return OAuth2Client(
        client_id=client.client_id,
        client_secret=client.client_secret or None,
        scope=SCOPE,
        redirect_uri=client.returns_to,
        code_challenge_method="S256",
        timeout=CALL_SECONDS,
        trust_env=False,
    )


def _discover(session: Any, issuer: str) -> dict[str, str]:
    """The provider's description; its parts must be as safe to call as the issuer itself."""
    found = _read(session, f"{issuer.rstrip('/')}/.well-known/openid-configuration")
    endpoints = ("authorization_endpoint", "token_endpoint", "jwks_uri")
    safe = all(isinstance(found.get(name), str) and is_safe_issuer(found[name].split("?")[0]) for name in endpoints)
    if found.get("issuer") != issuer or not safe:
        raise UnavailableError("provider_unavailable")
    return {name: found[name] for name in endpoints}


def _read(session: Any, address: str) -> dict[str, Any]:
    try:
        answer = session.request("GET", address, withhold_token=True)
        answer.raise_for_status()
        found = answer.json()
    except (OSError, ValueError, _failures()) as error:
        raise UnavailableError("provider_unavailable") from error
    return found if isinstance(found, dict) else {}


def _failures() -> type[Exception]:
    import httpx2

    return httpx2.HTTPError


def _proven(client: Client, token: str, keys: dict[str, Any], nonce: str) -> Claims:
    from joserfc import jwt
    from joserfc.errors import JoseError
    from joserfc.jwk import KeySet

    wanted = jwt.JWTClaimsRegistry(
        leeway=LEEWAY_SECONDS,
        iss={"essential": True, "value": client.issuer},
        aud={"essential": True, "value": client.client_id},
        sub={"essential": True},
        exp={"essential": True},
        iat={"essential": True},
        nonce={"essential": True, "value": nonce},
    )
    try:
        claims = jwt.decode(token, KeySet.import_key_set(keys), algorithms=ALGORITHMS).claims  # type: ignore[arg-type]
        wanted.validate(claims)
    except (JoseError, ValueError, KeyError, TypeError) as error:
        raise SignInNeededError("identity_not_proven") from error
    several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    if (several or "azp" in claims) and claims.get("azp") != client.client_id:
        raise SignInNeededError("identity_not_proven")
    return _claims(claims)


def _claims(said: dict[str, Any]) -> Claims:
    subject, email = said["sub"], said.get("email")
    if not isinstance(subject, str) or not subject:
        raise SignInNeededError("identity_not_proven")
    # Some providers write the truth as a text; whatever is not plainly true is not verified.
    verified = said.get("email_verified") is True and isinstance(email, str)
    name = said.get("name")
    return Claims(subject, str(email) if verified else None, name if isinstance(name, str) else "")
