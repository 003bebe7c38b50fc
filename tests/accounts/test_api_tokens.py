"""Tokens of programs: made once, limited by scopes, and no way to become somebody."""

from datetime import timedelta
from typing import Any

import pytest
from people import Browser, person, told
from sqlmodel import select
from starlette.testclient import TestClient
from support import Api

from matchmaker.accounts.account_models import Account, Membership
from matchmaker.accounts.permissions import Scope, token_refusal
from matchmaker.accounts.tokens.models import ApiToken
from matchmaker.kit.database import Database

SENT = {"name": "ERP", "scopes": ["read"], "days": 30}


class Program:
    """A client that has nothing but a token, and comes from anywhere."""

    def __init__(self, app: Any, token: str) -> None:
        self.client = TestClient(app, raise_server_exceptions=False)
        self.client.headers.update({"Authorization": f"Bearer {token}", "Sec-Fetch-Site": "cross-site"})

    def call(self, method: str, path: str, body: Any = None) -> Any:
        return self.client.request(method, f"/api{path}", json=body)


@pytest.fixture
def browser(app: Any, database: Database, owner: int) -> Browser:
    """Lan, a member."""
    person(database, member_of=owner)
    made = Browser(app)
    made.sign_in()
    return made


def program(app: Any, browser: Browser, *scopes: str) -> Program:
    made = browser.call("POST", "/me/tokens", SENT | {"scopes": scopes or ["read"]})
    return Program(app, made.json()["token"])


def test_a_token_is_shown_once_and_stored_as_a_fingerprint(browser: Browser, database: Database, owner: int) -> None:
    made = browser.call("POST", "/me/tokens", SENT | {"scopes": ["write", "read"]}).json()
    (listed,) = browser.call("GET", "/me/tokens").json()

    token = made.pop("token")
    assert (made, listed["scopes"], listed["organisation_id"]) == (listed, ["read", "write"], owner)
    assert (token[:3], listed["used_at"]) == ("mm_", None)
    with database.session() as session:
        assert token not in str(session.exec(select(ApiToken)).one().model_dump())


def test_a_program_acts_for_its_organisation_and_its_use_is_noted(app: Any, browser: Browser, owner: int) -> None:
    made = program(app, browser, "read")

    me = made.call("GET", "/me").json()

    assert (me["acting_as"], me["account"]) == (f"organisation:{owner}", None)
    assert browser.call("GET", "/me/tokens").json()[0]["used_at"] is not None


def test_writing_needs_its_scope_and_nothing_of_a_browser(app: Any, api: Api, browser: Browser) -> None:
    need = {"title": "Giảm tiền điện", "language": "vi"}
    reads, writes = program(app, browser, "read"), program(app, browser, "write")

    refused, made, unread = (
        reads.call("POST", "/needs", need),
        writes.call("POST", "/needs", need),
        writes.call("GET", "/me"),
    )

    assert (told(refused), refused.json()["params"]) == ((403, "scope_missing"), {"scope": "write"})
    assert made.status_code == 201
    assert told(unread) == (403, "scope_missing")
    (entry,) = api.get("/audit", part="posting", entity_id=made.json()["id"])["items"]
    assert (entry["door"], entry["door_id"], entry["account_name"]) == ("token", 2, "Lan")


@pytest.mark.parametrize("scopes", [("read", "write"), ("read", "write", "organise")])
def test_a_token_is_no_way_to_become_somebody(app: Any, database: Database, scopes: tuple[str, ...]) -> None:
    person(database, administrator=True)
    browser = Browser(app)
    browser.sign_in()
    made = program(app, browser, *scopes)

    answers = [
        made.call("POST", "/me/tokens", SENT),
        made.call("GET", "/me/tokens"),
        made.call("PUT", "/me/password", {"current": "x", "new": "x" * 10}),
        made.call("GET", "/me/devices"),
        made.call("POST", "/sign-in", {"email": "lan@ben-binh.example", "password": "x"}),
    ]

    assert [told(answer) for answer in answers] == [(403, "not_with_token")] * 5


def test_organising_needs_its_scope(app: Any, database: Database) -> None:
    person(database, organiser=True)
    browser = Browser(app)
    browser.sign_in()

    answers = [program(app, browser, *scopes).call("GET", "/audit") for scopes in (["read"], ["read", "organise"])]

    assert [answer.status_code for answer in answers] == [403, 200]


def test_nobody_gives_a_token_more_than_they_have(browser: Browser, other: int) -> None:
    answers = [
        browser.call("POST", "/me/tokens", SENT | {"scopes": ["organise"]}),
        browser.call("POST", "/me/tokens", SENT | {"organisation_id": other}),
        browser.call("POST", "/me/tokens", SENT | {"days": 366}),
        browser.call("POST", "/me/tokens", SENT | {"scopes": []}),
        browser.call("POST", "/me/tokens", SENT | {"scopes": ["everything"]}),
    ]

    assert [told(answer) for answer in answers] == [
        (400, "scope_not_yours"),
        (403, "not_your_organisation"),
        *[(422, "malformed")] * 3,
    ]


def test_a_token_ends_revoked_expired_or_with_its_account(app: Any, browser: Browser, database: Database) -> None:
    revoked, expired, kept = (program(app, browser) for _ in range(3))
    first = browser.call("GET", "/me/tokens").json()[2]["id"]
    with database.session() as session:
        row = session.get(ApiToken, first + 1)
        assert row is not None
        row.expires_at -= timedelta(days=31)

    assert browser.call("DELETE", f"/me/tokens/{first}").status_code == 204
    assert [told(one.call("GET", "/me")) for one in (revoked, expired)] == [(401, "token_not_valid")] * 2
    assert kept.call("GET", "/me").status_code == 200
    with database.session() as session:
        account = session.exec(select(Account)).one()
        account.disabled_at = account.created_at
    assert told(kept.call("GET", "/me")) == (401, "token_not_valid")


def test_a_token_of_a_former_member_has_nothing_left(
    app: Any, api: Api, browser: Browser, database: Database, owner: int
) -> None:
    made = program(app, browser, "read", "write")
    draft = api.technology(owner)["id"]
    before = made.call("GET", f"/postings/{draft}").status_code
    with database.session() as session:
        session.delete(session.exec(select(Membership)).one())

    assert (before, made.call("GET", f"/postings/{draft}").status_code) == (200, 404)
    assert told(made.call("POST", "/needs", {"title": "x"})) == (403, "not_your_organisation")


def test_tokens_of_others_are_out_of_reach(app: Any, browser: Browser, database: Database) -> None:
    program(app, browser)
    person(database, "eve@a.example")
    eve = Browser(app)
    eve.sign_in("eve@a.example")

    assert eve.call("GET", "/me/tokens").json() == []
    assert told(eve.call("DELETE", "/me/tokens/1")) == (404, "token_not_found")


def test_a_wrong_token_is_not_made_good_by_a_cookie_or_a_header(app: Any, browser: Browser) -> None:
    answers = [
        browser.call("GET", "/me", Authorization="Bearer mm_wrong"),
        browser.call("GET", "/me", Authorization="Bearer "),
        browser.call("GET", "/me", Authorization="bearer x", X_Acting_As="organiser"),
    ]

    assert [told(answer) for answer in answers] == [(401, "token_not_valid")] * 3
    assert browser.call("GET", "/me", Authorization="Basic eDp4").status_code == 200


def test_an_account_has_only_so_many(browser: Browser) -> None:
    answers = [browser.call("POST", "/me/tokens", SENT) for _ in range(21)]

    assert [answer.status_code for answer in answers] == [201] * 20 + [409]


@pytest.mark.parametrize(
    ("action", "writes", "scopes", "expected"),
    [
        ("catalogue.list_postings", False, {Scope.READ}, None),
        ("catalogue.list_postings", False, {Scope.WRITE}, ("scope_missing", Scope.READ)),
        ("catalogue.create_need", True, {Scope.READ}, ("scope_missing", Scope.WRITE)),
        ("agenda.publish", True, {Scope.WRITE}, None),
        ("accounts.create_token", True, set(Scope), ("not_with_token", None)),
        ("accounts.sign_in", True, set(Scope), ("not_with_token", None)),
    ],
)
def test_scopes_say_what_a_token_may(action: str, writes: bool, scopes: set[Scope], expected: Any) -> None:
    assert token_refusal(action, frozenset(scopes), writes=writes) == expected
