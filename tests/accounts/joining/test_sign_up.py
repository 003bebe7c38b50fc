"""Signing up: a letter, a link, a password; consents; one's own organisation, or asking to join one."""

from datetime import timedelta
from typing import Any

import pytest
from people import PASSWORD, Browser, link_in, mails, person, told
from sqlmodel import select

from matchmaker.accounts.account_models import Account, AccountLink, FailedSignIn, MemberRole
from matchmaker.accounts.joining.consents import CONSENT_VERSION
from matchmaker.accounts.sign_ins import forget_ended
from matchmaker.kit.database import Database
from matchmaker.settings import Settings

CONSENTS = {"version": CONSENT_VERSION, "purposes": ["account", "news"]}
SENT = {
    "email": "Mai@Lach-Tray.example",
    "password": PASSWORD,
    "name": "Phạm Mai",
    "language": "vi",
    "consents": CONSENTS,
}
OWN = {"name_vi": "Công ty Lạch Tray", "kind": "enterprise", "tax_code": "0100109106"}


@pytest.fixture
def browser(app: Any) -> Browser:
    return Browser(app)


def sign_up(browser: Browser, **changes: Any) -> Any:
    return browser.call("POST", "/sign-up", SENT | changes)


def confirm(browser: Browser, token: str, password: str = PASSWORD) -> Any:
    return browser.call("POST", "/sign-up/confirm", {"token": token, "password": password})


def come_in(browser: Browser, **changes: Any) -> Any:
    """Sign up and confirm; who one is then."""
    assert sign_up(browser, **changes).status_code == 202
    return confirm(browser, link_in(mails(browser.app)[-1])).json()


def test_the_link_and_the_password_make_the_account_and_sign_in(browser: Browser) -> None:
    asked = sign_up(browser)
    before = browser.me()["account"]

    answer = confirm(browser, link_in(mails(browser.app)[0]))

    assert (asked.status_code, asked.content, before, answer.status_code) == (202, b"null", None, 201)
    account = browser.me()["account"]
    assert (account["email"], account["name"], account["language"]) == ("mai@lach-tray.example", "Phạm Mai", "vi")
    assert Browser(browser.app).sign_in("mai@lach-tray.example").status_code == 200


def test_until_then_there_is_no_account(browser: Browser) -> None:
    sign_up(browser)

    assert told(browser.sign_in("mai@lach-tray.example")) == (401, "sign_in_wrong")


def test_the_link_alone_is_not_enough(browser: Browser) -> None:
    """Else somebody would get an account to which a stranger has the password."""
    sign_up(browser, password="chosen by a stranger")
    token = link_in(mails(browser.app)[0])

    assert told(confirm(browser, token)) == (400, "password_wrong")
    assert confirm(browser, token, "chosen by a stranger").status_code == 201


def test_the_link_works_once_and_for_two_days(browser: Browser, database: Database) -> None:
    sign_up(browser)
    token = link_in(mails(browser.app)[0])
    with database.session() as session:
        session.exec(select(AccountLink)).one().expires_at -= timedelta(days=2, minutes=1)
    late = confirm(browser, token)
    with database.session() as session:
        session.exec(select(AccountLink)).one().expires_at += timedelta(days=1)
    confirm(browser, token)

    assert [told(late), told(confirm(browser, token))] == [(404, "link_not_valid")] * 2


def test_a_known_address_is_told_only_to_its_mailbox(browser: Browser, database: Database) -> None:
    person(database, "mai@lach-tray.example", language="en")

    answer, unknown = sign_up(browser), sign_up(browser, email="new@lach-tray.example")

    assert (answer.status_code, answer.content) == (unknown.status_code, unknown.content)
    first, second = mails(browser.app)
    assert (first.recipient, first.subject) == ("mai@lach-tray.example", "You already have an account")
    assert second.subject == "Xác nhận địa chỉ thư điện tử của bạn"


def test_of_two_links_to_one_address_one_makes_the_account(browser: Browser) -> None:
    sign_up(browser)
    sign_up(browser)
    first, second = (link_in(mail) for mail in mails(browser.app))

    assert confirm(browser, first).status_code == 201
    assert told(confirm(browser, second)) == (409, "email_taken")


def test_neither_password_nor_token_is_stored(browser: Browser, database: Database) -> None:
    sign_up(browser)

    token = link_in(mails(browser.app)[0])
    with database.session(writes=False) as session:
        stored = str(session.exec(select(AccountLink)).one().model_dump())
    assert (PASSWORD in stored, token in stored) == (False, False)


def test_what_nobody_confirmed_is_forgotten(browser: Browser, database: Database, settings: Settings) -> None:
    sign_up(browser)
    with database.session() as session:
        session.exec(select(AccountLink)).one().expires_at -= timedelta(days=3)

    with database.session() as session:
        forget_ended(session, settings)

    with database.session(writes=False) as session:
        assert session.exec(select(AccountLink)).all() == []


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"password": "short"}, 422, "malformed"),
        ({"email": "no address"}, 422, "malformed"),
        ({"name": " "}, 422, "malformed"),
        ({"administrator": True}, 422, "malformed"),
        ({"consents": {"version": CONSENT_VERSION, "purposes": ["news"]}}, 400, "consent_needed"),
        ({"consents": {"version": "1999", "purposes": ["account"]}}, 409, "consent_text_outdated"),
        ({"organisation": OWN | {"tax_code": "0100109107"}}, 422, "malformed"),
        ({"organisation": OWN | {"tax_code": ""}}, 400, "tax_code_missing"),
        ({"organisation": OWN | {"name_vi": ""}}, 400, "name_missing"),
        ({"organisation": OWN, "join_organisation_id": 1}, 400, "one_organisation"),
        ({"join_organisation_id": 99}, 404, "organisation_not_found"),
    ],
)
def test_what_is_wrong_is_told_before_any_letter(
    browser: Browser, change: dict[str, Any], status: int, code: str
) -> None:
    assert told(sign_up(browser, **change)) == (status, code)
    assert mails(browser.app) == []


# --- how often ---------------------------------------------------------------------------------------


def test_one_client_writes_to_one_address_three_times(browser: Browser) -> None:
    found = [sign_up(browser).status_code for _ in range(4)]

    assert found == [202, 202, 202, 429]
    assert told(sign_up(browser)) == (429, "too_often")
    assert len(mails(browser.app)) == 3


def test_others_may_still_write_to_that_address(browser: Browser) -> None:
    for _ in range(4):
        sign_up(browser)

    assert sign_up(Browser(browser.app, "203.0.113.9")).status_code == 202


def test_one_client_writes_to_so_many_addresses(browser: Browser, database: Database) -> None:
    sign_up(browser)
    with database.session() as session:
        for row in session.exec(select(FailedSignIn)).all():
            row.count = 30
            session.add(row)

    assert told(sign_up(browser, email="b@lach-tray.example")) == (429, "too_often")


# --- consents ----------------------------------------------------------------------------------------


def test_consents_say_what_when_and_to_which_text(browser: Browser) -> None:
    come_in(browser)

    found = browser.call("GET", "/me/consents").json()

    assert [(one["purpose"], one["version"], one["withdrawn_at"]) for one in found] == [
        ("account", CONSENT_VERSION, None),
        ("news", CONSENT_VERSION, None),
    ]


def test_a_consent_is_withdrawn_and_given_again_and_both_stay(browser: Browser) -> None:
    come_in(browser)

    browser.call("PUT", "/me/consents/news", {"given": False})
    browser.call("PUT", "/me/consents/news", {"given": False})
    again = {"given": True, "version": CONSENT_VERSION}
    browser.call("PUT", "/me/consents/news", again)
    found = browser.call("PUT", "/me/consents/news", again).json()

    news = [one["withdrawn_at"] is None for one in found if one["purpose"] == "news"]
    assert news == [False, True]


def test_what_an_account_needs_is_not_withdrawn(browser: Browser) -> None:
    come_in(browser)

    assert told(browser.call("PUT", "/me/consents/account", {"given": False})) == (400, "consent_needed")
    older = {"given": True, "version": "1999"}
    assert told(browser.call("PUT", "/me/consents/statistics", older)) == (409, "consent_text_outdated")


def test_the_page_learns_what_to_ask(browser: Browser) -> None:
    assert browser.call("GET", "/sign-up").json() == {
        "version": CONSENT_VERSION,
        "purposes": ["account", "statistics", "news"],
        "needed": ["account"],
        "password_least": 10,
    }


# --- organisations -----------------------------------------------------------------------------------


def test_ones_own_organisation_waits_to_be_verified(browser: Browser) -> None:
    me = come_in(browser, organisation=OWN)

    made = me["organisation_id"]
    assert [(one["name_vi"], one["role"]) for one in me["memberships"]] == [("Công ty Lạch Tray", "owner")]
    assert browser.call("GET", f"/organisations/{made}").json()["verification"] == "pending"
    assert browser.call("GET", f"/organisations/{made}/verification").json() == {
        "organisation_id": made,
        "tax_code": "0100109106",
        "state": "pending",
        "reason": "",
        "decided_by": "",
    }


def test_a_tax_code_is_not_taken_by_whoever_claims_it_first(browser: Browser, api: Any) -> None:
    come_in(browser, organisation=OWN)
    api.organisation(key="real", tax_code="0100109106")

    later = sign_up(browser, email="c@lach-tray.example", organisation=OWN)

    assert told(later) == (409, "tax_code_taken")


def test_foreign_suppliers_need_no_tax_code(browser: Browser) -> None:
    supplier = {"name_en": "Hanbit", "kind": "foreign_supplier"}

    assert come_in(browser, organisation=supplier)["memberships"][0]["name_en"] == "Hanbit"


def test_an_owner_takes_in_who_asked(browser: Browser, database: Database, owner: int, other: int) -> None:
    person(database, member_of=owner, role=MemberRole.OWNER, language="en")
    person(database, "stranger@a.example", member_of=other, role=MemberRole.OWNER)
    boss, stranger = Browser(browser.app), Browser(browser.app)
    boss.sign_in()
    stranger.sign_in("stranger@a.example")

    me = come_in(browser, join_organisation_id=owner)
    path = f"/organisations/{owner}/join-requests"
    waiting = boss.call("GET", path).json()
    refused = [told(one.call("POST", f"{path}/{me['account']['id']}")) for one in (browser, stranger)]
    boss.call("POST", f"{path}/{me['account']['id']}")

    asked = next(mail for mail in mails(browser.app) if mail.recipient == "lan@ben-binh.example")
    assert asked.subject == "Somebody asks to join Viện Cơ khí Bến Bính"
    assert [(one["name"], one["email"]) for one in waiting] == [("Phạm Mai", "mai@lach-tray.example")]
    assert (me["memberships"], refused) == ([], [(403, "owner_only")] * 2)
    assert [one["role"] for one in browser.me()["memberships"]] == ["member"]
    assert mails(browser.app)[-1].subject == "Bạn đã là thành viên của Viện Cơ khí Bến Bính"
    assert boss.call("GET", path).json() == []


def test_an_owner_may_refuse(browser: Browser, database: Database, owner: int) -> None:
    person(database, member_of=owner, role=MemberRole.OWNER)
    boss = Browser(browser.app)
    boss.sign_in()
    me = come_in(browser, join_organisation_id=owner)

    path = f"/organisations/{owner}/join-requests/{me['account']['id']}"
    answers = [boss.call("DELETE", path).status_code, boss.call("POST", path).status_code]

    assert (answers, browser.me()["memberships"]) == ([204, 404], [])


def test_where_nobody_owns_it_organisers_are_asked(browser: Browser, database: Database, owner: int) -> None:
    person(database, "organiser@a.example", organiser=True)

    come_in(browser, join_organisation_id=owner)

    assert mails(browser.app)[-1].recipient == "organiser@a.example"


def test_asking_again_writes_no_second_letter_and_can_be_taken_back(
    browser: Browser, database: Database, owner: int
) -> None:
    person(database, member_of=owner, role=MemberRole.OWNER)
    come_in(browser, join_organisation_id=owner)
    before = len(mails(browser.app))

    browser.call("POST", "/me/join-requests", {"organisation_id": owner})
    listed = browser.call("GET", "/me/join-requests").json()
    gone = browser.call("DELETE", f"/me/join-requests/{owner}").status_code

    assert (len(mails(browser.app)), len(listed), gone) == (before, 1, 204)
    assert browser.call("GET", "/me/join-requests").json() == []


def test_nobody_brings_in_organisations_without_end(browser: Browser, database: Database) -> None:
    come_in(browser)

    found = [browser.call("POST", "/me/organisations", OWN).status_code for _ in range(6)]

    assert found == [201] * 5 + [409]
    with database.session(writes=False) as session:
        assert len(session.exec(select(Account)).all()) == 1
