"""The row of a job."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel

from matchmaker.kit import clock
from matchmaker.kit.auditing import audited
from matchmaker.kit.database import StoredEnum


class JobState(StrEnum):
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def ended(self) -> bool:
        return self in (JobState.DONE, JobState.FAILED, JobState.CANCELLED)


@audited(noise=("stage", "done", "total", "detail", "worker"), changes=False)
class Job(SQLModel, table=True):
    """One piece of long work; ``params`` go to the handler registered for ``kind``."""

    id: int | None = Field(default=None, primary_key=True)
    kind: str = Field(index=True)
    params: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    state: JobState = Field(default=JobState.QUEUED, index=True, sa_type=StoredEnum(JobState))
    stage: str = ""
    done: int = 0
    total: int = 0
    detail: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    result: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    problem: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    owner: str = Field(default="", description="Who asked for it.")
    worker: str = Field(default="", description="Host and process that runs it.")
    attempts: int = 0
    cancel_requested: bool = False
    created_at: datetime = Field(default_factory=clock.now)
    started_at: datetime | None = None
    heartbeat_at: datetime | None = None
    ended_at: datetime | None = None


class JobPublic(SQLModel):
    """A job as it is shown; ``done`` of ``total`` counts what ``stage`` works on."""

    id: int
    kind: str
    state: JobState
    stage: str
    done: int
    total: int
    detail: dict[str, Any] = Field(description="What else there is to say of the progress, as fields of its kind.")
    result: dict[str, Any]
    problem: dict[str, Any]
    attempts: int
    cancel_requested: bool
    created_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
