"""Accounts on the command line."""

from collections.abc import Iterator
from typing import Any

import pytest
import structlog
from people import Browser, mails, person
from typer.testing import CliRunner

from matchmaker.cli import app as command_line
from matchmaker.commands import common
from matchmaker.kit.database import Database
from matchmaker.settings import Settings, get_settings


@pytest.fixture(autouse=True)
def process(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A process of its own, on the data folder of the application."""
    monkeypatch.setenv("MATCHMAKER_DATA_FOLDER", str(settings.data_folder))
    get_settings.cache_clear()
    common.services.cache_clear()
    yield
    if common.services.cache_info().currsize:
        common.services().database.engine.dispose()
    get_settings.cache_clear()
    common.services.cache_clear()


def run(*words: object) -> tuple[int, str]:
    done = CliRunner().invoke(command_line, ["accounts", *map(str, words)])
    # The command wrote its log to a stream that is closed by now.
    structlog.reset_defaults()
    return done.exit_code, done.output


def test_an_invitation_goes_out_at_once(app: Any, settings: Settings, owner: int) -> None:
    code, output = run("invite", "Ha@Ben-Binh.example", "--organisation", owner, "--role", "owner", "--language", "en")

    assert (code, output.splitlines()[-1]) == (0, "1 mails sent")
    assert mails(app)[0].recipient == "ha@ben-binh.example"
    assert len(list((settings.data_folder / "mail").glob("*.eml"))) == 1


@pytest.mark.parametrize(("email", "organisation"), [("no address", 1), ("a@b.example", 0), ("a@b.example", 99)])
def test_a_wrong_invitation_is_refused_without_a_traceback(email: str, organisation: int) -> None:
    code, output = run("invite", email, "--organisation", organisation)

    assert (code != 0, "Traceback" in output) == (True, False)


def test_somebody_is_made_an_administrator(app: Any, database: Database) -> None:
    person(database)

    code, _ = run("make-administrator", "Lan@Ben-Binh.example")

    browser = Browser(app)
    assert (code, browser.sign_in().json()["second_factor"]) == (0, "required")
    assert run("make-administrator", "nobody@a.example")[0] == 1


def test_a_lost_second_factor_is_taken_off(app: Any, database: Database) -> None:
    person(database, second_factor=True)

    codes = [run("remove-second-factor", "lan@ben-binh.example")[0] for _ in range(2)]

    assert codes == [0, 1]
    assert Browser(app).enter_password().json()["second_factor"] == "off"


def test_accounts_are_listed(database: Database) -> None:
    person(database)
    person(database, "ha@a.example")

    _, output = run("list", "ben-binh")

    assert ("lan@ben-binh" in output, "ha@a.example" in output) == (True, False)


def test_somebody_is_signed_out_everywhere(app: Any, database: Database) -> None:
    person(database)
    browser = Browser(app)
    browser.sign_in()

    code, output = run("sign-out", "lan@ben-binh.example")

    assert (code, output.strip()) == (0, "lan@ben-binh.example is signed out everywhere")
    assert browser.me()["account"] is None


def test_a_closed_account_is_nobodys_until_it_is_opened_again(app: Any, database: Database) -> None:
    person(database)
    browser = Browser(app)
    browser.sign_in()

    run("close", "lan@ben-binh.example")
    closed = (browser.me()["account"], browser.sign_in().status_code)
    run("reopen", "lan@ben-binh.example")

    assert closed == (None, 401)
    assert browser.sign_in().status_code == 200
