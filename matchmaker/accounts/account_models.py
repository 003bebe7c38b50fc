"""Accounts of people, their memberships of organisations, and where they are signed in."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, StringConstraints
from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel

from matchmaker.accounts.models import Name
from matchmaker.kit import clock
from matchmaker.kit.auditing import audited
from matchmaker.kit.database import StoredEnum
from matchmaker.kit.mail.models import Language
from matchmaker.kit.text import normalise

PASSWORD_LEAST = 10


def _email(text: str) -> str:
    return normalise(text).lower()


Email = Annotated[
    str,
    AfterValidator(_email),
    StringConstraints(pattern=r'^\s*[^\s@<>"\x00]+@[^\s@<>"\x00]+\.[^\s@<>"\x00]+\s*$', max_length=254),
    Field(schema_extra={"examples": ["lan@ben-binh.example"]}),
]
PersonName = Annotated[Name, StringConstraints(min_length=1)]
NewPassword = Annotated[str, StringConstraints(min_length=PASSWORD_LEAST, max_length=200)]
Token = Annotated[str, StringConstraints(max_length=200)]


class MemberRole(StrEnum):
    """What somebody is in an organisation; owners also look after its members."""

    OWNER = "owner"
    MEMBER = "member"


class LinkPurpose(StrEnum):
    FIRST_ADMINISTRATOR = "first_administrator"
    SIGN_UP = "sign_up"
    RESET_PASSWORD = "reset_password"
    CHANGE_EMAIL = "change_email"
    SECOND_STEP = "second_step"


@audited(secret=("password_hash",))
class Account(SQLModel, table=True):
    """A person who can sign in; ``email`` is in lower case. Those of a demonstration end with it."""

    id: int | None = Field(default=None, primary_key=True)
    email: str = Field(max_length=254, unique=True)
    name: str = Field(max_length=300)
    language: Language = Field(default=Language.VIETNAMESE, sa_type=StoredEnum(Language))
    password_hash: str | None = Field(default=None, max_length=200)
    organiser: bool = False
    administrator: bool = False
    demonstration: bool = False
    created_at: datetime = Field(default_factory=clock.now)
    disabled_at: datetime | None = None


@audited(part_of="organisation_id")
class Membership(SQLModel, table=True):
    account_id: int = Field(foreign_key="account.id", primary_key=True, ondelete="CASCADE")
    organisation_id: int = Field(foreign_key="organisation.id", primary_key=True, ondelete="CASCADE", index=True)
    role: MemberRole = Field(default=MemberRole.MEMBER, sa_type=StoredEnum(MemberRole))


@audited(part_of="account_id", secret=("token_hash", "former_hash"), noise=("rotated_at", "seen_at"))
class SignIn(SQLModel, table=True):
    """One device on which somebody is signed in; signing out deletes the row.

    ``former_hash`` is the token before the last rotation, which requests under way may still carry.
    """

    __tablename__ = "sign_in"

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", ondelete="CASCADE", index=True)
    organisation_id: int | None = Field(default=None, foreign_key="organisation.id", ondelete="SET NULL")
    token_hash: str = Field(max_length=64, unique=True)
    former_hash: str | None = Field(default=None, max_length=64, index=True)
    device: str = Field(default="", max_length=200)
    created_at: datetime = Field(default_factory=clock.now)
    rotated_at: datetime = Field(default_factory=clock.now)
    seen_at: datetime = Field(default_factory=clock.now)


class FailedSignIn(SQLModel, table=True):
    """How often signing in failed in a row, under a key that tells nobody who it was."""

    __tablename__ = "failed_sign_in"

    key: str = Field(max_length=64, primary_key=True)
    count: int = 0
    last_at: datetime = Field(default_factory=clock.now)


@audited(secret=("token_hash", "details"))
class AccountLink(SQLModel, table=True):
    """A link that works once; ``details`` is what it does, which only whoever has the token can set off."""

    __tablename__ = "account_link"

    id: int | None = Field(default=None, primary_key=True)
    purpose: LinkPurpose = Field(sa_type=StoredEnum(LinkPurpose))
    token_hash: str = Field(max_length=64, unique=True)
    account_id: int | None = Field(default=None, foreign_key="account.id", ondelete="CASCADE", index=True)
    details: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    created_at: datetime = Field(default_factory=clock.now)
    expires_at: datetime


class SignInSent(BaseModel):
    model_config = {"extra": "forbid"}

    email: Email
    password: Annotated[str, StringConstraints(max_length=200)]


class PersonSent(BaseModel):
    """Whoever takes a link, and the password from then on."""

    model_config = {"extra": "forbid"}

    token: Token
    email: Email
    name: PersonName
    language: Language = Language.VIETNAMESE
    password: NewPassword


class PasswordChange(BaseModel):
    model_config = {"extra": "forbid"}

    current: Annotated[str, StringConstraints(max_length=200)]
    new: NewPassword


class ActingForSent(BaseModel):
    model_config = {"extra": "forbid"}

    organisation_id: Annotated[int, Field(ge=1, le=2**53)]


class DemonstrationParty(StrEnum):
    ENTERPRISE = "enterprise"
    INSTITUTE = "institute"
    ORGANISER = "organiser"


class DemonstrationSent(BaseModel):
    model_config = {"extra": "forbid"}

    party: DemonstrationParty


class SecondFactorState(StrEnum):
    """What stands between somebody and their rights.

    ``asked``: the password was right, and a code is awaited. ``required``: an administrator who must set one up first.
    """

    OFF = "off"
    ON = "on"
    ASKED = "asked"
    REQUIRED = "required"


class AccountPublic(BaseModel):
    """What somebody sees of their own account."""

    id: int
    email: str
    name: str
    language: Language
    organiser: bool
    administrator: bool


class MembershipPublic(BaseModel):
    organisation_id: int
    name_vi: str
    name_en: str
    role: MemberRole


class Me(BaseModel):
    """Who is asking; ``account`` is null for the public. ``demonstration`` is to be told on every page."""

    account: AccountPublic | None
    acting_as: str = Field(description="`organiser`, `public` or `organisation:` with its id.")
    organisation_id: int | None
    memberships: list[MembershipPublic]
    demonstration: bool
    second_factor: SecondFactorState
    actions: list[str] = Field(description="What the table of permissions lets one do, at least with one's own things.")


class DevicePublic(BaseModel):
    """A device on which one is signed in; ``this`` is the one that asks."""

    id: int
    device: str
    created_at: datetime
    seen_at: datetime
    this: bool
