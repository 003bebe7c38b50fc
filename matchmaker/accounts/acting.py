"""Who is acting in a request: nobody in particular, an organisation, or an organiser.

This one dependency is where sign-in comes in; no other route looks at cookies or headers itself.
"""

from dataclasses import dataclass, field
from typing import Annotated, Any

from fastapi import Depends, Header, Request, Response
from sqlmodel import Session

from matchmaker.accounts import cookies, session_ages, sign_ins
from matchmaker.accounts.account_models import Account, MemberRole, Membership, SecondFactorState, SignIn
from matchmaker.accounts.models import Organisation
from matchmaker.accounts.permissions import Role, Scope
from matchmaker.accounts.second_factor.states import second_factor_of
from matchmaker.accounts.tokens.models import ApiToken
from matchmaker.accounts.tokens.service import find_token
from matchmaker.kit import clock
from matchmaker.kit.database import Database, SessionDep, may_write
from matchmaker.kit.errors import ForbiddenError, InvalidError, SignInNeededError
from matchmaker.settings import Settings


@dataclass(frozen=True)
class Actor:
    """The acting party; the public has neither an organisation nor the organiser's rights.

    ``account_id`` is the person, where one signed in; ``owner`` says that they own the organisation. Whoever
    is ``enrolling`` needs a second factor, has none yet, and can do nothing else. A program has a ``token_id``, and may
    do what the token's ``scopes`` say.
    """

    organisation_id: int | None = None
    organiser: bool = False
    account_id: int | None = field(default=None, kw_only=True)
    administrator: bool = field(default=False, kw_only=True)
    owner: bool = field(default=False, kw_only=True)
    enrolling: bool = field(default=False, kw_only=True)
    token_id: int | None = field(default=None, kw_only=True)
    scopes: frozenset[Scope] = field(default=frozenset(), kw_only=True)

    @property
    def name(self) -> str:
        """How the acting party is written into records."""
        if self.organiser:
            return "organiser"
        return "public" if self.organisation_id is None else f"organisation:{self.organisation_id}"

    @property
    def as_params(self) -> dict[str, Any]:
        """What a job that goes on for this actor is told; what its token or sign-in lets it do was asked before."""
        return {"organisation_id": self.organisation_id, "organiser": self.organiser, "account_id": self.account_id}

    @property
    def role(self) -> Role:
        """The role that counts in the table of permissions."""
        if self.administrator or self.organiser:
            return Role.ADMINISTRATOR if self.administrator else Role.ORGANISER
        if self.organisation_id is not None:
            return Role.OWNER if self.owner else Role.MEMBER
        return Role.PUBLIC if self.account_id is None else Role.PERSON

    def may_edit(self, organisation_id: int) -> bool:
        return self.organiser or self.organisation_id == organisation_id

    def require_edit(self, organisation_id: int) -> None:
        """Raise ForbiddenError unless this actor may change things of the organisation."""
        if not self.may_edit(organisation_id):
            raise ForbiddenError("not_your_organisation", organisation_id=organisation_id)

    def require_owner(self, organisation_id: int) -> None:
        """Raise ForbiddenError unless this actor looks after the people of the organisation."""
        if not (self.organiser or (self.owner and self.organisation_id == organisation_id)):
            raise ForbiddenError("owner_only", organisation_id=organisation_id)

    def require_organiser(self) -> None:
        """Raise ForbiddenError unless this actor is an organiser."""
        if not self.organiser:
            raise ForbiddenError("organiser_only")

    def require_administrator(self) -> None:
        """Raise ForbiddenError unless this actor looks after the service."""
        if not self.administrator:
            raise ForbiddenError("administrator_only")


ORGANISER = Actor(organiser=True)
PUBLIC = Actor()


@dataclass(frozen=True)
class SignedIn:
    """The sign-in of a request, and whose it is."""

    row: SignIn
    account: Account

    @property
    def account_id(self) -> int:
        return self.row.account_id


def _find_signed_in(request: Request, response: Response, session: Session) -> SignedIn | None:
    """Who is signed in by the cookie; its token changes now and then in requests that write."""
    token = None if bearer_of(request) else cookies.read_token(request)
    found = sign_ins.find(session, request.app.state.settings, token) if token else None
    if found is None:
        return None
    row, account = found
    now = clock.now()
    if may_write(session) and session_ages.should_rotate(row.rotated_at, now):
        cookies.set_token(request, response, sign_ins.rotate(session, row, now))
    elif session_ages.should_note(row.seen_at, now):
        _note_use(request.app.state.database, session, row, "seen_at")
    return SignedIn(row, account)


def bearer_of(request: Request) -> str | None:
    """The token of a program; a request that carries one is nobody's sign-in."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else None


def _note_use(database: Database, session: Session, row: SignIn | ApiToken, name: str) -> None:
    """Write down that something is in use, by a short transaction of its own where this one only reads."""
    if may_write(session):
        setattr(row, name, clock.now())
        session.add(row)
        return
    with database.session() as writing:
        again = writing.get(type(row), row.id)
        if again:
            setattr(again, name, clock.now())
            writing.add(again)


@dataclass(frozen=True)
class Asking:
    """Who sends a request, and for whom."""

    signed_in: SignedIn | None
    actor: Actor


def find_asking(
    request: Request,
    response: Response,
    session: SessionDep,
    acting_as: Annotated[
        str | None,
        Header(
            alias="X-Acting-As",
            description="`organiser`, `public` or an organisation's id; believed only where the setting says so.",
            examples=["organiser"],
        ),
    ] = None,
) -> Asking:
    """Who is signed in, and the party they act for.

    All that is asked of the database is asked here, in one thread; what others depend on is taken out of it.
    """
    signed_in = _find_signed_in(request, response, session)
    return Asking(signed_in, _actor(request, session, signed_in, acting_as))


def _actor(request: Request, session: Session, signed_in: SignedIn | None, acting_as: str | None) -> Actor:
    """The party that is signed in; where the header is believed, the one it names, or else the setting."""
    settings = request.app.state.settings
    token = bearer_of(request)
    if token is not None:
        return _program(request, session, token)
    if settings.acting_as_header and acting_as:
        return named_actor(session, acting_as)
    if signed_in:
        return actor_of(session, settings, signed_in)
    return named_actor(session, settings.acting_as) if settings.acting_as_header else PUBLIC


def _program(request: Request, session: Session, token: str) -> Actor:
    """The party for which a program acts. Raises SignInNeededError."""
    found = find_token(session, request.app.state.settings, token)
    if found is None:
        raise SignInNeededError("token_not_valid")
    row, account = found
    if row.used_at is None or session_ages.should_note(row.used_at, clock.now()):
        _note_use(request.app.state.database, session, row, "used_at")
    scopes = frozenset(Scope(scope) for scope in row.scopes)
    organises = Scope.ORGANISE in scopes
    membership = session.get(Membership, (account.id, row.organisation_id)) if row.organisation_id else None
    return Actor(
        organisation_id=membership.organisation_id if membership else None,
        organiser=organises and (account.organiser or account.administrator),
        account_id=account.id,
        administrator=organises and account.administrator,
        enrolling=_must_enrol(session, account, request.app.state.settings),
        token_id=row.id,
        scopes=scopes,
    )


def actor_of(session: Session, settings: Settings, signed_in: SignedIn) -> Actor:
    """The party for which somebody who is signed in acts."""
    account = signed_in.account
    membership = sign_ins.role_of(session, signed_in.row)
    return Actor(
        organisation_id=membership.organisation_id if membership else None,
        organiser=account.organiser or account.administrator,
        account_id=account.id,
        administrator=account.administrator,
        owner=membership is not None and membership.role is MemberRole.OWNER,
        enrolling=_must_enrol(session, account, settings),
    )


def _must_enrol(session: Session, account: Account, settings: Settings) -> bool:
    return second_factor_of(session, account, settings) is SecondFactorState.REQUIRED


def named_actor(session: Session, name: str) -> Actor:
    """The party with a name. Raises InvalidError ``acting_as_unknown``."""
    name = name.strip()
    if name == "organiser":
        return ORGANISER
    if name in ("", "public"):
        return PUBLIC
    if not (name.isascii() and name.isdigit() and len(name) < 12):
        raise InvalidError("acting_as_unknown")
    if session.get(Organisation, int(name)) is None:
        raise InvalidError("acting_as_unknown")
    return Actor(organisation_id=int(name))


AskingDep = Annotated[Asking, Depends(find_asking, scope="function")]


async def get_actor(asking: AskingDep) -> Actor:
    """The party for which a request is sent."""
    return asking.actor


async def get_signed_in(asking: AskingDep) -> SignedIn | None:
    """Who is signed in, if anybody is."""
    return asking.signed_in


async def require_signed_in(asking: AskingDep) -> SignedIn:
    """Who is signed in. Raises SignInNeededError where nobody is."""
    if asking.signed_in is None:
        raise SignInNeededError("sign_in_needed")
    return asking.signed_in


ActorDep = Annotated[Actor, Depends(get_actor, scope="function")]
OptionalSignInDep = Annotated[SignedIn | None, Depends(get_signed_in, scope="function")]
SignInDep = Annotated[SignedIn, Depends(require_signed_in, scope="function")]
