"""Searching the audit log."""

from dataclasses import dataclass
from datetime import datetime

from pydantic import BaseModel, Field
from sqlalchemy import ColumnElement, Text, type_coerce
from sqlmodel import Session, col, func, or_, select

from matchmaker.accounts.account_models import Account
from matchmaker.accounts.acting import Actor
from matchmaker.kit.auditing import AuditEntry, Door
from matchmaker.kit.auditing.models import Values, as_text


@dataclass(frozen=True)
class AuditFilter:
    """Conditions that must all hold; an empty one does not restrict. ``until`` itself is not in."""

    account_id: int | None = None
    organisation_id: int | None = None
    actor: str | None = None
    door: Door | None = None
    entity: str | None = None
    entity_id: str | None = None
    part: str | None = None
    action: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    text: str | None = None


class AuditEntryPublic(BaseModel):
    """One change: of a row made there is no ``before``, of a row removed no ``after``."""

    id: int
    at: datetime
    actor: str = Field(description="The acting party, as in `/me`; `service` and `command_line` are no people.")
    account_id: int | None
    account_name: str | None
    organisation_id: int | None
    door: Door
    door_id: int | None = Field(description="The id of the token or the job.")
    action: str = Field(examples=["catalogue.update_posting"])
    entity: str = Field(examples=["posting"])
    entity_id: str
    part: str = Field(description="The table of the row that changed.", examples=["posting_text"])
    part_id: str
    before: Values
    after: Values


class AuditPage(BaseModel):
    """Entries, the latest first; ``next`` is what to send as ``before`` for those that follow."""

    items: list[AuditEntryPublic]
    next: int | None


def find_entries(
    session: Session, actor: Actor, wanted: AuditFilter, before: int | None = None, limit: int = 50
) -> AuditPage:
    """The latest entries, older than entry ``before`` (organisers)."""
    actor.require_organiser()
    older = [col(AuditEntry.id) < before] if before is not None else []
    statement = (
        select(AuditEntry, Account.name)
        .join(Account, col(Account.id) == col(AuditEntry.account_id), isouter=True)
        .where(*_conditions(wanted), *older)
        .order_by(col(AuditEntry.id).desc())
        .limit(limit + 1)
    )
    rows = session.exec(statement).all()
    items = [AuditEntryPublic(**entry.model_dump(), account_name=name) for entry, name in rows[:limit]]
    return AuditPage(items=items, next=items[-1].id if len(rows) > limit else None)


def _conditions(wanted: AuditFilter) -> list[ColumnElement[bool]]:
    same = ("account_id", "organisation_id", "actor", "door", "entity", "entity_id", "part", "action")
    conditions: list[ColumnElement[bool]] = [
        getattr(AuditEntry, name) == getattr(wanted, name) for name in same if getattr(wanted, name) is not None
    ]
    if wanted.since:
        conditions.append(col(AuditEntry.at) >= wanted.since)
    if wanted.until:
        conditions.append(col(AuditEntry.at) < wanted.until)
    if wanted.text:
        conditions.append(says(wanted.text))
    return conditions


def says(text: str) -> ColumnElement[bool]:
    """Whether an entry has a text in its values, in capitals or not."""
    written = as_text(text)[1:-1].lower()
    columns = (type_coerce(col(column), Text) for column in (AuditEntry.before, AuditEntry.after))
    return or_(*(func.lower(column).contains(written, autoescape=True) for column in columns))
