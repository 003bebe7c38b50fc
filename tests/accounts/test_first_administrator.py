"""The first administrator comes by a link that the service prints when it starts."""

from datetime import timedelta
from typing import Any

from people import PASSWORD, Browser, person, told
from sqlmodel import select

from matchmaker.accounts.account_models import AccountLink
from matchmaker.accounts.account_service import first_administrator_token
from matchmaker.kit.database import Database

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
