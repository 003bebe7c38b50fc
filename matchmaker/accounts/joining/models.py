"""Consents, invitations and requests to join, and what is sent and shown of them."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, StringConstraints
from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from matchmaker.accounts.account_models import Email, MemberRole, NewPassword, PersonName, Token
from matchmaker.accounts.models import Name, OrganisationKind, TaxCode, Verification
from matchmaker.kit import clock
from matchmaker.kit.auditing import audited
from matchmaker.kit.database import StoredEnum
from matchmaker.kit.mail.models import Language

OrganisationId = Annotated[int, Field(ge=1, le=2**53)]
Reason = Annotated[Name, StringConstraints(max_length=500)]
GivenPassword = Annotated[str, StringConstraints(max_length=200)]


class Purpose(StrEnum):
    """What somebody may agree to; without ``account`` there is no account."""

    ACCOUNT = "account"
    STATISTICS = "statistics"
    NEWS = "news"


@audited(part_of="account_id")
class Consent(SQLModel, table=True):
    """That somebody agreed, to which text and when, and until when. Never changed but for its end."""

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", ondelete="CASCADE", index=True)
    purpose: Purpose = Field(sa_type=StoredEnum(Purpose))
    version: str = Field(max_length=40)
    given_at: datetime = Field(default_factory=clock.now)
    withdrawn_at: datetime | None = None


@audited(part_of="organisation_id")
class JoinRequest(SQLModel, table=True):
    """Somebody who asks an organisation to take them in."""

    __tablename__ = "join_request"

    account_id: int = Field(foreign_key="account.id", primary_key=True, ondelete="CASCADE")
    organisation_id: int = Field(foreign_key="organisation.id", primary_key=True, ondelete="CASCADE", index=True)
    created_at: datetime = Field(default_factory=clock.now)


@audited(part_of="organisation_id", secret=("token_hash",))
class Invitation(SQLModel, table=True):
    """An organisation invites an address; inviting it again makes another link and ends the one before."""

    __table_args__ = (UniqueConstraint("organisation_id", "email"),)

    id: int | None = Field(default=None, primary_key=True)
    organisation_id: int = Field(foreign_key="organisation.id", ondelete="CASCADE")
    email: str = Field(max_length=254)
    role: MemberRole = Field(sa_type=StoredEnum(MemberRole))
    language: Language = Field(sa_type=StoredEnum(Language))
    token_hash: str = Field(max_length=64, unique=True)
    invited_by: str = Field(max_length=100)
    created_at: datetime = Field(default_factory=clock.now)
    expires_at: datetime
    accepted_at: datetime | None = None


class _Sent(BaseModel):
    model_config = {"extra": "forbid"}


class ConsentsSent(_Sent):
    """``version`` is that of the text that was shown."""

    version: Annotated[str, StringConstraints(max_length=40)]
    purposes: list[Purpose] = Field(max_length=len(Purpose))


class OwnOrganisation(_Sent):
    """An organisation that somebody brings in; enterprises, institutes and universities have a tax code."""

    name_vi: Name = ""
    name_en: Name = ""
    kind: OrganisationKind = OrganisationKind.ENTERPRISE
    tax_code: TaxCode = ""


class SignUpSent(_Sent):
    """Who wants an account, and for which organisation: one's own, one to join, or none for now."""

    email: Email
    password: NewPassword
    name: PersonName
    language: Language = Language.VIETNAMESE
    consents: ConsentsSent
    organisation: OwnOrganisation | None = None
    join_organisation_id: OrganisationId | None = None


class SignUpTerms(BaseModel):
    """What signing up asks for; the page has the words of the text of this version."""

    version: str
    purposes: list[Purpose]
    needed: list[Purpose]
    password_least: int


class LinkTaken(_Sent):
    """A link from a mail, and the password that its sign-up was made with."""

    token: Token
    password: GivenPassword


class ConsentSent(_Sent):
    given: bool
    version: Annotated[str, StringConstraints(max_length=40)] | None = None


class ConsentPublic(BaseModel):
    purpose: Purpose
    version: str
    given_at: datetime
    withdrawn_at: datetime | None


class JoinSent(_Sent):
    organisation_id: OrganisationId


class JoinRequestPublic(BaseModel):
    account_id: int
    organisation_id: int
    name: str
    email: str
    created_at: datetime


class InvitationSent(_Sent):
    email: Email
    organisation_id: OrganisationId
    role: MemberRole = MemberRole.MEMBER
    language: Language = Language.VIETNAMESE


class InvitationState(StrEnum):
    OPEN = "open"
    ACCEPTED = "accepted"
    EXPIRED = "expired"


class InvitationPublic(BaseModel):
    id: int
    organisation_id: int
    email: str
    role: MemberRole
    language: Language
    state: InvitationState
    invited_by: str
    created_at: datetime
    expires_at: datetime


class LinkSent(_Sent):
    token: Token


class InvitationShown(BaseModel):
    """What whoever has the link reads of it; with an account one signs in to accept."""

    email: str
    organisation_id: int
    name_vi: str
    name_en: str
    role: MemberRole
    language: Language
    has_account: bool


class InvitationAccepted(_Sent):
    """Somebody new takes an invitation."""

    token: Token
    name: PersonName
    language: Language = Language.VIETNAMESE
    password: NewPassword
    consents: ConsentsSent


class MemberPublic(BaseModel):
    account_id: int
    name: str
    email: str
    role: MemberRole


class RoleSent(_Sent):
    role: MemberRole


class VerificationSent(_Sent):
    """What an organiser says of an organisation; a reason is needed to reject it, and is told to its people."""

    state: Verification
    reason: Reason = ""


class VerificationPublic(BaseModel):
    """For an organisation's own people and organisers."""

    organisation_id: int
    tax_code: str
    state: Verification
    reason: str
    decided_by: str


class AccountWithRights(BaseModel):
    """An account as administrators see it."""

    id: int
    email: str
    name: str
    language: Language
    organiser: bool
    administrator: bool
    second_factor: bool
    created_at: datetime
    disabled_at: datetime | None


class RightsSent(_Sent):
    """What somebody is in the service, apart from any organisation."""

    organiser: bool
    administrator: bool
