"""The row of the log."""

import json
from datetime import datetime
from typing import Any

from sqlalchemy import Index, Text, TypeDecorator
from sqlmodel import Field, SQLModel

from matchmaker.kit import clock
from matchmaker.kit.auditing.acting import Door
from matchmaker.kit.database import StoredEnum

Values = dict[str, Any]


def as_text(value: Any) -> str:
    """JSON with its letters as they are, so that it can be searched."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class ReadableJson(TypeDecorator[Values]):
    """A JSON object kept as searchable text; the key order is that of writing."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Values | None, dialect: Any) -> str | None:
        return None if value is None else as_text(value)

    def process_result_value(self, value: str | None, dialect: Any) -> Values | None:
        return None if value is None else json.loads(value)


class AuditEntry(SQLModel, table=True):
    """One change of one row.

    ``entity`` is the thing that changed and ``part`` the table of the row: of a posting's text they are ``posting``
    and ``posting_text``. Ids are texts, because some rows have two numbers. Entries refer to nothing by foreign keys:
    they outlive what they tell of.
    """

    __tablename__ = "audit_entry"
    __table_args__ = (Index("ix_audit_entry_entity", "entity", "entity_id"),)

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(default_factory=clock.now, index=True)
    actor: str = Field(max_length=100, index=True)
    account_id: int | None = Field(default=None, index=True)
    organisation_id: int | None = Field(default=None, index=True)
    door: Door = Field(sa_type=StoredEnum(Door))
    door_id: int | None = None
    action: str = Field(max_length=100)
    entity: str = Field(max_length=60)
    entity_id: str = Field(max_length=60)
    part: str = Field(max_length=60)
    part_id: str = Field(max_length=60)
    before: Values = Field(default_factory=dict, sa_type=ReadableJson)
    after: Values = Field(default_factory=dict, sa_type=ReadableJson)
