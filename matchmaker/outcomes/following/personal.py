"""What cases hold of a person: tasks under their name, and what they wrote, said and added."""

from typing import Any

from sqlmodel import Session, col, select

from matchmaker.accounts.account_models import Account
from matchmaker.accounts.privacy.own_parts import plain
from matchmaker.accounts.privacy.parts import ERASED, Forgotten, Rows, part
from matchmaker.accounts.records.audit import says
from matchmaker.kit.auditing import AuditEntry
from matchmaker.outcomes.following.models import CaseFile, CaseNote, CaseTask, Feedback


def _of(table: Any, session: Session, account: Account) -> list[Any]:
    return list(session.exec(select(table).where(table.account_id == account.id).order_by(col(table.id))))


def _tasks(session: Session, account: Account) -> Rows:
    return plain(_of(CaseTask, session, account))


def _unname(session: Session, account: Account) -> Forgotten:
    """Tasks stay, as their progress counts; nobody is named."""
    rows = _of(CaseTask, session, account)
    for row in rows:
        row.person, row.account_id = ERASED, None
        session.add(row)
    session.flush()
    return [("case_task", row) for row in {*(str(row.id) for row in rows), *_former_tasks(session, account)}]


def _former_tasks(session: Session, account: Account) -> set[str]:
    """The tasks that were theirs at any time, by the log."""
    told = select(AuditEntry).where(AuditEntry.part == "case_task", says("account_id"))
    entries = session.exec(told)
    return {one.part_id for one in entries if account.id in (one.before.get("account_id"), one.after.get("account_id"))}


def _words(session: Session, account: Account) -> Rows:
    return plain(_of(Feedback, session, account))


def _notes(session: Session, account: Account) -> Rows:
    return plain(_of(CaseNote, session, account))


def _files(session: Session, account: Account) -> Rows:
    kept = ("id", "case_id", "name", "kind", "size", "at")
    return [{name: row[name] for name in kept} for row in plain(_of(CaseFile, session, account))]


def _let_go(session: Session, account: Account) -> Forgotten:
    """What was said for an organisation stays the organisation's, and leads to nobody."""
    for table in (Feedback, CaseNote, CaseFile):
        for row in _of(table, session, account):
            row.account_id = None
            session.add(row)
    session.flush()
    return ()


part("meeting_words", _words)
part("case_notes", _notes)
part("case_files", _files, _let_go)
part("case_tasks", _tasks, _unname)
