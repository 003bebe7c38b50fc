"""Takes a person out of the audit log: entries stay, with what changed, without who it was."""

from collections.abc import Collection
from typing import Any

from sqlmodel import Session, col, select

from matchmaker.accounts.privacy.parts import ERASED
from matchmaker.accounts.records.audit import says
from matchmaker.kit.auditing import AuditEntry

PERSONAL = ("name", "device")
CHUNK = 200


def rows_with(session: Session, table: str, email: str) -> set[str]:
    """Ids of the rows of a table that the log ever saw with an address, also those that have it no more."""
    found = session.exec(select(AuditEntry).where(AuditEntry.part == table, says(email)))
    return {entry.part_id for entry in found if email in (_email(entry.before), _email(entry.after))}


def forget_in_log(session: Session, email: str, rows: Collection[tuple[str, str]]) -> None:
    """Replace an address wherever the log has it, and names and devices in what it tells of these rows."""
    session.flush()
    for entry in session.exec(select(AuditEntry).where(says(email))).all():
        _forget(session, entry, email, ())
    for table in {table for table, _ in rows}:
        ids = sorted(row for other, row in rows if other == table)
        for start in range(0, len(ids), CHUNK):
            told = col(AuditEntry.part_id).in_(ids[start : start + CHUNK])
            for entry in session.exec(select(AuditEntry).where(AuditEntry.part == table, told)).all():
                _forget(session, entry, email, PERSONAL)
    session.flush()


def _forget(session: Session, entry: AuditEntry, email: str, names: Collection[str]) -> None:
    entry.before = without(entry.before, email, names)
    entry.after = without(entry.after, email, names)
    session.add(entry)


def without(value: Any, email: str, names: Collection[str]) -> Any:
    """A JSON value in which nothing is left of an address, in capitals or not, nor of the fields with these names."""
    if isinstance(value, str):
        return ERASED if email in value.lower() else value
    if isinstance(value, list):
        return [without(item, email, names) for item in value]
    if isinstance(value, dict):
        return {name: ERASED if name in names else without(item, email, names) for name, item in value.items()}
    return value


def _email(values: dict[str, Any]) -> str | None:
    found = values.get("email")
    return found.lower() if isinstance(found, str) else None
