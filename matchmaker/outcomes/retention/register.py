"""The register of personal data: every table, what it holds of people, why, and when it goes; pure.

The Vietnamese law on personal data (91/2025/QH15) and the GDPR (articles 5, 6, 17 and 30) ask for one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

MONTH, YEAR = timedelta(days=30), timedelta(days=365)


class Term(StrEnum):
    """What has a term of its own; the daily job has one rule for each."""

    INVITATIONS = "invitations"
    JOIN_REQUESTS = "join_requests"
    TOKENS = "tokens"
    CONSENTS = "consents"
    VIEWS = "views"
    DELIVERIES = "deliveries"
    JOBS = "jobs"
    SECRET_ADDRESSES = "secret_addresses"
    EVENT_PEOPLE = "event_people"
    MEETING_NOTES = "meeting_notes"
    CASE_PEOPLE = "case_people"
    AUDIT_PERSONS = "audit_persons"
    AUDIT_ACTORS = "audit_actors"


# From when each term runs stands with its rule in ``rules.py``.
TERMS: dict[Term, timedelta] = {
    Term.INVITATIONS: MONTH,
    Term.JOIN_REQUESTS: 6 * MONTH,
    Term.TOKENS: 3 * MONTH,
    Term.CONSENTS: 5 * YEAR,
    Term.VIEWS: 2 * YEAR,
    Term.DELIVERIES: 3 * MONTH,
    Term.JOBS: YEAR,
    Term.SECRET_ADDRESSES: 3 * MONTH,
    Term.EVENT_PEOPLE: 2 * YEAR,
    Term.MEETING_NOTES: 5 * YEAR,
    Term.CASE_PEOPLE: 5 * YEAR,
    Term.AUDIT_PERSONS: 2 * YEAR,
    Term.AUDIT_ACTORS: 3 * YEAR,
}


class Basis(StrEnum):
    """Why it may be kept."""

    AGREED = "consent"
    SERVICE = "the service that was asked for"
    SAFETY = "legitimate interest: security"
    DUTY = "duty to account for public work"


@dataclass(frozen=True)
class Kept:
    """What some tables hold of people. ``until`` tells those who read the register; ``term`` has the days."""

    tables: tuple[str, ...]
    what: str
    why: str
    basis: Basis
    until: str
    term: Term | None = None


PERSONAL: tuple[Kept, ...] = (
    Kept(
        ("account", "membership", "news_stopped", "digest_week"),
        "name, address, language, password digest, organisations, which letters are not wanted",
        "to sign in and act for an organisation",
        Basis.AGREED,
        "erased by oneself or on request",
    ),
    Kept(
        ("second_factor", "recovery_code"),
        "seed of the app's codes, digests of codes",
        "to sign in safely",
        Basis.SAFETY,
        "taken off or erased",
    ),
    Kept(
        ("sign_in",),
        "device and moments of use",
        "to stay signed in",
        Basis.SERVICE,
        "unused 12 hours, 14 days at most",
    ),
    Kept(("failed_sign_in",), "counts under digests", "against guessing", Basis.SAFETY, "a day"),
    Kept(
        ("account_link",),
        "digests of links, and what a sign-up says",
        "to confirm an address",
        Basis.SERVICE,
        "the link's end, hours to days",
    ),
    Kept(
        ("identity",),
        "subject at a provider, as a digest",
        "to be known again",
        Basis.SERVICE,
        "erased with the account",
    ),
    Kept(("api_token",), "name, scopes, last use", "programs", Basis.SERVICE, "after its end", Term.TOKENS),
    Kept(("consent",), "what was agreed to, when and until when", "proof", Basis.DUTY, "after it ended", Term.CONSENTS),
    Kept(("invitation",), "address", "to invite", Basis.SERVICE, "after it ended or was taken", Term.INVITATIONS),
    Kept(("join_request",), "who asks", "to be taken in", Basis.AGREED, "after asking", Term.JOIN_REQUESTS),
    Kept(
        ("outgoing_mail",),
        "recipient, subject; the text until it went out",
        "to send letters",
        Basis.SERVICE,
        "some weeks after it went out",
    ),
    Kept(("detail_view",), "who saw what of whom", "to be told", Basis.SAFETY, "after that day", Term.VIEWS),
    Kept(
        ("event_person", "person_absence", "event_block_person", "agenda_told", "agenda_notice", "check_in"),
        "name, address, languages, absences, who was there and was told what",
        "to plan and hold meetings",
        Basis.AGREED,
        "names after the event; counts stay",
        Term.EVENT_PEOPLE,
    ),
    Kept(
        ("calendar_feed", "day_display"),
        "secret addresses",
        "calendars and displays",
        Basis.SERVICE,
        "after the event",
        Term.SECRET_ADDRESSES,
    ),
    Kept(
        ("meeting_feedback",),
        "who said what of a meeting, notes",
        "to follow up",
        Basis.AGREED,
        "notes and people after they were said; the answer stays",
        Term.MEETING_NOTES,
    ),
    Kept(
        ("case_task", "case_note", "case_file"),
        "who does what, notes, files",
        "to bring a pair to a contract",
        Basis.AGREED,
        "after the case reached its last stage",
        Term.CASE_PEOPLE,
    ),
    Kept(("job", "import_row"), "who asked, names of files", "long work", Basis.SERVICE, "after its end", Term.JOBS),
    Kept(("plan_entry",), "who entered a value", "to answer for figures", Basis.DUTY, "the plan is removed"),
    Kept(
        ("webhook_delivery", "webhook_attempt"),
        "what was told to whom",
        "to send again",
        Basis.SERVICE,
        "after it arrived or was set aside",
        Term.DELIVERIES,
    ),
    Kept(
        ("audit_entry",),
        "who changed what, with names and addresses that changed",
        "to answer for changes",
        Basis.DUTY,
        "entries of people's own rows after 730 days, who did it after 1,095; the change itself stays",
        Term.AUDIT_ACTORS,
    ),
)

# Tables that hold nothing of people, and whose they are.
IMPERSONAL: Mapping[str, str] = {
    "organisation": "an organisation's",
    "identity_provider": "an organisation's",
    "posting": "an organisation's",
    "posting_text": "an organisation's",
    "catalogue_change": "of postings",
    "review_event": "of postings; actors are parties, not people",
    "embedding": "vectors of texts",
    "index_generation": "technical",
    "index_part": "vectors of texts",
    "serving_model": "technical",
    "candidate": "of postings",
    "ranking_run": "technical",
    "answer": "an organisation's",
    "answer_record": "an organisation's",
    "meeting_request": "an organisation's",
    "nudge": "an organisation's",
    "pair_rule": "of organisations",
    "event": "public",
    "event_step": "actors are parties, not people",
    "event_block": "of an event",
    "event_block_slot": "of an event",
    "event_detail_change": "of an event",
    "room": "of an event",
    "slot": "of an event",
    "meeting_table": "of an event",
    "table_absence": "of tables",
    "registration": "an organisation's",
    "agenda_version": "of an event",
    "agenda_placement": "refers to people of events, without their names",
    "agenda_step": "refers to people of events, without their names",
    "agenda_offer": "refers to people of events, without their names",
    "agenda_found_plan": "refers to people of events, without their names",
    "meeting_word": "said by a side",
    "followed_case": "of two organisations",
    "case_meeting": "of a case",
    "case_step": "actors are parties, not people",
    "case_value": "of two organisations",
    "case_going": "said by a side",
    "case_reminder": "technical",
    "national_record": "of technologies",
    "record_mapping": "technical",
    "sector": "words of the field",
    "answer_template": "the reviewers' common words",
    "webhook_receiver": "of a system",
    "partner_record": "of postings of partners",
    "partner_source": "of a partner's catalogue",
    "plan": "public work",
    "plan_target": "public work",
}


_HEAD = """\
# Register of personal data

Made from `matchmaker/outcomes/retention/register.py` by `matchmaker privacy register`; a test holds every table of the
database against it. It is what article 30 of the GDPR and the Vietnamese law on personal data (91/2025/QH15, in force
since 1 January 2026) ask for, as far as a program can know: who is responsible, whom to write to and who processes for
them is for whoever runs the service to add.

Every day the job `privacy.retention` lets go of what is over and reports how much (`GET /api/jobs`; `matchmaker privacy
let-go` does it now). People take what is kept of them (`GET /api/me/data`) and erase themselves (`POST
/api/me/erasure`) at any time: what counted goes on counting, and leads to nobody. Backups hold what was let go of until
they end; keep them no longer than 90 days.

| tables | of people | why | basis | until |
| --- | --- | --- | --- | --- |""".splitlines()
_FOOT = """
Uploads to import go with their job, those with rejected rows after `MATCHMAKER_KEEP_UPLOADS_DAYS`. Files of cases go
from the disk with their row. Nothing is sold, profiled or decided about a person: ranking reads texts of organisations.
Others get names only where two sides meet, and each such look is on record.

Accounts that nobody uses any more do not end by themselves: the service does not know whether somebody who comes once a
year will come again.

## Tables without people

| table | whose |
| --- | --- |""".splitlines()


def personal_tables() -> frozenset[str]:
    """The tables of which the audit log tells something of people."""
    return frozenset(table for kept in PERSONAL for table in kept.tables)


def as_document() -> str:
    """The register as the documentation shows it."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterable[str]:
    yield from _HEAD
    for kept in PERSONAL:
        tables = ", ".join(f"`{table}`" for table in kept.tables)
        days = f"; {TERMS[kept.term].days} days" if kept.term and "days" not in kept.until else ""
        yield f"| {tables} | {kept.what} | {kept.why} | {kept.basis} | {kept.until}{days} |"
    yield from _FOOT
    yield from (f"| `{table}` | {whose} |" for table, whose in sorted(IMPERSONAL.items()))
