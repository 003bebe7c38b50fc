"""What is sent to reset a password or to change an address."""

from typing import Annotated

from pydantic import BaseModel, StringConstraints

from matchmaker.accounts.account_models import Email, NewPassword, Token


class _Sent(BaseModel):
    model_config = {"extra": "forbid"}


class ResetAsked(_Sent):
    email: Email


class ResetSent(_Sent):
    token: Token
    password: NewPassword


class EmailChangeAsked(_Sent):
    email: Email
    password: Annotated[str, StringConstraints(max_length=200)]


class EmailChangeSent(_Sent):
    token: Token
