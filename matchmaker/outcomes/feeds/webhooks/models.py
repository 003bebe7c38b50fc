"""Receivers of changes, what is to be told to them, and each attempt to tell it."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, StringConstraints
from pydantic import Field as Checked
from sqlalchemy import JSON, Column, Index
from sqlmodel import Field, SQLModel

from matchmaker.kit import clock
from matchmaker.kit.auditing import audited
from matchmaker.kit.database import StoredEnum
from matchmaker.outcomes.feeds.webhooks.kinds import ToldKind


class DeliveryState(StrEnum):
    """``DEAD`` was tried often enough; it and what follows it wait for somebody's decision."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    DEAD = "dead"
    SET_ASIDE = "set_aside"


def _no_kinds() -> list[str]:
    return []


def _nothing() -> dict[str, Any]:
    return {}


@audited(secret=("sealed_secret",))
class WebhookReceiver(SQLModel, table=True):
    """Where changes of some kinds are told; nothing is written down for one that is not active."""

    __tablename__ = "webhook_receiver"

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(max_length=200)
    address: str = Field(max_length=500)
    kinds: list[str] = Field(default_factory=_no_kinds, sa_column=Column(JSON, nullable=False))
    sealed_secret: str
    active: bool = True
    created_at: datetime = Field(default_factory=clock.now)


class WebhookDelivery(SQLModel, table=True):
    """One change for one receiver. ``key`` is what the receiver knows it by, however often it comes.

    ``body`` is written at the first attempt and stays the same. While somebody carries it, ``next_at`` lies ahead.
    """

    __tablename__ = "webhook_delivery"
    __table_args__ = (
        Index("ix_webhook_delivery_due", "state", "next_at"),
        Index("ix_webhook_delivery_subject", "receiver_id", "subject", "state", "id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    receiver_id: int = Field(foreign_key="webhook_receiver.id", ondelete="CASCADE")
    key: str = Field(max_length=60, unique=True)
    kind: ToldKind = Field(sa_type=StoredEnum(ToldKind))
    subject: str = Field(max_length=100)
    facts: dict[str, Any] = Field(default_factory=_nothing, sa_column=Column(JSON, nullable=False))
    body: str | None = None
    state: DeliveryState = Field(default=DeliveryState.WAITING, sa_type=StoredEnum(DeliveryState))
    attempts: int = 0
    created_at: datetime = Field(default_factory=clock.now)
    next_at: datetime = Field(default_factory=clock.now)
    ended_at: datetime | None = None


class WebhookAttempt(SQLModel, table=True):
    """One attempt: the receiver's status, or the reason why there was no answer; both are empty while it runs."""

    __tablename__ = "webhook_attempt"

    id: int | None = Field(default=None, primary_key=True)
    delivery_id: int = Field(foreign_key="webhook_delivery.id", ondelete="CASCADE", index=True)
    at: datetime = Field(default_factory=clock.now)
    status: int | None = None
    problem: str = Field(default="", max_length=300)
    milliseconds: int = 0


# --- as they are sent and shown ---

Address = Annotated[str, StringConstraints(min_length=8, max_length=500)]
ReceiverName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Kinds = Annotated[list[ToldKind], Checked(min_length=1, max_length=20)]


class ReceiverSent(BaseModel):
    model_config = {"extra": "forbid"}

    name: ReceiverName
    address: Address = Checked(examples=["https://ioc.hai-phong.example/matchmaker"])
    kinds: Kinds


class ReceiverUpdate(BaseModel):
    """What is left out stays."""

    model_config = {"extra": "forbid"}

    name: ReceiverName | None = None
    address: Address | None = None
    kinds: Kinds | None = None
    active: bool | None = None


class ReceiverPublic(BaseModel):
    """A receiver, with the numbers of its deliveries by state."""

    id: int
    name: str
    address: str
    kinds: list[ToldKind]
    active: bool
    created_at: datetime
    waiting: int
    delivered: int
    dead: int


class ReceiverMade(BaseModel):
    """A receiver with its secret, which is never shown again."""

    receiver: ReceiverPublic
    secret: str = Checked(description="For checking signatures after the Standard Webhooks specification.")


class AttemptPublic(BaseModel):
    at: datetime
    status: int | None
    problem: str
    milliseconds: int


class DeliveryPublic(BaseModel):
    """A delivery with its attempts, the latest first."""

    id: int
    key: str
    kind: ToldKind
    subject: str
    state: DeliveryState
    held: bool = Checked(description="Waits until an earlier one of its subject is delivered or set aside.")
    attempts: int
    created_at: datetime
    next_at: datetime
    ended_at: datetime | None
    tries: list[AttemptPublic]


class SentAgain(BaseModel):
    """How many go out again."""

    number: int
