"""A reviewers' template, and how it is sent and shown."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from sqlmodel import Field, SQLModel

from matchmaker.kit import clock
from matchmaker.kit.auditing import audited
from matchmaker.kit.database import StoredEnum
from matchmaker.kit.sent_text import SentText

MOST_TEMPLATES = 100
# No more than a reason of a returned posting may have.
MOST_TEXT = 2000

Label = Annotated[str, SentText(100, least=1)]
Text = Annotated[str, SentText(MOST_TEXT)]


class About(StrEnum):
    """What is answered: a posting that is sent back, or an organisation that is not verified."""

    POSTING = "posting"
    ORGANISATION = "organisation"


@audited(noise=("updated_at",))
class AnswerTemplate(SQLModel, table=True):
    """A template of all reviewers. What was sent is kept with the posting, so that a later change alters no answer."""

    __tablename__ = "answer_template"

    id: int | None = Field(default=None, primary_key=True)
    about: About = Field(sa_type=StoredEnum(About))
    name: str
    text_vi: str
    text_en: str
    version: int = 1
    updated_at: datetime = Field(default_factory=clock.now)


class AnswerTemplateSent(SQLModel):
    """A template; at least one of the texts is filled."""

    model_config = {"extra": "forbid"}

    about: About = About.POSTING
    name: Label = Field(schema_extra={"examples": ["Thiếu số liệu"]})
    text_vi: Text = Field(default="", schema_extra={"examples": ["Hãy nêu số đo và thời hạn."]})
    text_en: Text = Field(default="", schema_extra={"examples": ["Name a figure and a date."]})


class AnswerTemplateSaved(AnswerTemplateSent):
    """A template as it shall be; ``version`` guards against overwriting somebody else's change."""

    version: int = Field(ge=1, le=2**31 - 1)


class AnswerTemplatePublic(SQLModel):
    id: int
    about: About
    name: str
    text_vi: str
    text_en: str
    version: int
    updated_at: datetime
