"""Takes a person out of the audit log: entries stay, with what changed, without who it was."""

import re
from collections.abc import Collection
from typing import Any

from sqlmodel import Session, col, or_, select

from matchmaker.accounts.account_models import Account
from matchmaker.accounts.privacy.parts import ERASED
from matchmaker.accounts.records.audit import says
from matchmaker.kit.auditing import AuditEntry

PERSONAL = ("name", "device", "person")
CHUNK = 200


def addresses_of(session: Session, account: Account) -> set[str]:
    """Every address that somebody had here, in lower case, but those that are another account's now."""
    own = select(AuditEntry).where(AuditEntry.part == "account", AuditEntry.part_id == str(account.id))
    told = {_email(values) for entry in session.exec(own) for values in (entry.before, entry.after)}
    had = {email for email in told if email and email != ERASED}
    theirs = select(Account.email).where(col(Account.email).in_(had), Account.id != account.id)
    others = set(session.exec(theirs).all())
    return had - others | {account.email.lower()}


def holds_address(text: str, emails: Collection[str]) -> bool:
    """Whether one of these addresses stands in a text, in capitals or not, and not as a part of a longer one."""
    whole = "|".join(re.escape(email) for email in emails)
    return re.search(rf"(?<![\w.+%-])(?:{whole})(?![\w-]|\.\w)", text.lower()) is not None


def rows_with(session: Session, table: str, email: str) -> set[str]:
    """Ids of the rows of a table that the log ever saw with an address, also those that have it no more."""
    found = session.exec(select(AuditEntry).where(AuditEntry.part == table, says(email)))
    return {entry.part_id for entry in found if email in (_email(entry.before), _email(entry.after))}


def forget_in_log(session: Session, emails: Collection[str], rows: Collection[tuple[str, str]]) -> None:
    """Replace addresses wherever the log has them, and names and devices in what it tells of these rows."""
    session.flush()
    for entry in session.exec(select(AuditEntry).where(or_(*map(says, emails)))).all():
        _forget(session, entry, emails, ())
    for table in {table for table, _ in rows}:
        ids = sorted(row for other, row in rows if other == table)
        for start in range(0, len(ids), CHUNK):
            told = col(AuditEntry.part_id).in_(ids[start : start + CHUNK])
            for entry in session.exec(select(AuditEntry).where(AuditEntry.part == table, told)).all():
                _forget(session, entry, emails, PERSONAL)
    session.flush()


def _forget(session: Session, entry: AuditEntry, emails: Collection[str], names: Collection[str]) -> None:
    entry.before = without(entry.before, emails, names)
    entry.after = without(entry.after, emails, names)
    session.add(entry)


def without(value: Any, emails: Collection[str], names: Collection[str]) -> Any:
    """A JSON value in which nothing is left of these addresses, nor of the fields with these names."""
    if isinstance(value, str):
        return ERASED if holds_address(value, emails) else value
    if isinstance(value, list):
        return [without(item, emails, names) for item in value]
    if isinstance(value, dict):
        return {name: ERASED if name in names else without(item, emails, names) for name, item in value.items()}
    return value


def _email(values: dict[str, Any]) -> str | None:
    found = values.get("email")
    return found.lower() if isinstance(found, str) else None
