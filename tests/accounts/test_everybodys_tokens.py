"""Administrators see whose tokens there are, and end them; nobody else does, and nobody reads a token."""

from typing import Any

import pytest
from people import Browser, mails, person, told
from support import Api

from matchmaker.kit.database import Database

SENT = {"name": "ERP", "scopes": ["read", "write"], "days": 30}


@pytest.fixture
def lan(app: Any, database: Database, owner: int) -> Browser:
    """Lan, a member with a token."""
    person(database, member_of=owner)
    browser = Browser(app)
    browser.sign_in()
    browser.call("POST", "/me/tokens", SENT)
    return browser


def test_an_administrator_sees_whose_a_token_is_and_nothing_to_use_it_by(
    lan: Browser, root: Browser, owner: int
) -> None:
    own = lan.call("GET", "/me/tokens").json()[0]

    page = root.call("GET", "/tokens").json()

    (item,) = page["items"]
    assert item == own | {"account_id": 1, "person": "Lan", "email": "lan@ben-binh.example"}
    assert (page["total"], item["organisation_id"], item["scopes"]) == (1, owner, ["read", "write"])


@pytest.mark.parametrize(
    ("sought", "names"),
    [("erp", ["ERP"]), ("ROOT@", ["Kho"]), ("lan", ["Kho", "ERP"]), ("%", []), ("", ["Kho", "ERP"])],
)
def test_tokens_are_found_by_name_person_and_address_the_latest_first(
    lan: Browser, root: Browser, sought: str, names: list[str]
) -> None:
    root.call("POST", "/me/tokens", SENT | {"name": "Kho"})

    page = root.call("GET", f"/tokens?q={sought.replace('%', '%25')}").json()

    assert ([item["name"] for item in page["items"]], page["total"]) == (names, len(names))


def test_a_revoked_token_ends_at_once_its_person_is_told_and_the_log_has_it(
    app: Any, lan: Browser, root: Browser, api: Api
) -> None:
    token = lan.call("POST", "/me/tokens", SENT | {"name": "Kho"}).json()["token"]
    before = Browser(app).call("GET", "/me", Authorization=f"Bearer {token}").status_code

    answer = root.call("DELETE", "/tokens/2")

    assert (before, answer.status_code) == (200, 204)
    assert told(Browser(app).call("GET", "/me", Authorization=f"Bearer {token}")) == (401, "token_not_valid")
    (letter,) = mails(app)
    assert (letter.recipient, letter.subject) == ("lan@ben-binh.example", "Một khóa chương trình của bạn đã bị thu hồi")
    entry = api.get("/audit", action="accounts.revoke_any_token")["items"][0]
    assert (entry["account_name"], entry["entity_id"], entry["part"], entry["before"]["name"]) == (
        "Lan",
        "1",
        "api_token",
        "Kho",
    )
    assert "token_hash" not in entry["before"]
    assert [one["name"] for one in lan.call("GET", "/me/tokens").json()] == ["ERP"]


def test_who_ends_a_token_of_their_own_gets_no_letter(app: Any, lan: Browser, root: Browser) -> None:
    root.call("POST", "/me/tokens", SENT)

    root.call("DELETE", "/tokens/2")

    assert (mails(app), told(root.call("DELETE", "/tokens/2"))) == ([], (404, "token_not_found"))


def test_an_organiser_neither_sees_nor_ends_tokens_of_others(app: Any, database: Database, lan: Browser) -> None:
    person(database, "organiser@city.example", organiser=True)
    browser = Browser(app)
    browser.sign_in("organiser@city.example")

    assert told(browser.call("GET", "/tokens")) == (403, "administrator_only")
    assert told(browser.call("DELETE", "/tokens/1")) == (403, "administrator_only")
    assert len(lan.call("GET", "/me/tokens").json()) == 1
