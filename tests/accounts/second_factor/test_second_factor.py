"""The second factor: setting it up, signing in in two steps, and what an administrator cannot do without it."""

import base64
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pyotp
import pytest
from people import PASSWORD, Browser, app_code, mails, person, told
from sqlmodel import select

from matchmaker.accounts.account_models import AccountLink, FailedSignIn
from matchmaker.accounts.second_factor import codes
from matchmaker.accounts.second_factor.models import RecoveryCode, SecondFactor
from matchmaker.kit.database import Database

WRONG = "000000"


@pytest.fixture
def browser(app: Any, database: Database) -> Browser:
    """Lan's browser, signed in without a second factor."""
    person(database)
    made = Browser(app)
    made.sign_in()
    return made


def enrol(browser: Browser) -> list[str]:
    """Turn the second factor on; the recovery codes."""
    made = browser.call("POST", "/me/second-factor", {"password": PASSWORD}).json()
    answer = browser.call("POST", "/me/second-factor/confirm", {"code": pyotp.TOTP(made["secret"]).now()})
    assert answer.status_code == 200, answer.text
    return list(answer.json()["codes"])


def use_no_code_yet(database: Database) -> None:
    """As if the last code had been used long ago."""
    with database.session() as session:
        for factor in session.exec(select(SecondFactor)).all():
            factor.last_step = 0
            session.add(factor)


# --- setting it up -----------------------------------------------------------------------------------


def test_an_app_reads_the_secret_as_text_and_as_a_picture(browser: Browser) -> None:
    made = browser.call("POST", "/me/second-factor", {"password": PASSWORD}).json()

    uri = urlsplit(made["uri"])
    assert (uri.scheme, uri.netloc, unquote(uri.path)) == ("otpauth", "totp", "/Matchmaker:lan@ben-binh.example")
    assert parse_qs(uri.query) == {"secret": [made["secret"]], "issuer": ["Matchmaker"]}
    assert made["qr"].startswith("data:image/svg+xml")
    assert len(base64.b32decode(made["secret"])) == 20


def test_it_is_on_once_a_code_confirms_it(browser: Browser) -> None:
    browser.call("POST", "/me/second-factor", {"password": PASSWORD})
    before = (browser.me()["second_factor"], Browser(browser.app).enter_password().json()["second_factor"])

    wrong = browser.call("POST", "/me/second-factor/confirm", {"code": WRONG})
    recovery = enrol(browser)

    assert (before, told(wrong)) == (("off", "off"), (400, "code_wrong"))
    assert browser.me()["second_factor"] == "on"
    assert (len(set(recovery)), {len(code) for code in recovery}) == (10, {29})
    assert mails(browser.app)[-1].subject == "Xác thực hai bước đã được bật"


def test_it_needs_the_password_and_is_not_set_up_twice(browser: Browser) -> None:
    wrong = browser.call("POST", "/me/second-factor", {"password": "wrong"})
    without = browser.call("POST", "/me/second-factor/confirm", {"code": WRONG})
    enrol(browser)

    assert (told(wrong), told(without)) == ((400, "password_wrong"), (409, "second_factor_not_started"))
    again = browser.call("POST", "/me/second-factor", {"password": PASSWORD})
    assert told(again) == (409, "second_factor_on")


def test_setting_it_up_signs_other_devices_out(browser: Browser) -> None:
    elsewhere = Browser(browser.app)
    elsewhere.sign_in()

    enrol(browser)

    assert (elsewhere.me()["account"], browser.me()["account"]["name"]) == (None, "Lan")


def test_neither_secret_nor_recovery_codes_are_stored(browser: Browser, database: Database) -> None:
    made = browser.call("POST", "/me/second-factor", {"password": PASSWORD}).json()
    confirming = {"code": pyotp.TOTP(made["secret"]).now()}
    recovery = browser.call("POST", "/me/second-factor/confirm", confirming).json()["codes"]

    with database.session(writes=False) as session:
        stored = str([row.model_dump() for row in session.exec(select(SecondFactor))])
        stored += str([row.model_dump() for row in session.exec(select(RecoveryCode))])
    shown = [
        made["secret"],
        base64.b32decode(made["secret"]).hex(),
        *recovery,
        *(code.replace("-", "") for code in recovery),
    ]
    assert [text for text in shown if text in stored] == []


# --- signing in --------------------------------------------------------------------------------------


def test_the_password_alone_signs_nobody_in(browser: Browser, database: Database) -> None:
    enrol(browser)
    use_no_code_yet(database)
    here = Browser(browser.app)

    half = here.enter_password()
    nobody = (here.me()["account"], here.call("GET", "/me/devices").status_code)
    full = here.enter_code(app_code(here.app))

    assert (half.json()["account"], half.json()["second_factor"]) == (None, "asked")
    assert "matchmaker_sign_in=" not in str(half.headers.get_list("set-cookie"))
    assert (nobody, full.status_code, here.me()["second_factor"]) == ((None, 401), 200, "on")


def test_a_code_is_never_accepted_twice(browser: Browser, database: Database) -> None:
    enrol(browser)
    use_no_code_yet(database)
    code = app_code(browser.app)
    first, second = Browser(browser.app), Browser(browser.app)
    for one in (first, second):
        one.enter_password()

    assert first.enter_code(code).status_code == 200
    assert told(second.enter_code(code)) == (400, "code_wrong")
    assert told(second.enter_code(app_code(browser.app, around=-1))) == (400, "code_wrong")
    assert second.enter_code(app_code(browser.app, around=1)).status_code == 200


@pytest.mark.parametrize(("late", "step"), [(-60, None), (-30, 99), (0, 100), (30, 101), (60, None)])
def test_clocks_may_be_half_a_minute_off(late: int, step: int | None) -> None:
    now = datetime.fromtimestamp(100 * codes.SECONDS, UTC)
    secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"

    assert codes.step_of(secret, pyotp.TOTP(secret).at(now + timedelta(seconds=late)), now) == step


def test_a_recovery_code_works_once_however_it_is_typed(browser: Browser) -> None:
    code = enrol(browser)[0]
    here, there = Browser(browser.app), Browser(browser.app)
    here.enter_password()
    there.enter_password()

    first, second = here.enter_code(f" {code.lower()} "), there.enter_code(code)

    assert (first.status_code, told(second)) == (200, (400, "code_wrong"))
    assert here.call("GET", "/me/second-factor").json()["recovery_codes_left"] == 9


def test_nobody_uses_the_recovery_codes_of_others(browser: Browser, database: Database) -> None:
    theirs = enrol(browser)[0]
    person(database, "eve@a.example", second_factor=True)
    eve = Browser(browser.app)
    eve.enter_password("eve@a.example")

    assert told(eve.enter_code(theirs)) == (400, "code_wrong")


def test_a_half_sign_in_is_over_after_ten_minutes_and_after_its_use(browser: Browser, database: Database) -> None:
    enrol(browser)
    use_no_code_yet(database)
    late = Browser(browser.app)
    late.enter_password()
    with database.session() as session:
        session.exec(select(AccountLink)).one().expires_at -= timedelta(minutes=11)

    assert told(late.enter_code(app_code(late.app))) == (401, "second_step_over")
    assert told(Browser(browser.app).enter_code(app_code(late.app))) == (401, "second_step_over")


@pytest.mark.parametrize("code", ["abcdef", "٠٠٠٠٠٠", "12345 ", "------", "é" * 16])
def test_what_is_no_code_is_wrong(browser: Browser, code: str) -> None:
    enrol(browser)
    here = Browser(browser.app)
    here.enter_password()

    assert told(here.enter_code(code)) == (400, "code_wrong")


# --- guessing ----------------------------------------------------------------------------------------


def guess(browser: Browser, times: int) -> list[int]:
    browser.enter_password()
    return [browser.enter_code(WRONG).status_code for _ in range(times)]


def test_after_five_wrong_codes_a_client_waits_also_with_another_half_sign_in(browser: Browser) -> None:
    enrol(browser)
    here = Browser(browser.app)

    assert guess(here, 6) == [400] * 5 + [429]
    assert guess(Browser(browser.app), 1) == [429]


def test_many_clients_together_guess_no_more_than_some_codes(browser: Browser) -> None:
    enrol(browser)

    found = [guess(Browser(browser.app, f"203.0.113.{number}"), 5)[-1] for number in range(5)]

    assert found == [400] * 4 + [429]


def test_guesses_of_others_do_not_hold_up_ones_own_device(browser: Browser, database: Database) -> None:
    enrol(browser)
    browser.call("POST", "/sign-out")
    for number in range(5):
        guess(Browser(browser.app, f"203.0.113.{number}"), 5)
    use_no_code_yet(database)

    browser.enter_password()
    assert browser.enter_code(app_code(browser.app)).status_code == 200


def test_the_password_is_not_guessed_from_inside(browser: Browser, database: Database) -> None:
    body = {"password": "wrong"}

    found = [browser.call("POST", "/me/second-factor", body).status_code for _ in range(6)]

    assert found == [400] * 5 + [429]
    with database.session(writes=False) as session:
        assert [row.count for row in session.exec(select(FailedSignIn))] == [5]


# --- taking it off -----------------------------------------------------------------------------------


def test_taking_it_off_needs_the_password_and_a_code(browser: Browser, database: Database) -> None:
    recovery = enrol(browser)
    path = "/me/second-factor/remove"

    refused = [
        told(browser.call("POST", path, {"password": "wrong", "code": recovery[0]})),
        told(browser.call("POST", path, {"password": PASSWORD, "code": WRONG})),
    ]
    gone = browser.call("POST", path, {"password": PASSWORD, "code": recovery[0]}).status_code

    assert (refused, gone) == ([(400, "password_wrong"), (400, "code_wrong")], 204)
    assert Browser(browser.app).sign_in().json()["second_factor"] == "off"
    assert mails(browser.app)[-1].subject == "Xác thực hai bước đã được tắt"
    with database.session(writes=False) as session:
        assert session.exec(select(RecoveryCode)).all() == []


def test_other_recovery_codes_end_the_former_ones(browser: Browser) -> None:
    former = enrol(browser)

    sent = {"password": PASSWORD, "code": former[0]}
    latter = browser.call("POST", "/me/second-factor/recovery-codes", sent).json()["codes"]

    here = Browser(browser.app)
    here.enter_password()
    assert told(here.enter_code(former[1])) == (400, "code_wrong")
    assert here.enter_code(latter[0]).status_code == 200


# --- administrators ----------------------------------------------------------------------------------


def test_an_administrator_without_one_can_only_set_it_up(app: Any, database: Database, owner: int) -> None:
    person(database, "root@a.example", administrator=True, second_factor=False)
    root = Browser(app)
    state = root.sign_in("root@a.example").json()["second_factor"]

    before = [
        told(root.call(method, path))
        for method, path in (("GET", "/people"), ("GET", "/postings"), ("GET", "/me/devices"))
    ]
    enrol(root)
    after = [root.call("GET", path).status_code for path in ("/people", "/postings", "/me/devices")]

    assert (state, before, after) == ("required", [(403, "second_factor_required")] * 3, [200] * 3)
    assert root.me()["second_factor"] == "on"
