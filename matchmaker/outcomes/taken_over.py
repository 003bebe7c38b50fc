"""Which records the national database has taken over: marked with its feeds, and counted for plans."""

from datetime import date, datetime

from sqlmodel import Field, SQLModel

from matchmaker.kit import clock
from matchmaker.kit.auditing import audited


@audited(noise=("marked_at",))
class NationalRecord(SQLModel, table=True):
    """A record that was taken over, by its name here (``technology/17``); ``number`` is its own there."""

    __tablename__ = "national_record"

    name: str = Field(primary_key=True, max_length=60)
    number: str = Field(default="", max_length=100)
    taken_over_on: date
    marked_by: str = Field(max_length=100)
    marked_at: datetime = Field(default_factory=clock.now)
