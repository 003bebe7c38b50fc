"""Tokens with which programs act for somebody."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, StringConstraints
from pydantic import Field as Checked
from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel

from matchmaker.accounts.models import Name
from matchmaker.accounts.permissions import Scope
from matchmaker.kit import clock
from matchmaker.kit.auditing import audited

LONGEST_DAYS = 365


def _no_scopes() -> list[str]:
    return []


@audited(part_of="account_id", secret=("token_hash",), noise=("used_at",))
class ApiToken(SQLModel, table=True):
    """A token by its fingerprint; it acts for one of its account's organisations, as long as that is theirs."""

    __tablename__ = "api_token"

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", ondelete="CASCADE", index=True)
    organisation_id: int | None = Field(default=None, foreign_key="organisation.id", ondelete="CASCADE")
    name: str = Field(max_length=100)
    token_hash: str = Field(max_length=64, unique=True)
    scopes: list[str] = Field(default_factory=_no_scopes, sa_column=Column(JSON, nullable=False))
    created_at: datetime = Field(default_factory=clock.now)
    expires_at: datetime
    used_at: datetime | None = None


class TokenSent(BaseModel):
    """A token to be made; ``organisation_id`` is one's own, by default the one for which one acts."""

    model_config = {"extra": "forbid"}

    name: Annotated[Name, StringConstraints(min_length=1, max_length=100)] = Checked(examples=["ERP"])
    scopes: Annotated[frozenset[Scope], Checked(min_length=1)] = Checked(examples=[["read"]])
    days: int = Checked(ge=1, le=LONGEST_DAYS, description="How long it works, in days.", examples=[90])
    organisation_id: Annotated[int, Checked(ge=1, le=2**53)] | None = None


class TokenPublic(BaseModel):
    """A token as it is listed; ``used_at`` is right to some minutes."""

    id: int
    name: str
    organisation_id: int | None
    scopes: list[Scope]
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None


class TokenOfSomebody(TokenPublic):
    """A token as administrators see it: with whose it is, and never with anything that it could be used by."""

    account_id: int
    person: str
    email: str


class NewToken(TokenPublic):
    """A token just made: ``token`` is shown this once."""

    token: str
