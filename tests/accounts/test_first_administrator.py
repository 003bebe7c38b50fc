"""The first administrator comes by a link that the service prints when it starts."""

from datetime import timedelta
from typing import Any

import pytest
from people import PASSWORD, Browser, person, told
from sqlmodel import select

from matchmaker.accounts.account_models import AccountLink, PersonSent
from matchmaker.accounts.account_service import create_first_administrator, first_administrator_token
from matchmaker.commands import common, operations
from matchmaker.kit.database import Database
from matchmaker.settings import Settings, get_settings

SENT = {"email": "Tran.Minh@ban.example", "name": "Trần Minh", "language": "vi", "password": PASSWORD}


def new_link(database: Database) -> str | None:
    with database.session() as session:
        return first_administrator_token(session)


def test_the_link_makes_an_administrator_and_signs_in(app: Any, database: Database) -> None:
    browser = Browser(app)

    answer = browser.call("POST", "/first-administrator", SENT | {"token": new_link(database)})

    assert answer.status_code == 201
    account = browser.me()["account"]
    assert (account["email"], account["name"], account["administrator"]) == ("tran.minh@ban.example", "Trần Minh", True)
    assert browser.me()["acting_as"] == "organiser"


def test_the_link_works_once(app: Any, database: Database) -> None:
    token = new_link(database)
    Browser(app).call("POST", "/first-administrator", SENT | {"token": token})

    again = Browser(app).call("POST", "/first-administrator", SENT | {"token": token, "email": "b@ban.example"})

    assert told(again) == (404, "link_not_valid")
    assert new_link(database) is None


def test_another_start_ends_the_former_link(app: Any, database: Database) -> None:
    former, latter = new_link(database), new_link(database)

    answers = [Browser(app).call("POST", "/first-administrator", SENT | {"token": each}) for each in (former, latter)]

    assert [answer.status_code for answer in answers] == [404, 201]


def test_the_link_expires(app: Any, database: Database) -> None:
    token = new_link(database)
    with database.session() as session:
        session.exec(select(AccountLink)).one().expires_at -= timedelta(days=1, minutes=1)

    assert told(Browser(app).call("POST", "/first-administrator", SENT | {"token": token})) == (404, "link_not_valid")


def test_a_refusal_leaves_the_link_as_it_was(app: Any, database: Database) -> None:
    person(database)
    token = new_link(database)
    taken = SENT | {"token": token, "email": "lan@ben-binh.example"}

    assert told(Browser(app).call("POST", "/first-administrator", taken)) == (409, "email_taken")
    assert Browser(app).call("POST", "/first-administrator", SENT | {"token": token}).status_code == 201


def test_the_service_prints_the_link_while_there_is_no_administrator(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MATCHMAKER_DATA_FOLDER", str(settings.data_folder))
    monkeypatch.setenv("MATCHMAKER_ADDRESS", "https://ketnoi.example/")
    get_settings.cache_clear()
    common.services.cache_clear()

    operations.welcome_first_administrator()
    token = capsys.readouterr().out.split("/first-administrator#")[1].split()[0]
    with common.session(writes=True) as session:
        create_first_administrator(session, PersonSent(token=token, **SENT))
    operations.welcome_first_administrator()

    assert capsys.readouterr().out == ""
    common.services().database.engine.dispose()
    get_settings.cache_clear()
    common.services.cache_clear()
