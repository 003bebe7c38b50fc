"""What is sent and shown of the word of each side after a meeting."""

from datetime import date, datetime
from typing import Annotated

from pydantic import StringConstraints
from sqlmodel import Field, SQLModel

from matchmaker.catalogue.models import Kind
from matchmaker.events.fields import Day, Label, Moment, Note
from matchmaker.interest.mutual import Reason

MOST_STEPS = 10

SentKey = Annotated[str, StringConstraints(pattern=r"^[\w:.-]+$", min_length=8, max_length=100)]


class NextStepSent(SQLModel):
    """Who does what by when: ``side`` is the one whose people do it."""

    model_config = {"extra": "forbid"}

    what: Label
    side: Kind
    due: Day | None = None


class FeedbackSent(SQLModel):
    """One side's word on the next step; without interest a reason is needed.

    ``sent_key`` is made by the sender, once for each word; ``said_at`` is when it was said. ``side`` is for organisers,
    who speak for others.
    """

    model_config = {"extra": "forbid"}

    interested: bool = Field(schema_extra={"examples": [True]})
    reason: Reason | None = Field(default=None, schema_extra={"examples": [None]})
    note: Note | None = None
    steps: list[NextStepSent] = Field(default_factory=list, max_length=MOST_STEPS)
    said_at: Moment
    sent_key: SentKey = Field(schema_extra={"examples": ["0b6c4a52-7d0e-4b43-9a3f-0c6b2f9d8f11"]})
    side: Kind | None = None


class NextStepPublic(SQLModel):
    what: str
    side: Kind
    due: date | None


class FeedbackWordPublic(SQLModel):
    """What one side said. Reason and note are for itself and the organisers; its key is for itself."""

    interested: bool
    reason: Reason | None
    note: str
    steps: list[NextStepPublic]
    said_at: datetime
    sent_key: str | None


class FeedbackPublic(SQLModel):
    """The words of both sides as far as the reader may see them: the other's only after one's own."""

    event_id: int
    key: str
    need: FeedbackWordPublic | None
    technology: FeedbackWordPublic | None
    case_id: int | None = Field(description="The case that came of it, where the reader may see it.")
