"""Kinds of news that somebody wants no more of, and the weeks for which somebody was written to."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, StringConstraints
from sqlmodel import Field, SQLModel

from matchmaker.kit.auditing import audited
from matchmaker.kit.database import StoredEnum


class News(StrEnum):
    """What a letter of the week tells of; each kind can be stopped by itself."""

    CANDIDATES = "candidates"
    REQUESTS = "requests"
    TASKS = "tasks"


@audited(part_of="account_id")
class NewsStopped(SQLModel, table=True):
    """Somebody wants no more of a kind."""

    __tablename__ = "news_stopped"

    account_id: int = Field(primary_key=True, foreign_key="account.id", ondelete="CASCADE")
    kind: News = Field(primary_key=True, sa_type=StoredEnum(News))


class DigestWeek(SQLModel, table=True):
    """Somebody's week is done, whether there was anything to say or not; ``monday`` is its first day at home."""

    __tablename__ = "digest_week"

    account_id: int = Field(primary_key=True, foreign_key="account.id", ondelete="CASCADE")
    monday: date = Field(primary_key=True)


class NewsChoice(BaseModel):
    """Whether somebody gets news of a kind."""

    kind: News
    wanted: bool


class NewsWanted(BaseModel):
    model_config = {"extra": "forbid"}

    wanted: bool


class StopSent(BaseModel):
    """The token of a letter."""

    model_config = {"extra": "forbid"}

    token: Annotated[str, StringConstraints(min_length=1, max_length=300)]


class StoppedPublic(BaseModel):
    """What was stopped."""

    kinds: list[News]
