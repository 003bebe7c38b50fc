"""The audit log: who changed what and when, with what it was before and after.

A table is declared by ``@audited`` beside its class, and from then on every change of its rows through a session is
written down in the same transaction, also by statements over many rows. Rows that the database itself removes with
what they belong to are not listed one by one: the log says that the whole went.
"""

from matchmaker.kit.auditing.acting import Acting, Door, acting_in, around, begin
from matchmaker.kit.auditing.declaring import AUDITED, audited
from matchmaker.kit.auditing.models import AuditEntry
from matchmaker.kit.auditing.reading import state_of_log
from matchmaker.kit.auditing.recording import listener, record

__all__ = [
    "AUDITED",
    "Acting",
    "AuditEntry",
    "Door",
    "acting_in",
    "around",
    "audited",
    "begin",
    "listener",
    "record",
    "state_of_log",
]
