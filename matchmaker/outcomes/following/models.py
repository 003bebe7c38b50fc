"""What both sides said of a meeting, the cases that came of it, and all that is written of a case."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, BigInteger, Column, UniqueConstraint
from sqlmodel import Field, SQLModel

from matchmaker.catalogue.models import Currency, Kind
from matchmaker.interest.mutual import Reason
from matchmaker.kit import clock
from matchmaker.kit.auditing import audited
from matchmaker.kit.database import StoredEnum
from matchmaker.outcomes.following.cases.progress import Progress
from matchmaker.outcomes.following.cases.stages import Stage


class Going(StrEnum):
    """One tap's answer to how a case goes."""

    WELL = "well"
    SLOWLY = "slowly"
    STUCK = "stuck"
    OVER = "over"


def _no_steps() -> list[dict[str, Any]]:
    return []


@audited(part_of="event_id", noise=("received_at", "sent_key"))
class Feedback(SQLModel, table=True):
    """What one side says of the next step after a meeting; ``side`` is the kind of its own posting.

    ``said_at`` is when it was said, perhaps long before it arrived; ``steps`` are ``{what, side, due}``.
    """

    __tablename__ = "meeting_feedback"
    __table_args__ = (UniqueConstraint("event_id", "key", "side"),)

    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id", ondelete="CASCADE")
    key: str = Field(max_length=60)
    side: Kind = Field(sa_type=StoredEnum(Kind))
    organisation_id: int = Field(foreign_key="organisation.id", index=True)
    interested: bool
    reason: Reason | None = Field(default=None, sa_type=StoredEnum(Reason))
    note: str = ""
    steps: list[dict[str, Any]] = Field(default_factory=_no_steps, sa_column=Column(JSON, nullable=False))
    said_at: datetime
    sent_key: str = Field(max_length=100)
    actor: str
    account_id: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL", index=True)
    received_at: datetime = Field(default_factory=clock.now)


@audited(noise=("updated_at", "stage_at"))
class Case(SQLModel, table=True):
    """A pair of organisations with a next step on a pair of postings, from the first meeting to use.

    ``pair`` is made of those four ids, so that there is one case for each. ``waits_for`` is the side without whose
    word it is not a case of both: until then that side does not know of it. ``declined_by`` closed it by its word
    after the meeting, for a reason that is not the other's to read. ``version`` guards the case itself, not its tasks,
    which have their own.
    """

    __tablename__ = "followed_case"

    id: int | None = Field(default=None, primary_key=True)
    pair: str = Field(max_length=100, unique=True)
    event_id: int = Field(foreign_key="event.id", ondelete="CASCADE", index=True)
    need_id: int | None = Field(default=None, foreign_key="posting.id", index=True)
    technology_id: int | None = Field(default=None, foreign_key="posting.id", index=True)
    need_organisation_id: int = Field(foreign_key="organisation.id", index=True)
    technology_organisation_id: int = Field(foreign_key="organisation.id", index=True)
    stage: Stage = Field(default=Stage.TALKING, sa_type=StoredEnum(Stage), index=True)
    reason: Reason | None = Field(default=None, sa_type=StoredEnum(Reason))
    waits_for: Kind | None = Field(default=None, sa_type=StoredEnum(Kind))
    declined_by: Kind | None = Field(default=None, sa_type=StoredEnum(Kind))
    version: int = 1
    began_at: datetime = Field(default_factory=clock.now)
    stage_at: datetime = Field(default_factory=clock.now)
    updated_at: datetime = Field(default_factory=clock.now)

    def organisation_of(self, side: Kind) -> int:
        return self.need_organisation_id if side is Kind.NEED else self.technology_organisation_id


@audited(part_of="case_id")
class CaseMeeting(SQLModel, table=True):
    """A meeting that led to a case, or took it further."""

    __tablename__ = "case_meeting"

    event_id: int = Field(primary_key=True, foreign_key="event.id", ondelete="CASCADE")
    key: str = Field(primary_key=True, max_length=60)
    case_id: int = Field(foreign_key="followed_case.id", ondelete="CASCADE", index=True)
    at: datetime = Field(default_factory=clock.now)


class CaseStep(SQLModel, table=True):
    """A stage that a case came to: ``day`` is when it happened, ``at`` when it was written down."""

    __tablename__ = "case_step"

    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="followed_case.id", ondelete="CASCADE", index=True)
    stage: Stage = Field(sa_type=StoredEnum(Stage))
    reason: Reason | None = Field(default=None, sa_type=StoredEnum(Reason))
    note: str = ""
    day: date
    actor: str
    at: datetime = Field(default_factory=clock.now)


@audited(part_of="case_id", noise=("updated_at",))
class CaseTask(SQLModel, table=True):
    """Clear person, task, progress and responsibility: ``person`` does it, ``responsible`` answers for it.

    A side is set where the name is one of that organisation; without one it is somebody named from elsewhere.
    ``account_id`` is the person's where it is a member.
    """

    __tablename__ = "case_task"

    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="followed_case.id", ondelete="CASCADE", index=True)
    what: str = Field(max_length=300)
    person: str = Field(default="", max_length=300)
    account_id: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL", index=True)
    side: Kind | None = Field(default=None, sa_type=StoredEnum(Kind))
    responsible: str = Field(default="", max_length=300)
    responsible_side: Kind | None = Field(default=None, sa_type=StoredEnum(Kind))
    progress: Progress = Field(default=Progress.OPEN, sa_type=StoredEnum(Progress))
    progress_note: str = ""
    due: date | None = Field(default=None, index=True)
    feedback_id: int | None = Field(default=None, foreign_key="meeting_feedback.id", ondelete="SET NULL", index=True)
    version: int = 1
    actor: str
    created_at: datetime = Field(default_factory=clock.now)
    updated_at: datetime = Field(default_factory=clock.now)
    done_at: datetime | None = None


@audited(part_of="case_id")
class CaseNote(SQLModel, table=True):
    """Something written down, for both sides and the organisers."""

    __tablename__ = "case_note"

    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="followed_case.id", ondelete="CASCADE", index=True)
    text: str
    organisation_id: int | None = Field(default=None, foreign_key="organisation.id", index=True)
    account_id: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL", index=True)
    actor: str
    at: datetime = Field(default_factory=clock.now)


@audited(part_of="case_id", secret=("stored",))
class CaseFile(SQLModel, table=True):
    """A file of a case; ``stored`` is its name in the folder of files, ``name`` what people call it."""

    __tablename__ = "case_file"

    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="followed_case.id", ondelete="CASCADE", index=True)
    stored: str = Field(max_length=40, unique=True)
    name: str = Field(max_length=200)
    kind: str = Field(max_length=10)
    size: int
    sha256: str = Field(max_length=64)
    organisation_id: int | None = Field(default=None, foreign_key="organisation.id", index=True)
    account_id: int | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL", index=True)
    actor: str
    at: datetime = Field(default_factory=clock.now)


@audited(part_of="case_id")
class CaseValue(SQLModel, table=True):
    """The value of a case's contract: ``amount`` in the smallest unit of the currency, as cents.

    It counts once both sides confirmed it, or an organiser by ``evidence``; a change asks again.
    """

    __tablename__ = "case_value"

    case_id: int = Field(primary_key=True, foreign_key="followed_case.id", ondelete="CASCADE")
    amount: int = Field(sa_type=BigInteger)
    currency: Currency = Field(sa_type=StoredEnum(Currency))
    need_confirmed_at: datetime | None = None
    technology_confirmed_at: datetime | None = None
    evidence: str = ""
    evidenced_at: datetime | None = None
    version: int = 1
    actor: str
    at: datetime = Field(default_factory=clock.now)


@audited(part_of="case_id")
class CaseGoing(SQLModel, table=True):
    """What one side said of how a case goes, so many months after it began."""

    __tablename__ = "case_going"

    case_id: int = Field(primary_key=True, foreign_key="followed_case.id", ondelete="CASCADE")
    side: Kind = Field(primary_key=True, sa_type=StoredEnum(Kind))
    months: int = Field(primary_key=True)
    says: Going = Field(sa_type=StoredEnum(Going))
    actor: str
    at: datetime = Field(default_factory=clock.now)


class CaseReminder(SQLModel, table=True):
    """A reminder that was written; ``key`` names what of, so that none is written twice."""

    __tablename__ = "case_reminder"

    key: str = Field(primary_key=True, max_length=80)
    case_id: int = Field(foreign_key="followed_case.id", ondelete="CASCADE", index=True)
    at: datetime = Field(default_factory=clock.now)
