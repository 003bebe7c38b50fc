"""Everybody gets what the service knows of them, and can be erased; statistics stay."""

from datetime import timedelta
from typing import Any

import pytest
from fair import Market, open_market
from people import PASSWORD, Browser, person, shift, told
from sqlalchemy import text
from sqlmodel import SQLModel, select
from support import Api

from matchmaker.accounts.account_models import Account, MemberRole, Membership
from matchmaker.accounts.privacy.forgetting import without
from matchmaker.kit.database import Database

EMAIL = "dang.thuy.tram@ben-binh.example"
NAME = "Đặng Thùy Trâm"


@pytest.fixture
def market(api: Api, owner: int, other: int) -> Market:
    return open_market(api, owner, other)


@pytest.fixture
def tram(app: Any, database: Database, owner: int) -> Browser:
    """Trâm, a member, signed in, with a token."""
    person(database, EMAIL, member_of=owner)
    with database.session() as session:
        account = session.exec(select(Account)).one()
        account.name = NAME
    browser = Browser(app, name="Tram's phone")
    browser.sign_in(EMAIL)
    browser.call("POST", "/me/tokens", {"name": "of Tram", "scopes": ["read"], "days": 3})
    return browser


def delegate(market: Market, email: str = EMAIL, name: str = NAME) -> int:
    """Somebody of the seller at the event, by id."""
    return int(
        market.fair.call("POST", "/people", market.seller, {"role": "delegate", "name": name, "email": email})["id"]
    )


def everything(database: Database) -> dict[str, str]:
    """What stands in each table of the database."""
    with database.session(writes=False) as session:
        return {name: str(session.execute(text(f'SELECT * FROM "{name}"')).all()) for name in SQLModel.metadata.tables}


def holding(database: Database, *words: str) -> list[tuple[str, str]]:
    return [
        (name, word)
        for name, content in everything(database).items()
        for word in words
        if word.lower() in content.lower()
    ]


def erase(browser: Browser, password: str = PASSWORD) -> Any:
    return browser.call("POST", "/me/erasure", {"password": password})


# --- export ------------------------------------------------------------------------------------------


def test_the_export_tells_all_and_no_secrets(market: Market, tram: Browser, owner: int) -> None:
    person_id = delegate(market)
    market.fair.call("POST", f"/agenda/people/{person_id}/feed", owner, {"renew": False})
    tram.call("PUT", "/events/{}/answers/{}/{}".format(market.fair.id, *market.pair), {"value": "must_meet"})

    answer = tram.call("GET", "/me/data")

    parts = answer.json()["parts"]
    assert (parts["account"][0]["email"], parts["account"][0]["name"]) == (EMAIL, NAME)
    assert [row["organisation_id"] for row in parts["memberships"]] == [owner]
    assert [row["device"] for row in parts["devices"]] == ["Tram's phone"]
    assert [row["name"] for row in parts["tokens"]] == ["of Tram"]
    assert [row["id"] for row in parts["event_people"]] == [person_id]
    assert [row["value"] for row in parts["answers"]] == ["must_meet"]
    assert [row["person_id"] for row in parts["calendars"]] == [person_id]
    assert {row["entity"] for row in parts["audit_log"]} == {"account", "event"}
    assert [word for word in ("password_hash", "token_hash", "argon2") if word in answer.text] == []
    assert "attachment" in answer.headers["content-disposition"]


def test_the_export_is_of_oneself(app: Any, database: Database, market: Market, tram: Browser) -> None:
    delegate(market)
    person(database, "eve@a.example")
    eve = Browser(app)
    eve.sign_in("eve@a.example")

    assert EMAIL not in eve.call("GET", "/me/data").text
    assert told(Browser(app).call("GET", "/me/data")) == (401, "sign_in_needed")


# --- erasure -----------------------------------------------------------------------------------------


def test_after_erasure_no_table_holds_name_or_address(database: Database, market: Market, tram: Browser) -> None:
    delegate(market, EMAIL.upper().replace("BEN-BINH.EXAMPLE", "ben-binh.example"))
    taken_off = delegate(market, EMAIL, "Trâm Đặng Thùy")
    market.fair.call("PATCH", f"/people/{taken_off}", market.seller, {"name": "Thùy Trâm Đặng"})
    before = holding(database, EMAIL, NAME, "Tram's phone")

    answer = erase(tram)

    assert {name for name, _ in before} == {"account", "audit_entry", "event_person", "sign_in"}
    assert answer.status_code == 204
    assert holding(database, EMAIL, NAME, "Tram's phone", "of Tram", "Trâm Đặng", "Trâm") == []


def test_statistics_stay(api: Api, database: Database, market: Market, tram: Browser) -> None:
    path = "/events/{}/answers/{}/{}".format(market.fair.id, *market.pair)
    tram.call("PUT", path, {"value": "must_meet"})
    delegate(market)

    def counted() -> tuple[Any, ...]:
        return (
            market.fair.get("/answers")["total"],
            len(market.fair.get("/people")["items"]),
            len(api.get("/audit", part="answer")["items"]),
        )

    before = counted()

    erase(tram)

    assert counted() == before
    assert api.get("/audit", part="answer")["items"][0]["account_name"] == "—"


def test_sign_ins_tokens_and_calendars_end(app: Any, market: Market, tram: Browser) -> None:
    feed = market.fair.call("POST", f"/agenda/people/{delegate(market)}/feed", market.seller, {"renew": False})["path"]
    token = tram.call("POST", "/me/tokens", {"name": "x", "scopes": ["read"], "days": 3}).json()["token"]
    there = Browser(app, name="Desk")
    there.sign_in(EMAIL)

    erase(tram)

    assert (tram.me()["account"], there.me()["account"]) == (None, None)
    assert told(Browser(app).sign_in(EMAIL)) == (401, "sign_in_wrong")
    assert told(Browser(app).call("GET", "/me", Authorization=f"Bearer {token}")) == (401, "token_not_valid")
    assert market.fair.api.client.get(feed).status_code == 404


def test_somebody_who_took_over_a_place_keeps_their_name(database: Database, market: Market, tram: Browser) -> None:
    place = delegate(market)
    market.fair.call("PATCH", f"/people/{place}", market.seller, {"name": "Vũ Minh", "email": "minh@ben-binh.example"})

    erase(tram)

    shown = market.fair.get(f"/people/{place}")
    assert (shown["name"], shown["email"]) == ("Vũ Minh", "minh@ben-binh.example")
    assert holding(database, EMAIL) == []


def test_erasing_needs_the_password(tram: Browser) -> None:
    assert told(erase(tram, "wrong")) == (400, "password_wrong")
    assert told(erase(tram, "")) == (400, "password_wrong")
    assert tram.me()["account"]["email"] == EMAIL


def test_who_has_no_password_must_have_signed_in_just_now(database: Database, tram: Browser) -> None:
    with database.session() as session:
        session.exec(select(Account)).one().password_hash = None
    shift(database, created_at=timedelta(minutes=11))
    refused = erase(tram, "")
    shift(database, created_at=-timedelta(minutes=2))

    assert (told(refused), erase(tram, "").status_code) == ((400, "sign_in_again"), 204)


def test_the_only_owner_hands_over_first(database: Database, tram: Browser, owner: int) -> None:
    with database.session() as session:
        session.exec(select(Membership)).one().role = MemberRole.OWNER
    closed = person(database, "closed@a.example", member_of=owner, role=MemberRole.OWNER)
    with database.session() as session:
        account = session.get(Account, closed)
        assert account is not None
        account.disabled_at = account.created_at
    refused = erase(tram)
    person(database, "next@a.example", member_of=owner, role=MemberRole.OWNER)

    assert (told(refused), refused.json()["params"]) == ((409, "sole_owner"), {"organisation_ids": [owner]})
    assert erase(tram).status_code == 204


def test_the_last_administrator_stays(app: Any, database: Database) -> None:
    person(database, administrator=True)
    browser = Browser(app)
    browser.sign_in()

    assert told(erase(browser)) == (409, "last_administrator")


def test_organisers_erase_on_request(app: Any, api: Api, database: Database, tram: Browser) -> None:
    account = tram.me()["account"]["id"]
    administrator = person(database, "admin@a.example", administrator=True)

    assert api.refused("POST", f"/accounts/{account}/erasure", 1) == (403, "organiser_only")
    assert api.refused("POST", f"/accounts/{administrator}/erasure") == (403, "administrator_only")
    assert api.refused("POST", "/accounts/999/erasure") == (404, "account_not_found")
    assert api.call("POST", f"/accounts/{account}/erasure").status_code == 204
    assert holding(database, EMAIL, NAME) == []


def test_an_address_is_taken_out_of_every_text() -> None:
    value = {"email": "A@b.vn", "note": "ask <a@B.vn>.", "name": "Lan", "list": ["a@b.vn", 3], "inner": {"name": "Lan"}}

    assert without(value, ["a@b.vn"], ("name",)) == {
        "email": "—",
        "note": "—",
        "name": "—",
        "list": ["—", 3],
        "inner": {"name": "—"},
    }


@pytest.mark.parametrize("longer", ["la@b.vn", "l.a@b.vn", "l+a@b.vn", "a@b.vn.com", "a@b.vnx", "a@b.vn-x.com"])
def test_a_longer_address_is_somebody_else_s(longer: str) -> None:
    assert without({"note": f"ask {longer}"}, ["a@b.vn"], ()) == {"note": f"ask {longer}"}
