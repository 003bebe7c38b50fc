"""Signing in with an organisation's own provider, and entering providers."""

import json
import time
from dataclasses import asdict, dataclass

from pydantic import TypeAdapter, ValidationError
from sqlmodel import Session, col, select

from matchmaker.accounts import sign_ins
from matchmaker.accounts.account_models import Account, Email, Membership, PersonName
from matchmaker.accounts.account_service import find_by_email
from matchmaker.accounts.acting import Actor
from matchmaker.accounts.models import Organisation
from matchmaker.accounts.oidc.models import Identity, IdentityProvider, ProviderChoice, ProviderSent, ProviderUpdate
from matchmaker.accounts.oidc.provider import Claims, Client
from matchmaker.accounts.service import get_organisation
from matchmaker.kit.errors import ConflictError, ForbiddenError, NotFoundError, SignInNeededError, UnavailableError
from matchmaker.kit.secrets import Secret, fingerprint, new_token
from matchmaker.settings import Settings

SEALED_FOR = "identity_provider"
WAITS_FOR = "matchmaker_provider"
WAITS_SECONDS = 600
_EMAIL: TypeAdapter[str] = TypeAdapter(Email)
_NAME: TypeAdapter[str] = TypeAdapter(PersonName)


@dataclass(frozen=True)
class Waiting:
    """What a browser keeps, signed, while somebody is at the provider; ``at`` is in seconds since 1970."""

    provider_id: int
    state: str
    nonce: str
    verifier: str
    goes_to: str
    at: int


def begin_waiting(provider_id: int, goes_to: str) -> Waiting:
    return Waiting(provider_id, new_token(), new_token(), new_token(), goes_to, int(time.time()))


def write_waiting(secret: Secret, waiting: Waiting) -> str:
    """The cookie's text."""
    return secret.sign(WAITS_FOR, json.dumps(asdict(waiting)).encode().hex())


def read_waiting(secret: Secret, cookie: str, state: str) -> Waiting:
    """What the browser kept. Raises SignInNeededError ``sign_in_not_begun`` for anything else, also what is too old."""
    text = secret.signed_text(WAITS_FOR, cookie)
    waiting = Waiting(**json.loads(bytes.fromhex(text))) if text else None
    if waiting is None or waiting.state != state or time.time() - waiting.at > WAITS_SECONDS:
        raise SignInNeededError("sign_in_not_begun")
    return waiting


def client_of(secret: Secret, settings: Settings, provider: IdentityProvider) -> Client:
    """This service as the provider knows it. Raises UnavailableError after a change of the service's key."""
    opened = secret.unseal(SEALED_FOR, provider.sealed_secret) if provider.sealed_secret else ""
    if opened is None:
        raise UnavailableError("provider_unavailable")
    return Client(provider.issuer, provider.client_id, opened, f"{settings.public_address}/api/sign-in/return")


def recognise(session: Session, settings: Settings, provider: IdentityProvider, claims: Claims) -> int:
    """The account whom a provider vouches for, made or bound the first time.

    Raises SignInNeededError, ForbiddenError or ConflictError where that proves nothing here.
    """
    account = _account_of(session, provider, claims)
    if sign_ins.is_closed(account, settings):
        raise ForbiddenError("account_closed")
    return account.id or 0


def _account_of(session: Session, provider: IdentityProvider, claims: Claims) -> Account:
    subject = fingerprint(claims.subject)
    known = session.get(Identity, (provider.id, subject))
    if known is not None:
        account = session.get(Account, known.account_id)
        assert account is not None
        return account
    email = _email(provider, claims)
    account = find_by_email(session, email) or _new_account(session, email, claims)
    _check_binding(session, provider, account)
    session.add(Identity(provider_id=provider.id or 0, subject_hash=subject, account_id=account.id or 0))
    if session.get(Membership, (account.id, provider.organisation_id)) is None:
        session.add(Membership(account_id=account.id or 0, organisation_id=provider.organisation_id))
    session.flush()
    return account


def _email(provider: IdentityProvider, claims: Claims) -> str:
    """The verified address, of one of the provider's own domains."""
    if claims.email is None:
        raise SignInNeededError("email_not_verified")
    try:
        email = _EMAIL.validate_python(claims.email)
    except ValidationError as error:
        raise SignInNeededError("email_not_verified") from error
    if email.rpartition("@")[2] not in provider.domains:
        raise ForbiddenError("domain_of_others")
    return email


def _new_account(session: Session, email: str, claims: Claims) -> Account:
    try:
        name = _NAME.validate_python(claims.name)
    except ValidationError:
        name = email.partition("@")[0]
    account = Account(email=email, name=name)
    session.add(account)
    session.flush()
    return account


def _check_binding(session: Session, provider: IdentityProvider, account: Account) -> None:
    """A provider cannot make itself an organiser, nor give somebody's account to the next who has their address."""
    member = session.get(Membership, (account.id, provider.organisation_id)) is not None
    if (account.organiser or account.administrator) and not member:
        raise ForbiddenError("sign_in_with_password")
    bound = select(Identity).where(Identity.provider_id == provider.id, Identity.account_id == account.id)
    if session.exec(bound).first():
        raise ConflictError("identity_differs")


# --- providers ---------------------------------------------------------------------------------------


def get_provider(session: Session, provider_id: int) -> IdentityProvider:
    """One provider. Raises NotFoundError."""
    provider = session.get(IdentityProvider, provider_id)
    if provider is None:
        raise NotFoundError("provider_not_found", id=provider_id)
    return provider


def get_open_provider(session: Session, provider_id: int) -> IdentityProvider:
    """One provider with which people may come in now. Raises NotFoundError, also while it is switched off."""
    provider = get_provider(session, provider_id)
    if not provider.active:
        raise NotFoundError("provider_not_found", id=provider_id)
    return provider


def list_choices(session: Session) -> list[ProviderChoice]:
    """The providers with which one can sign in, by organisation."""
    statement = (
        select(IdentityProvider.id, IdentityProvider.name, Organisation.name_vi, Organisation.name_en)
        .join(Organisation, col(Organisation.id) == IdentityProvider.organisation_id)
        .where(col(IdentityProvider.active).is_(True))
        .order_by(Organisation.name_vi, col(IdentityProvider.id))
    )
    found = session.exec(statement).all()
    return [
        ProviderChoice(id=key or 0, name=name, organisation_vi=vi, organisation_en=en) for key, name, vi, en in found
    ]


def list_providers(session: Session, actor: Actor) -> list[IdentityProvider]:
    """All providers by id (administrators)."""
    actor.require_administrator()
    return list(session.exec(select(IdentityProvider).order_by(col(IdentityProvider.id))).all())


def add_provider(session: Session, secret: Secret, sent: ProviderSent, actor: Actor) -> IdentityProvider:
    """Enter a provider (administrators). Raises ConflictError where a domain is another organisation's."""
    actor.require_administrator()
    get_organisation(session, sent.organisation_id)
    for other in list_providers(session, actor):
        taken = sorted(set(other.domains) & set(sent.domains))
        if taken and other.organisation_id != sent.organisation_id:
            raise ConflictError("domain_taken", domains=taken)
    sealed = secret.seal(SEALED_FOR, sent.client_secret) if sent.client_secret else ""
    provider = IdentityProvider(**sent.model_dump(exclude={"client_secret"}), sealed_secret=sealed)
    session.add(provider)
    session.flush()
    return provider


def change_provider(session: Session, provider_id: int, update: ProviderUpdate, actor: Actor) -> IdentityProvider:
    """Rename a provider or switch it on or off; who is signed in stays so (administrators)."""
    actor.require_administrator()
    provider = get_provider(session, provider_id)
    provider.sqlmodel_update(update.model_dump(exclude_none=True))
    session.add(provider)
    session.flush()
    return provider


def remove_provider(session: Session, provider_id: int, actor: Actor) -> None:
    """Remove a provider; accounts stay, and who is signed in stays so (administrators)."""
    actor.require_administrator()
    session.delete(get_provider(session, provider_id))
