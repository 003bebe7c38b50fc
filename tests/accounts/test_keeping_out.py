"""Cookies, sign-ins and second factors as a service on the open internet needs them."""

import json
from typing import Any

import pytest
import structlog
from people import Browser, person, told
from sqlmodel import select

from matchmaker.accounts.account_models import Account, SignIn
from matchmaker.accounts.second_factor.states import is_needed
from matchmaker.app import create_app
from matchmaker.kit.database import Database
from matchmaker.kit.logging import configure_logging
from matchmaker.settings import SecondFactorFor, Settings


@pytest.fixture
def browser(app: Any) -> Browser:
    return Browser(app)


def test_behind_https_a_cookie_that_a_neighbouring_host_may_set_is_nobodys(
    settings: Settings, database: Database, browser: Browser
) -> None:
    person(database)
    browser.sign_in()
    app = create_app(settings.model_copy(update={"address": "https://ketnoi.example"}), background=False)

    def account(name: str) -> object:
        return Browser(app).call("GET", "/me", Cookie=f"{name}={browser.token}").json()["account"]

    assert account("matchmaker_sign_in") is None
    assert account("__Host-matchmaker_sign_in") is not None
    app.state.database.engine.dispose()


def test_signing_in_again_ends_the_former_sign_in_of_that_browser(database: Database, browser: Browser) -> None:
    person(database)
    browser.sign_in()
    former = browser.token

    browser.sign_in()

    assert browser.call("GET", "/me", Cookie=f"matchmaker_sign_in={former}").json()["account"] is None
    with database.session(writes=False) as session:
        assert len(session.exec(select(SignIn)).all()) == 1


@pytest.mark.parametrize(
    ("by", "values", "needed"),
    [
        (SecondFactorFor.ADMINISTRATORS, {"administrator": True}, True),
        (SecondFactorFor.ADMINISTRATORS, {"organiser": True}, False),
        (SecondFactorFor.ORGANISERS, {"organiser": True}, True),
        (SecondFactorFor.ORGANISERS, {}, False),
        (SecondFactorFor.EVERYBODY, {"password_hash": "x"}, True),
        (SecondFactorFor.EVERYBODY, {}, False),
    ],
)
def test_who_needs_a_second_factor_is_a_setting(by: SecondFactorFor, values: dict[str, Any], needed: bool) -> None:
    assert is_needed(Account(email="lan@x.example", name="Lan", **values), by) == needed


def test_whoever_needs_a_second_factor_can_do_nothing_before(settings: Settings, database: Database) -> None:
    person(database)
    everybody = settings.model_copy(update={"second_factor": SecondFactorFor.EVERYBODY})
    app = create_app(everybody, background=False)
    browser = Browser(app)

    assert browser.sign_in().json()["second_factor"] == "required"
    assert told(browser.call("GET", "/me/tokens")) == (403, "second_factor_required")
    app.state.database.engine.dispose()


def test_who_was_not_let_in_is_told_in_the_log(
    database: Database, browser: Browser, capsys: pytest.CaptureFixture[str]
) -> None:
    structlog.reset_defaults()
    configure_logging("INFO", "json")
    person(database)

    browser.sign_in(password="a wrong one")
    browser.call("GET", "/audit")

    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [(line["code"], line["status"]) for line in lines if line["event"] == "not_let_in"] == [
        ("sign_in_wrong", 401),
        ("organiser_only", 403),
    ]
    assert "a wrong one" not in str(lines)
