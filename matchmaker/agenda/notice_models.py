"""Who is told of a published version, and by what."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel

from matchmaker.kit import clock
from matchmaker.kit.database import StoredEnum
from matchmaker.kit.mail.models import MailState


class Channel(StrEnum):
    """``none`` is whom no letter reaches, since they gave no address."""

    LETTER = "letter"
    NONE = "none"


class AgendaNotice(SQLModel, table=True):
    """Somebody for whom a published version was news; ``changes`` counts what was different for them."""

    __tablename__ = "agenda_notice"

    version_id: int = Field(primary_key=True, foreign_key="agenda_version.id", ondelete="CASCADE")
    person_id: int = Field(primary_key=True, foreign_key="event_person.id", index=True, ondelete="CASCADE")
    channel: Channel = Field(sa_type=StoredEnum(Channel))
    mail_id: int | None = Field(default=None, foreign_key="outgoing_mail.id", index=True, ondelete="SET NULL")
    changes: int
    at: datetime = Field(default_factory=clock.now)


class NoticePublic(SQLModel):
    """Who was told, and whether it reached them."""

    person_id: int
    person: str
    organisation_vi: str
    organisation_en: str
    changes: int
    channel: Channel
    letter: MailState | None = Field(description="What became of the letter, for as long as it is kept.")
    calendar: bool = Field(description="Whether they subscribed to their calendar, which follows by itself.")
    told: bool = Field(description="Whether somebody wrote down that they know this version, or a later one.")
    at: datetime
