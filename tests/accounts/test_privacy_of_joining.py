"""What came with joining is given out and erased too: consents, requests, invitations, links, letters, the factor."""

from datetime import timedelta
from typing import Any

import pyotp
import pytest
from people import PASSWORD, Browser, link_in, mails, person
from sqlalchemy import text
from sqlmodel import SQLModel, col, select
from support import Api

from matchmaker.accounts.account_models import AccountLink, LinkPurpose, MemberRole
from matchmaker.accounts.joining.consents import CONSENT_VERSION
from matchmaker.accounts.joining.models import Consent, Invitation, JoinRequest
from matchmaker.accounts.links import make_link
from matchmaker.accounts.second_factor.models import RecoveryCode, SecondFactor
from matchmaker.kit.database import Database

FORMER = "tram.former@ben-binh.example"
EMAIL = "dang.thuy.tram@ben-binh.example"
NAME = "Đặng Thùy Trâm"
# Somebody else, whose address ends as hers does.
LONGER = f"le.{EMAIL}"


@pytest.fixture
def tram(app: Any, api: Api, database: Database, owner: int, other: int) -> Browser:
    """Trâm, who changed her address, agreed to news, asks to join, is invited, and has a second factor."""
    person(database, "boss@other.example", member_of=other, role=MemberRole.OWNER)
    person(database, FORMER, member_of=owner)
    browser = Browser(app, name="Tram's phone")
    browser.sign_in(FORMER)
    done = [
        browser.call("PUT", "/me/email", {"email": EMAIL, "password": PASSWORD}),
        browser.call("POST", "/email-changes/take", {"token": link_in(mails(app)[-1])}),
        browser.call("PUT", "/me/consents/news", {"given": True, "version": CONSENT_VERSION}),
        browser.call("POST", "/me/join-requests", {"organisation_id": other}),
        api.call("POST", "/invitations", json={"email": EMAIL, "organisation_id": other}),
        browser.call("POST", "/password-resets", {"email": EMAIL}),
    ]
    enrolment = browser.call("POST", "/me/second-factor", {"password": PASSWORD})
    code = {"code": pyotp.TOTP(enrolment.json()["secret"]).now()}
    done += [enrolment, browser.call("POST", "/me/second-factor/confirm", code)]
    assert [answer.status_code for answer in done if not answer.is_success] == []
    return browser


def rows(database: Database, table: type[SQLModel]) -> list[Any]:
    with database.session(writes=False) as session:
        return list(session.exec(select(table)))


def holding(database: Database, *words: str) -> list[tuple[str, str]]:
    """Tables that hold one of these words."""
    with database.session(writes=False) as session:
        contents = {
            table: str(session.execute(text(f'SELECT * FROM "{table}"')).all()).lower()
            for table in SQLModel.metadata.tables
        }
    return [(table, word) for table, content in contents.items() for word in words if word.lower() in content]


def test_the_export_tells_all_and_no_secrets(app: Any, database: Database, tram: Browser, other: int) -> None:
    answer = tram.call("GET", "/me/data")

    parts = answer.json()["parts"]
    assert [(row["purpose"], row["version"]) for row in parts["consents"]] == [("news", CONSENT_VERSION)]
    assert [row["organisation_id"] for row in parts["join_requests"]] == [other]
    assert [(row["email"], row["organisation_id"]) for row in parts["invitations"]] == [(EMAIL, other)]
    assert [row["purpose"] for row in parts["links"]] == ["reset_password"]
    assert [row["recovery_codes_left"] for row in parts["second_factor"]] == [10]
    assert {row["recipient"] for row in parts["letters"]} == {FORMER, EMAIL}
    secrets = [link_in(mail) for mail in mails(app) if "#" in mail.text]
    secrets += [rows(database, SecondFactor)[0].seed, *(row.code_hash for row in rows(database, RecoveryCode))]
    secrets += [row.token_hash for table in (AccountLink, Invitation) for row in rows(database, table)]
    assert [secret for secret in secrets if secret in answer.text] == []


def test_after_erasure_nothing_leads_to_the_person(database: Database, tram: Browser) -> None:
    with database.session() as session:
        details = {"email": EMAIL, "name": NAME}
        make_link(session, LinkPurpose.SIGN_UP, timedelta(days=1), details=details)
    before = {table for table, _ in holding(database, EMAIL, FORMER)}

    answer = tram.call("POST", "/me/erasure", {"password": PASSWORD})

    assert before == {"account", "account_link", "audit_entry", "invitation", "outgoing_mail"}
    assert answer.status_code == 204
    assert holding(database, EMAIL, FORMER, NAME, "Tram's phone") == []
    gone = (JoinRequest, Invitation, AccountLink, SecondFactor, RecoveryCode)
    assert [table.__name__ for table in gone if rows(database, table)] == []


def test_consents_stay_as_proof_and_end(database: Database, tram: Browser) -> None:
    tram.call("POST", "/me/erasure", {"password": PASSWORD})

    (consent,) = rows(database, Consent)
    assert (consent.purpose, consent.withdrawn_at is not None) == ("news", True)


def test_what_is_somebody_else_s_stays(app: Any, api: Api, database: Database, tram: Browser, other: int) -> None:
    person(database, LONGER)
    person(database, FORMER)
    api.call("POST", "/invitations", json={"email": "mai@a.example", "organisation_id": other})
    longer = Browser(app)
    longer.sign_in(LONGER)
    longer.call("POST", "/me/join-requests", {"organisation_id": other})

    tram.call("POST", "/me/erasure", {"password": PASSWORD})

    told = api.get("/audit", entity="account", limit=200)["items"]
    emails = {entry["after"]["email"] for entry in told if entry["part"] == "account" and not entry["before"]}
    assert emails == {"boss@other.example", LONGER, FORMER}
    assert [row.email for row in rows(database, Invitation)] == ["mai@a.example"]
    assert [mail.recipient for mail in mails(app) if LONGER in mail.text] == ["boss@other.example"]


def test_an_address_that_was_only_asked_for_is_nobody_s_to_erase(
    app: Any, api: Api, database: Database, owner: int, other: int
) -> None:
    person(database, FORMER, member_of=owner)
    api.call("POST", "/invitations", json={"email": "victim@a.example", "organisation_id": other})
    browser = Browser(app)
    browser.sign_in(FORMER)
    browser.call("PUT", "/me/email", {"email": "victim@a.example", "password": PASSWORD})

    browser.call("POST", "/me/erasure", {"password": PASSWORD})

    with database.session(writes=False) as session:
        invited = session.exec(select(Invitation.email).order_by(col(Invitation.id))).all()
    assert list(invited) == ["victim@a.example"]
