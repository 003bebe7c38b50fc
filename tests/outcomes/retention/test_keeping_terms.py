"""What is kept of people is in the register, goes when its term is over, and not a day before."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlmodel import Session, SQLModel, col, select, update

from matchmaker import tables
from matchmaker.accounts.account_models import Account, MemberRole
from matchmaker.accounts.joining.models import Consent, Invitation, JoinRequest, Purpose
from matchmaker.accounts.models import Organisation
from matchmaker.accounts.records.view_models import DetailView, SeenKind
from matchmaker.accounts.tokens.models import ApiToken
from matchmaker.agenda.models import CalendarFeed
from matchmaker.events.models import Event
from matchmaker.events.people_models import EventPerson, PersonRole
from matchmaker.kit import auditing, clock
from matchmaker.kit.auditing import AuditEntry
from matchmaker.kit.database import Database
from matchmaker.kit.jobs.models import Job, JobState
from matchmaker.kit.jobs.service import run_job
from matchmaker.kit.mail.models import Language
from matchmaker.outcomes.day.models import DayDisplay
from matchmaker.outcomes.following.cases.stages import Stage
from matchmaker.outcomes.following.models import Case, CaseFile, CaseNote, CaseTask
from matchmaker.outcomes.retention.jobs import RETENTION, ask_daily, let_go_at
from matchmaker.outcomes.retention.register import (
    IMPERSONAL,
    PERSONAL,
    TERMS,
    Term,
    as_document,
    personal_tables,
)
from matchmaker.outcomes.retention.rules import RULES

NOW = clock.now()
TODAY = NOW.date()
NAME, EMAIL = "Đặng Thùy Trâm", "tram@ben-binh.example"
DAY = timedelta(days=1)
JOB = 1888


def test_every_table_stands_in_the_register_once() -> None:
    told = [table for kept in PERSONAL for table in kept.tables] + list(IMPERSONAL)

    assert tables.__all__
    assert sorted(told) == sorted(SQLModel.metadata.tables)


def test_a_table_that_knows_an_account_is_personal() -> None:
    telling = {"account_id", "email"}
    knowing = {name for name, table in SQLModel.metadata.tables.items() if telling & set(table.c.keys())}

    assert knowing - personal_tables() == set()


def test_the_docs_show_the_register() -> None:
    assert Path("docs/security/privacy_register.md").read_text("utf-8") == as_document()


def test_every_term_has_a_rule_and_stands_in_the_register() -> None:
    told = {kept.term for kept in PERSONAL if kept.term} | {Term.AUDIT_PERSONS}

    assert set(RULES) == set(TERMS) == told == set(Term)


def account(session: Session) -> int:
    made = Account(email=EMAIL, name=NAME)
    session.add(made)
    session.flush()
    return made.id or 0


def organisation(session: Session) -> int:
    made = Organisation(name_vi="Viện Cơ khí Bến Bính")
    session.add(made)
    session.flush()
    return made.id or 0


def event(session: Session) -> Event:
    made = Event(
        name_vi="Ngày kết nối",
        name_en="",
        place="",
        region="hai-phong",
        zone="Asia/Ho_Chi_Minh",
        first_day=TODAY,
        last_day=TODAY,
        registration_until=NOW,
        answers_until=NOW,
        open_requests_limit=5,
        request_hours=48,
        repeat_meetings=False,
        announced=True,
    )
    session.add(made)
    session.flush()
    return made


def delegate(session: Session) -> EventPerson:
    made = EventPerson(event_id=event(session).id or 0, role=PersonRole.DELEGATE, name=NAME, email=EMAIL)
    session.add(made)
    session.flush()
    return made


def closed_case(session: Session) -> int:
    one, other = organisation(session), organisation(session)
    made = Case(
        pair="x",
        event_id=event(session).id or 0,
        need_organisation_id=one,
        technology_organisation_id=other,
        stage=Stage.CLOSED,
    )
    session.add(made)
    session.flush()
    return made.id or 0


def an_invitation(session: Session) -> None:
    session.add(
        Invitation(
            organisation_id=organisation(session),
            email=EMAIL,
            role=MemberRole.MEMBER,
            language=Language.VIETNAMESE,
            token_hash="0",
            invited_by=NAME,
            expires_at=NOW,
        )
    )


def a_join_request(session: Session) -> None:
    session.add(JoinRequest(account_id=account(session), organisation_id=organisation(session)))


def a_token(session: Session) -> None:
    session.add(ApiToken(account_id=account(session), name=NAME, token_hash="0", expires_at=NOW))


def a_consent(session: Session) -> None:
    session.add(Consent(account_id=account(session), purpose=Purpose.NEWS, version="1", withdrawn_at=NOW))


def a_view(session: Session) -> None:
    owner = organisation(session)
    session.add(DetailView(key="x", day=TODAY, what=SeenKind.PERSON, item_id=1, owner_id=owner, viewer=NAME))


def a_job(session: Session) -> None:
    session.add(Job(kind="catalogue.import", params={"name": NAME}, state=JobState.DONE, ended_at=NOW))


def a_calendar(session: Session) -> None:
    session.add(CalendarFeed(person_id=delegate(session).id or 0, token=NAME))


def a_display(session: Session) -> None:
    session.add(DayDisplay(event_id=event(session).id or 0, token=NAME))


def a_delegate(session: Session) -> None:
    delegate(session)


def a_note(session: Session) -> None:
    session.add(CaseNote(case_id=closed_case(session), text=NAME, actor="organiser"))


def a_file(session: Session) -> None:
    case_id = closed_case(session)
    session.add(CaseFile(case_id=case_id, stored="0", name=NAME, kind="pdf", size=1, sha256="0", actor="organiser"))


def a_task(session: Session) -> None:
    session.add(CaseTask(case_id=closed_case(session), what="x", person=NAME, responsible=NAME, actor="organiser"))


def let_go(database: Database, now: datetime) -> dict[str, int]:
    with auditing.around(auditing.Acting("service", RETENTION, auditing.Door.JOB, JOB)):
        return let_go_at(database, JOB, now)


def holding(database: Database, word: str, *, but: tuple[str, ...] = ()) -> list[str]:
    with database.session(writes=False) as session:
        names = [name for name in SQLModel.metadata.tables if name not in but]
        return [name for name in names if word in str(session.execute(text(f'SELECT * FROM "{name}"')).all())]


@pytest.mark.parametrize(
    ("make", "term"),
    [
        (an_invitation, Term.INVITATIONS),
        (a_join_request, Term.JOIN_REQUESTS),
        (a_token, Term.TOKENS),
        (a_consent, Term.CONSENTS),
        (a_view, Term.VIEWS),
        (a_job, Term.JOBS),
        (a_calendar, Term.SECRET_ADDRESSES),
        (a_display, Term.SECRET_ADDRESSES),
        (a_delegate, Term.EVENT_PEOPLE),
        (a_note, Term.CASE_PEOPLE),
        (a_file, Term.CASE_PEOPLE),
        (a_task, Term.CASE_PEOPLE),
    ],
)
def test_it_goes_when_its_term_is_over_and_not_before(
    database: Database, make: Callable[[Session], None], term: Term
) -> None:
    with database.session() as session:
        make(session)

    assert let_go(database, NOW + TERMS[term] - DAY)[term] == 0
    assert let_go(database, NOW + TERMS[term] + 2 * DAY)[term] == 1
    assert let_go(database, NOW + TERMS[term] + 2 * DAY)[term] == 0


@pytest.mark.parametrize("make", [an_invitation, a_token, a_job, a_calendar, a_delegate, a_note, a_file, a_task])
def test_the_log_does_not_keep_what_went(database: Database, make: Callable[[Session], None]) -> None:
    with database.session() as session:
        make(session)

    let_go(database, NOW + 6 * timedelta(days=365))

    assert holding(database, NAME, but=("account",)) == []
    assert holding(database, EMAIL, but=("account",)) == []


def test_of_old_changes_the_log_keeps_what_and_not_who(database: Database) -> None:
    with database.session() as session:
        who, where = account(session), organisation(session)
        session.execute(update(AuditEntry).values(account_id=who))
        mine = select(AuditEntry.id).where(AuditEntry.part == "organisation", AuditEntry.part_id == str(where))
        entry_id = session.exec(mine).one()

    let_go(database, NOW + TERMS[Term.AUDIT_ACTORS] + DAY)

    with database.session(writes=False) as session:
        entry = session.get(AuditEntry, entry_id)
        assert entry is not None
        assert (entry.account_id, entry.after["name_vi"]) == (None, "Viện Cơ khí Bến Bính")
        assert session.exec(select(AuditEntry.id).where(AuditEntry.part == "account")).all() == []


def test_a_running_service_asks_once_a_day(app: Any, database: Database) -> None:
    with database.session() as session:
        first, second = ask_daily(session), ask_daily(session)
        assert first is not None
        job_id = first.id or 0

    done = run_job(database, app.state.services, job_id)
    with database.session() as session:
        session.execute(update(Job).where(col(Job.id) == job_id).values(created_at=NOW - DAY))
    with database.session() as session:
        third = ask_daily(session)

    assert (second, done.state, set(done.result)) == (None, JobState.DONE, {term.value for term in Term})
    assert third is not None


def test_terms_are_whole_days() -> None:
    assert [term for term in TERMS.values() if term % DAY] == []
    assert date.today() - TERMS[Term.INVITATIONS] < date.today()
