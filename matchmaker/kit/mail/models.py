"""The row of a mail."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel

from matchmaker.kit import clock
from matchmaker.kit.database import StoredEnum


class Language(StrEnum):
    """The languages in which the service itself speaks to people."""

    VIETNAMESE = "vi"
    ENGLISH = "en"

    def choose(self, vi: str, en: str) -> str:
        """Of two texts the one in this language, or the other where there is none."""
        return (vi or en) if self is Language.VIETNAMESE else (en or vi)


class MailState(StrEnum):
    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"


class OutgoingMail(SQLModel, table=True):
    """One mail; ``text`` is emptied once it is out, because it may carry a link that works for whoever has it.

    While somebody carries it, ``next_at`` lies ahead, so that nobody else takes it.
    """

    __tablename__ = "outgoing_mail"

    id: int | None = Field(default=None, primary_key=True)
    recipient: str = Field(max_length=254)
    language: Language = Field(sa_type=StoredEnum(Language))
    subject: str = Field(max_length=300)
    text: str
    mark: str = Field(max_length=64)
    unsubscribe: str = Field(default="", max_length=500)
    state: MailState = Field(default=MailState.WAITING, sa_type=StoredEnum(MailState), index=True)
    attempts: int = 0
    problem: str = Field(default="", max_length=300)
    created_at: datetime = Field(default_factory=clock.now)
    next_at: datetime = Field(default_factory=clock.now)
    ended_at: datetime | None = None
