"""What is shown of a review: its steps, and what differs from the version before."""

from datetime import datetime
from typing import Any

from sqlmodel import SQLModel

from matchmaker.catalogue.models import State


class ReviewEventPublic(SQLModel):
    from_state: State
    to_state: State
    actor: str
    reasons: list[str]
    at: datetime


class FieldChange(SQLModel):
    """A field that differs from what organisers saw last; of a translation with its language."""

    field: str
    language: str | None
    before: Any
    after: Any
