"""Resetting a password and changing an address by letter."""

from datetime import timedelta
from typing import Any

import pytest
from people import PASSWORD, Browser, link_in, mails, person, told
from sqlmodel import select

from matchmaker.accounts.account_models import Account, AccountLink
from matchmaker.kit import clock
from matchmaker.kit.database import Database

NEW = "một mật khẩu khác"
LAN = "lan@ben-binh.example"


@pytest.fixture
def browser(app: Any, database: Database) -> Browser:
    person(database)
    return Browser(app)


def ask(browser: Browser, email: str = LAN) -> Any:
    return browser.call("POST", "/password-resets", {"email": email})


def take(browser: Browser, token: str) -> Any:
    return browser.call("POST", "/password-resets/take", {"token": token, "password": NEW})


# --- passwords ---------------------------------------------------------------------------------------


def test_the_link_sets_a_password_and_ends_every_sign_in(browser: Browser) -> None:
    elsewhere = Browser(browser.app)
    elsewhere.sign_in()
    ask(browser)

    answer = take(browser, link_in(mails(browser.app)[0]))

    assert (answer.status_code, elsewhere.me()["account"], browser.me()["account"]) == (204, None, None)
    assert told(browser.sign_in()) == (401, "sign_in_wrong")
    assert browser.sign_in(password=NEW).status_code == 200
    assert mails(browser.app)[-1].subject == "Mật khẩu của bạn đã được thay đổi"


def test_the_answer_tells_nobody_who_has_an_account(browser: Browser, database: Database) -> None:
    person(database, "gone@a.example", disabled_at=clock.now())

    answers = [ask(browser, email) for email in (LAN, "nobody@a.example", "gone@a.example")]

    assert [(answer.status_code, answer.content) for answer in answers] == [(202, b"null")] * 3
    assert [mail.recipient for mail in mails(browser.app)] == [LAN]


def test_a_reset_link_works_once_and_for_an_hour(browser: Browser, database: Database) -> None:
    ask(browser)
    ask(browser)
    first, second = (link_in(mail) for mail in mails(browser.app))
    with database.session() as session:
        for link in session.exec(select(AccountLink)).all():
            link.expires_at -= timedelta(minutes=59)
            session.add(link)

    answers = [take(browser, token).status_code for token in (first, first, second)]

    # The password is another one already: what was on its way ends too.
    assert answers == [204, 404, 404]


def test_a_late_link_does_nothing(browser: Browser, database: Database) -> None:
    ask(browser)
    with database.session() as session:
        session.exec(select(AccountLink)).one().expires_at -= timedelta(minutes=61)

    assert told(take(browser, link_in(mails(browser.app)[0]))) == (404, "link_not_valid")


def test_links_work_for_what_they_were_made(browser: Browser) -> None:
    ask(browser)
    token = link_in(mails(browser.app)[0])

    others = [
        browser.call("POST", "/email-changes/take", {"token": token}),
        browser.call("POST", "/sign-up/confirm", {"token": token, "password": PASSWORD}),
    ]

    assert [told(answer) for answer in others] == [(404, "link_not_valid")] * 2


def test_a_second_factor_stays(browser: Browser, database: Database) -> None:
    person(database, "two@a.example", second_factor=True)
    ask(browser, "two@a.example")
    take(browser, link_in(mails(browser.app)[0]))

    assert browser.enter_password("two@a.example", NEW).json()["second_factor"] == "asked"


def test_letters_are_not_asked_for_without_end(browser: Browser) -> None:
    assert [ask(browser).status_code for _ in range(4)] == [202, 202, 202, 429]
    assert ask(Browser(browser.app, "203.0.113.9")).status_code == 202


# --- addresses ---------------------------------------------------------------------------------------


def change(browser: Browser, email: str = "lan@cua-cam.example", password: str = PASSWORD) -> Any:
    return browser.call("PUT", "/me/email", {"email": email, "password": password})


def take_change(browser: Browser, token: str) -> Any:
    return Browser(browser.app).call("POST", "/email-changes/take", {"token": token})


def test_the_new_address_is_confirmed_and_the_former_one_told(browser: Browser) -> None:
    browser.sign_in()

    asked = change(browser)
    before = browser.me()["account"]["email"]
    taken = take_change(browser, link_in(mails(browser.app)[0]))

    assert (asked.status_code, before, taken.status_code) == (202, LAN, 204)
    assert browser.me()["account"]["email"] == "lan@cua-cam.example"
    assert [mail.recipient for mail in mails(browser.app)] == ["lan@cua-cam.example", LAN]
    assert Browser(browser.app).sign_in("lan@cua-cam.example").status_code == 200


def test_it_needs_the_password(browser: Browser) -> None:
    browser.sign_in()

    assert told(change(browser, password="wrong")) == (400, "password_wrong")
    assert mails(browser.app) == []


def test_an_address_that_has_an_account_is_told_and_nothing_changes(browser: Browser, database: Database) -> None:
    person(database, "known@a.example")
    browser.sign_in()

    answer, unknown = change(browser, "known@a.example"), change(browser)

    assert (answer.status_code, answer.content) == (unknown.status_code, unknown.content)
    assert mails(browser.app)[0].subject == "Địa chỉ này đã có tài khoản"


def test_whoever_was_quicker_keeps_the_address(browser: Browser, database: Database) -> None:
    browser.sign_in()
    change(browser)
    person(database, "lan@cua-cam.example")

    assert told(take_change(browser, link_in(mails(browser.app)[0]))) == (409, "email_taken")
    assert browser.me()["account"]["email"] == LAN


def test_links_to_the_former_address_end(browser: Browser) -> None:
    browser.sign_in()
    ask(browser)
    change(browser)
    reset, confirm = (link_in(mail) for mail in mails(browser.app))

    take_change(browser, confirm)

    assert told(take(browser, reset)) == (404, "link_not_valid")


def test_a_password_that_changes_ends_a_change_of_address_under_way(browser: Browser, database: Database) -> None:
    browser.sign_in()
    change(browser, "eve@a.example")

    browser.call("PUT", "/me/password", {"current": PASSWORD, "new": NEW})

    assert told(take_change(browser, link_in(mails(browser.app)[0]))) == (404, "link_not_valid")
    with database.session(writes=False) as session:
        assert session.exec(select(Account.email)).one() == LAN
