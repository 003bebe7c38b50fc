"""What several people do to accounts at once, on both databases."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from people import PASSWORD, Browser, app_code, link_in, mails, person
from sqlmodel import select
from support import Api
from test_migrations import empty, server, service

from matchmaker.accounts.account_models import Account, MemberRole, Membership
from matchmaker.accounts.joining.consents import CONSENT_VERSION
from matchmaker.kit.mail.models import OutgoingMail
from matchmaker.kit.mail.postman import deliver_due
from matchmaker.settings import Settings

__all__ = ["empty", "server", "service"]


def at_once(*calls: Callable[[], Any]) -> list[int]:
    """The statuses of calls made at the same time, in order."""
    found: list[int] = []
    threads = [threading.Thread(target=lambda call=call: found.append(call().status_code)) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(found)


def signed_in(service: Api, email: str) -> Browser:
    browser = Browser(service.app)
    assert browser.sign_in(email).status_code == 200
    return browser


def test_a_sign_up_that_is_confirmed_twice_at_once_is_one_account(service: Api) -> None:
    consents = {"version": CONSENT_VERSION, "purposes": ["account"]}
    own = {"name_vi": "Công ty Lạch Tray", "tax_code": "0100109106"}
    sent = {"email": "a@b.example", "password": PASSWORD, "name": "An", "consents": consents, "organisation": own}
    Browser(service.app).call("POST", "/sign-up", sent)
    taken = {"token": link_in(mails(service.app)[0]), "password": PASSWORD}

    found = at_once(*[lambda: Browser(service.app).call("POST", "/sign-up/confirm", taken)] * 3)

    with service.database.session(writes=False) as session:
        assert len(session.exec(select(Account)).all()) == 1
    assert (found[0], [status in (404, 409) for status in found[1:]]) == (201, [True, True])


def test_two_owners_who_leave_at_once_leave_one(service: Api) -> None:
    organisation = service.organisation()
    emails = ["a@b.example", "c@d.example"]
    for email in emails:
        person(service.database, email, member_of=organisation, role=MemberRole.OWNER)
    browsers = [signed_in(service, email) for email in emails]

    path = f"/me/memberships/{organisation}"
    found = at_once(*[lambda browser=browser: browser.call("DELETE", path) for browser in browsers])

    with service.database.session(writes=False) as session:
        assert (found, len(session.exec(select(Membership)).all())) == ([204, 409], 1)


def test_two_administrators_who_unmake_each_other_leave_one(service: Api) -> None:
    emails = ["a@b.example", "c@d.example"]
    ids = [person(service.database, email, administrator=True) for email in emails]
    browsers = [signed_in(service, email) for email in emails]
    nothing = {"organiser": False, "administrator": False}

    found = at_once(
        *[
            lambda browser=browser, other=other: browser.call("PUT", f"/people/{other}/rights", nothing)
            for browser, other in zip(browsers, reversed(ids), strict=True)
        ]
    )

    with service.database.session(writes=False) as session:
        left = session.exec(select(Account).where(Account.administrator)).all()
    assert (len(left), found[0], found[1] in (403, 409)) == (1, 200, True)


def test_one_code_at_two_doors_at_once_opens_one(service: Api) -> None:
    person(service.database, second_factor=True)
    browsers = [Browser(service.app) for _ in range(3)]
    for browser in browsers:
        browser.enter_password()
    code = app_code(service.app)

    found = at_once(*[lambda browser=browser: browser.enter_code(code) for browser in browsers])

    assert found == [200, 400, 400]


@pytest.mark.parametrize("postmen", [4])
def test_each_mail_goes_out_once(service: Api, postmen: int, tmp_path: Any) -> None:
    person(service.database)
    for number in range(3):
        ask = {"email": "lan@ben-binh.example"}
        Browser(service.app, f"198.51.100.{number}").call("POST", "/password-resets", ask)
    settings = Settings(data_folder=tmp_path / "var")

    sent: list[int] = []
    threads = [
        threading.Thread(target=lambda: sent.append(deliver_due(service.database, settings))) for _ in range(postmen)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with service.database.session(writes=False) as session:
        states = {mail.state for mail in session.exec(select(OutgoingMail))}
    assert (sum(sent), states) == (3, {"sent"})
