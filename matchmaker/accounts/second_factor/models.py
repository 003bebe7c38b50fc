"""Second factors and recovery codes, and what is sent and shown of them."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, StringConstraints
from sqlmodel import Field, SQLModel

from matchmaker.kit import clock
from matchmaker.kit.auditing import audited

Code = Annotated[str, StringConstraints(min_length=6, max_length=40)]
GivenPassword = Annotated[str, StringConstraints(max_length=200)]


@audited(part_of="account_id", secret=("seed",), noise=("last_step",))
class SecondFactor(SQLModel, table=True):
    """Somebody's app. Its secret is made of ``seed`` and the service's own key, so the database alone gives no codes.

    ``last_step`` is the half minute of the code accepted last: that one, and all before it, are used up.
    """

    __tablename__ = "second_factor"

    account_id: int = Field(foreign_key="account.id", primary_key=True, ondelete="CASCADE")
    seed: str = Field(max_length=64)
    last_step: int = 0
    created_at: datetime = Field(default_factory=clock.now)
    confirmed_at: datetime | None = None


class RecoveryCode(SQLModel, table=True):
    """A code that works once; using it deletes the row."""

    __tablename__ = "recovery_code"

    code_hash: str = Field(max_length=64, primary_key=True)
    account_id: int = Field(foreign_key="account.id", ondelete="CASCADE", index=True)


class _Sent(BaseModel):
    model_config = {"extra": "forbid"}


class PasswordSent(_Sent):
    password: GivenPassword


class CodeSent(_Sent):
    code: Code


class ProofSent(_Sent):
    """Who one is, twice: the password, and a code of the app or a recovery code."""

    password: GivenPassword
    code: Code


class Enrolment(BaseModel):
    """What an app needs; ``qr`` is the same as a picture, an SVG as a ``data:`` address."""

    secret: str
    uri: str
    qr: str


class RecoveryCodes(BaseModel):
    """Shown once; each works once."""

    codes: list[str]


class SecondFactorPublic(BaseModel):
    confirmed_at: datetime | None
    recovery_codes_left: int
