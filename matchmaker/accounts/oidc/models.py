"""Organisations' own providers of identity, and who somebody is to them."""

from datetime import datetime
from typing import Annotated

from pydantic import AfterValidator, BaseModel, StringConstraints
from pydantic import Field as Checked
from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel

from matchmaker.accounts.models import Name
from matchmaker.accounts.oidc.addresses import is_safe_issuer
from matchmaker.kit import clock
from matchmaker.kit.auditing import audited


def _issuer(address: str) -> str:
    if not is_safe_issuer(address):
        raise ValueError("https, without query, fragment or name")
    return address


Issuer = Annotated[str, StringConstraints(max_length=300), AfterValidator(_issuer)]
Domain = Annotated[str, StringConstraints(to_lower=True, pattern=r"^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$", max_length=200)]


def _no_domains() -> list[str]:
    return []


@audited(part_of="organisation_id", secret=("sealed_secret",))
class IdentityProvider(SQLModel, table=True):
    """Where an organisation's people sign in; it vouches for addresses of its ``domains`` only.

    ``name`` is what the page calls it, empty for the organisation's own name; nobody comes in while it is not active.
    """

    __tablename__ = "identity_provider"

    id: int | None = Field(default=None, primary_key=True)
    organisation_id: int = Field(foreign_key="organisation.id", ondelete="CASCADE", index=True)
    issuer: str = Field(max_length=300)
    client_id: str = Field(max_length=200)
    sealed_secret: str = ""
    domains: list[str] = Field(default_factory=_no_domains, sa_column=Column(JSON, nullable=False))
    name: str = Field(default="", max_length=300)
    active: bool = True
    created_at: datetime = Field(default_factory=clock.now)


@audited(part_of="account_id", secret=("subject_hash",))
class Identity(SQLModel, table=True):
    """Who an account is to a provider, which may give an address to somebody else, but never a subject."""

    provider_id: int = Field(primary_key=True, foreign_key="identity_provider.id", ondelete="CASCADE")
    subject_hash: str = Field(primary_key=True, max_length=64)
    account_id: int = Field(foreign_key="account.id", ondelete="CASCADE", index=True)
    created_at: datetime = Field(default_factory=clock.now)


class ProviderSent(BaseModel):
    """A provider as administrators enter it; ``client_secret`` is empty for a public client, and never shown again."""

    model_config = {"extra": "forbid"}

    organisation_id: Annotated[int, Checked(ge=1, le=2**53)]
    issuer: Issuer = Checked(examples=["https://login.ben-binh.example"])
    client_id: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    client_secret: Annotated[str, StringConstraints(max_length=500)] = ""
    domains: Annotated[list[Domain], Checked(min_length=1, max_length=20)]
    name: Name = ""


class ProviderUpdate(BaseModel):
    """What of a provider may change; for another issuer it is entered anew. What is left out stays."""

    model_config = {"extra": "forbid"}

    name: Name | None = Checked(default=None, description="What the page calls it; empty: as the organisation.")
    active: bool | None = Checked(default=None, description="Whether people may come in with it.")


class ProviderPublic(BaseModel):
    """A provider as administrators see it."""

    id: int
    organisation_id: int
    issuer: str
    client_id: str
    domains: list[str]
    name: str
    active: bool
    created_at: datetime


class ProviderChoice(BaseModel):
    """A provider as whoever signs in chooses it."""

    id: int
    name: str = Checked(description="Empty: as the organisation.")
    organisation_vi: str
    organisation_en: str
