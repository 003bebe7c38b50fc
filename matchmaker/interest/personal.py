"""The answers that a person gave, for the export of their data; they stay as those of the organisation."""

from sqlmodel import Session, col, select

from matchmaker.accounts.account_models import Account
from matchmaker.accounts.privacy.own_parts import plain
from matchmaker.accounts.privacy.parts import Rows, part
from matchmaker.interest.models import Answer
from matchmaker.kit.auditing import AuditEntry

CHUNK = 500


def _export(session: Session, account: Account) -> Rows:
    given = select(AuditEntry.part_id).where(AuditEntry.part == "answer", AuditEntry.account_id == account.id)
    ids = sorted({int(row) for row in session.exec(given)})
    found: Rows = []
    for start in range(0, len(ids), CHUNK):
        found += plain(session.exec(select(Answer).where(col(Answer.id).in_(ids[start : start + CHUNK]))))
    return found


part("answers", _export)
