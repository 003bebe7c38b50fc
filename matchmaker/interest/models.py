"""Answers of both sides, the requests that come of them, and organisers' rules for pairs."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from matchmaker.catalogue.models import Kind, NeedPublic, TechnologyPublic
from matchmaker.events.fields import Note, RowNumber, Version
from matchmaker.interest.mutual import Reason, RequestState, Value
from matchmaker.kit import clock
from matchmaker.kit.auditing import audited
from matchmaker.kit.database import StoredEnum


class PairRuleKind(StrEnum):
    ADD = "add"
    FORBID = "forbid"


class Direction(StrEnum):
    SENT = "sent"
    RECEIVED = "received"


@audited(part_of="event_id", noise=("at",))
class Answer(SQLModel, table=True):
    """What one side says of a pair now; ``side`` is the kind of its own posting."""

    __table_args__ = (
        UniqueConstraint("event_id", "need_id", "technology_id", "side"),
        Index("ix_answer_event_organisation", "event_id", "organisation_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id", ondelete="CASCADE")
    need_id: int = Field(foreign_key="posting.id", index=True)
    technology_id: int = Field(foreign_key="posting.id", index=True)
    side: Kind = Field(sa_type=StoredEnum(Kind))
    organisation_id: int = Field(foreign_key="organisation.id", index=True)
    value: Value = Field(sa_type=StoredEnum(Value))
    reason: Reason | None = Field(default=None, sa_type=StoredEnum(Reason))
    version: int = 1
    actor: str
    at: datetime = Field(default_factory=clock.now)


class AnswerRecord(SQLModel, table=True):
    """One answer that was ever given, with what the ranking had said of the pair; without a value it was taken back."""

    __tablename__ = "answer_record"

    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id", index=True, ondelete="CASCADE")
    need_id: int = Field(foreign_key="posting.id", index=True)
    technology_id: int = Field(foreign_key="posting.id", index=True)
    side: Kind = Field(sa_type=StoredEnum(Kind))
    organisation_id: int = Field(foreign_key="organisation.id")
    value: Value | None = Field(default=None, sa_type=StoredEnum(Value))
    reason: Reason | None = Field(default=None, sa_type=StoredEnum(Reason))
    rank: int | None = None
    probability: float | None = None
    weights: str | None = None
    ranked_at: datetime | None = None
    actor: str
    at: datetime = Field(default_factory=clock.now)


@audited(part_of="event_id")
class MeetingRequest(SQLModel, table=True):
    """What the answers to a pair make together. It blocks no slot."""

    __tablename__ = "meeting_request"
    __table_args__ = (
        UniqueConstraint("event_id", "need_id", "technology_id"),
        Index("ix_meeting_request_event_state", "event_id", "state"),
    )

    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id", ondelete="CASCADE")
    need_id: int = Field(foreign_key="posting.id", index=True)
    technology_id: int = Field(foreign_key="posting.id", index=True)
    need_organisation_id: int = Field(foreign_key="organisation.id", index=True)
    technology_organisation_id: int = Field(foreign_key="organisation.id", index=True)
    state: RequestState = Field(sa_type=StoredEnum(RequestState))
    asked_by: Kind = Field(sa_type=StoredEnum(Kind))
    priority: int | None = None
    opened_at: datetime
    expires_at: datetime
    settled_at: datetime | None = None


@audited(part_of="request_id")
class Nudge(SQLModel, table=True):
    """A side was reminded once that the other one must meet it."""

    __table_args__ = (UniqueConstraint("request_id", "organisation_id"),)

    id: int | None = Field(default=None, primary_key=True)
    request_id: int = Field(foreign_key="meeting_request.id", ondelete="CASCADE")
    organisation_id: int = Field(foreign_key="organisation.id", index=True)
    at: datetime = Field(default_factory=clock.now)


@audited(part_of="event_id", noise=("at",))
class PairRule(SQLModel, table=True):
    """An organiser's word on two organisations, the lower id first."""

    __tablename__ = "pair_rule"
    __table_args__ = (UniqueConstraint("event_id", "first_id", "second_id"),)

    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id", ondelete="CASCADE")
    first_id: int = Field(foreign_key="organisation.id", index=True)
    second_id: int = Field(foreign_key="organisation.id", index=True)
    rule: PairRuleKind = Field(sa_type=StoredEnum(PairRuleKind))
    must: bool = False
    need_id: int | None = Field(default=None, foreign_key="posting.id", index=True)
    technology_id: int | None = Field(default=None, foreign_key="posting.id", index=True)
    expert_id: int | None = Field(default=None, foreign_key="event_person.id", index=True, ondelete="SET NULL")
    note: str = ""
    actor: str
    at: datetime = Field(default_factory=clock.now)


# --- as they are sent and shown ---


class AnswerSent(SQLModel):
    """An answer; declining needs a reason. ``side`` is for organisers, who answer for others."""

    model_config = {"extra": "forbid"}

    value: Value = Field(schema_extra={"examples": ["must_meet"]})
    reason: Reason | None = Field(default=None, schema_extra={"examples": [None]})
    side: Kind | None = None
    version: Version | None = Field(default=None, description="Refused when the answer has another one by now.")


class AnswerPublic(SQLModel):
    need_id: int
    technology_id: int
    side: Kind
    organisation_id: int
    value: Value
    reason: Reason | None
    version: int
    at: datetime


class AnswerRecordPublic(SQLModel):
    """For calibrating the ranking: what was said, and what the ranking had said."""

    need_id: int
    technology_id: int
    side: Kind
    organisation_id: int
    value: Value | None
    reason: Reason | None
    rank: int | None
    probability: float | None
    weights: str | None
    ranked_at: datetime | None
    at: datetime


class RequestPublic(SQLModel):
    """A request as one side sees it."""

    need_id: int
    technology_id: int
    need_organisation_id: int
    technology_organisation_id: int
    state: RequestState
    direction: Direction | None = Field(description="Whether it was sent or received; for organisers nothing.")
    urgent: bool = Field(description="The other side must meet, and waits.")
    priority: int | None = Field(description="1 is the highest; for organisers.")
    opened_at: datetime
    expires_at: datetime


class OwnAnswer(SQLModel):
    value: Value
    reason: Reason | None
    version: int


class EventCandidate(SQLModel):
    """A pair that an organisation may answer to; ``posting`` is the other side's."""

    need_id: int
    technology_id: int
    side: Kind
    rank: int = Field(description="The place in the list of one's own posting, over the whole catalogue.")
    probability: float
    organisation_id: int
    organisation_vi: str
    organisation_en: str
    posting: TechnologyPublic | NeedPublic
    answer: OwnAnswer | None
    request: RequestPublic | None


class NudgePublic(SQLModel):
    """An organisation that has not answered one who must meet it."""

    need_id: int
    technology_id: int
    organisation_id: int
    asked_by_id: int
    expires_at: datetime


class PairRuleSent(SQLModel):
    """``must`` and the rest count only for added pairs; with an expert the meeting needs that person too."""

    model_config = {"extra": "forbid"}

    rule: PairRuleKind = Field(schema_extra={"examples": ["add"]})
    must: bool = False
    need_id: RowNumber | None = None
    technology_id: RowNumber | None = None
    expert_id: RowNumber | None = None
    note: Note = ""


class PairRulePublic(SQLModel):
    first_id: int
    second_id: int
    rule: PairRuleKind
    must: bool
    need_id: int | None
    technology_id: int | None
    expert_id: int | None
    note: str
    actor: str
    at: datetime


class AcceptedPairPublic(SQLModel):
    need_organisation_id: int
    technology_organisation_id: int
    need_id: int | None
    technology_id: int | None
    priority: int
    value: int
    must: bool
    expert_id: int | None
    by_organiser: bool
    also: list[tuple[int, int]] = Field(description="Further pairs of need and technology for the same meeting.")


class InterestPublic(SQLModel):
    """What the planner reads."""

    pairs: list[AcceptedPairPublic]
    forbidden: list[tuple[int, int]] = Field(description="Pairs of organisations that organisers keep apart.")
