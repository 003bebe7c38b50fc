"""Signing in and out in a browser, and what ends a sign-in."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from people import PASSWORD, Browser, person, shift, told
from sqlmodel import select
from support import Api

from matchmaker.accounts.account_models import Account, FailedSignIn, MemberRole, SignIn
from matchmaker.accounts.permissions import Role, actions_of
from matchmaker.accounts.sign_ins import forget_ended
from matchmaker.app import create_app
from matchmaker.kit import clock
from matchmaker.kit.database import Database
from matchmaker.settings import Settings

OTHER_PASSWORD = "thuyền thúng ra khơi"


@pytest.fixture
def browser(app: Any) -> Browser:
    return Browser(app)


def test_whoever_signs_in_acts_for_their_organisation(database: Database, browser: Browser, owner: int) -> None:
    lan = person(database, member_of=owner, role=MemberRole.OWNER, language="en")

    answer = browser.sign_in("  Lan@Ben-Binh.example ")

    assert answer.status_code == 200
    assert browser.me() == {
        "account": {
            "id": lan,
            "email": "lan@ben-binh.example",
            "name": "Lan",
            "language": "en",
            "organiser": False,
            "administrator": False,
        },
        "acting_as": f"organisation:{owner}",
        "organisation_id": owner,
        "memberships": [{"organisation_id": owner, "name_vi": "Viện Cơ khí Bến Bính", "name_en": "", "role": "owner"}],
        "demonstration": False,
        "second_factor": "off",
        "actions": actions_of(Role.OWNER),
    }
    assert answer.json() == browser.me()


def test_rights_follow_the_sign_in(database: Database, app: Any, api: Api, owner: int, other: int) -> None:
    draft = api.technology(owner)["id"]
    person(database, "own@a.example", member_of=owner)
    person(database, "other@a.example", member_of=other)
    person(database, "organiser@a.example", organiser=True)
    person(database, "administrator@a.example", administrator=True)

    seen = {}
    for name in ("own", "other", "organiser", "administrator", "nobody"):
        browser = Browser(app)
        browser.sign_in(f"{name}@a.example")
        seen[name] = browser.call("GET", f"/postings/{draft}").status_code

    assert seen == {"own": 200, "other": 404, "organiser": 200, "administrator": 200, "nobody": 404}


@pytest.mark.parametrize(("email", "password"), [("lan@ben-binh.example", "wrong"), ("who@ben-binh.example", PASSWORD)])
def test_a_wrong_password_and_an_unknown_address_are_told_alike(
    database: Database, browser: Browser, email: str, password: str
) -> None:
    person(database)

    answer = browser.sign_in(email, password)

    assert (answer.status_code, answer.json()["code"], answer.json()["params"]) == (401, "sign_in_wrong", {})
    assert dict(browser.client.cookies) == {}


def test_closed_accounts_do_not_sign_in_and_are_signed_out(database: Database, app: Any, browser: Browser) -> None:
    lan = person(database)
    browser.sign_in()

    with database.session() as session:
        session.get_one(Account, lan).disabled_at = clock.now()

    assert browser.me()["account"] is None
    assert told(Browser(app).sign_in()) == (401, "sign_in_wrong")


def test_the_cookie_is_out_of_reach_for_scripts_and_other_sites(database: Database, browser: Browser) -> None:
    person(database)

    cookies = browser.sign_in().headers.get_list("set-cookie")

    flags = {
        cookie.split("=")[0]: sorted(part.split("=")[0].strip() for part in cookie.split(";")[1:]) for cookie in cookies
    }
    expected = ["HttpOnly", "Max-Age", "Path", "SameSite"]
    assert flags == {"matchmaker_device": expected, "matchmaker_sign_in": expected}


def test_behind_https_cookies_are_secure_and_the_browser_is_told_to_stay_there(
    settings: Settings, database: Database
) -> None:
    person(database)
    app = create_app(settings.model_copy(update={"address": "https://ketnoi.example"}), background=False)

    answer = Browser(app).sign_in()

    assert sorted(cookie.split("=")[0] for cookie in answer.headers.get_list("set-cookie")) == [
        "__Host-matchmaker_device",
        "__Host-matchmaker_sign_in",
    ]
    assert ["Secure" in cookie for cookie in answer.headers.get_list("set-cookie")] == [True, True]
    assert answer.headers["strict-transport-security"] == "max-age=31536000; includeSubDomains"
    app.state.database.engine.dispose()


def test_tokens_are_not_stored(database: Database, browser: Browser) -> None:
    person(database)
    browser.sign_in()

    token = browser.token.partition(".")[0]

    with database.session() as session:
        row = session.exec(select(SignIn)).one()
        stored = (row.token_hash, session.exec(select(Account)).one().password_hash)
    assert token not in str(stored)
    assert str(stored[1]).startswith("$argon2id$")


def test_a_token_without_the_services_signature_is_nobody(database: Database, browser: Browser) -> None:
    person(database)
    browser.sign_in()
    token, _, mark = browser.token.rpartition(".")

    for forged in (token, f"{token}.{'0' * 64}", f"{token}.{mark[:-1]}", f".{mark}", "", "é.ü"):
        browser.client.cookies.clear()
        answer = browser.call("GET", "/me", Cookie=f"matchmaker_sign_in={forged}".encode())  # type: ignore[arg-type]
        assert (answer.status_code, answer.json()["account"]) == (200, None)


def test_signing_out_ends_the_token(database: Database, browser: Browser) -> None:
    person(database)
    browser.sign_in()
    kept = browser.token

    assert browser.call("POST", "/sign-out").status_code == 204
    assert "matchmaker_sign_in" not in browser.client.cookies
    assert browser.call("GET", "/me", Cookie=f"matchmaker_sign_in={kept}").json()["account"] is None
    assert browser.call("POST", "/sign-out").status_code == 204


@pytest.mark.parametrize(
    ("back", "there"),
    [
        ({"seen_at": timedelta(hours=11, minutes=59)}, True),
        ({"seen_at": timedelta(hours=12, minutes=1)}, False),
        ({"created_at": timedelta(days=13, hours=23)}, True),
        ({"created_at": timedelta(days=14, minutes=1)}, False),
    ],
)
def test_a_sign_in_ends_unused_and_in_any_case(
    database: Database, browser: Browser, back: dict[str, Any], there: bool
) -> None:
    person(database)
    browser.sign_in()

    shift(database, **back)

    assert (browser.me()["account"] is not None) == there


def test_use_keeps_a_sign_in_alive(database: Database, browser: Browser) -> None:
    person(database)
    browser.sign_in()
    for _ in range(3):
        shift(database, seen_at=timedelta(hours=8))
        browser.me()

    assert browser.me()["account"] is not None


def test_tokens_change_with_time_and_the_former_one_ends(database: Database, browser: Browser, owner: int) -> None:
    person(database, member_of=owner)
    browser.sign_in()
    first = browser.token
    shift(database, rotated_at=timedelta(minutes=31))

    browser.call("PUT", "/me/organisation", {"organisation_id": owner})
    second = browser.token
    browser.client.cookies.clear()

    def known(token: str) -> bool:
        return browser.call("GET", "/me", Cookie=f"matchmaker_sign_in={token}").json()["account"] is not None

    assert (first != second, known(first), known(second)) == (True, True, True)
    shift(database, rotated_at=timedelta(minutes=3))
    assert (known(first), known(second)) == (False, True)


def test_one_acts_for_ones_own_organisations_only(database: Database, browser: Browser, owner: int, other: int) -> None:
    person(database, member_of=owner)
    browser.sign_in()

    refused = browser.call("PUT", "/me/organisation", {"organisation_id": other})

    assert told(refused) == (403, "not_your_organisation")
    assert browser.me()["organisation_id"] == owner


def test_what_is_over_is_removed(database: Database, app: Any, settings: Settings) -> None:
    person(database)
    for name in ("Old", "Idle"):
        Browser(app, name=name).sign_in()
    with database.session() as session:
        rows = {row.device: row for row in session.exec(select(SignIn)).all()}
        rows["Old"].created_at -= timedelta(days=15)
        rows["Idle"].seen_at -= timedelta(hours=13)
    Browser(app, name="New").sign_in()

    with database.session() as session:
        forget_ended(session, settings)

    with database.session(writes=False) as session:
        assert [row.device for row in session.exec(select(SignIn)).all()] == ["New"]


# --- devices and passwords ---------------------------------------------------------------------------


def test_devices_are_listed_and_signed_out(database: Database, app: Any) -> None:
    person(database)
    person(database, "stranger@a.example")
    phone, desk, stranger = Browser(app, name="Phone"), Browser(app, name="Desk"), Browser(app)
    for browser, email in (
        (phone, "lan@ben-binh.example"),
        (desk, "lan@ben-binh.example"),
        (stranger, "stranger@a.example"),
    ):
        browser.sign_in(email)

    devices = desk.call("GET", "/me/devices").json()
    lost = next(device["id"] for device in devices if device["device"] == "Phone")

    assert sorted((device["device"], device["this"]) for device in devices) == [("Desk", True), ("Phone", False)]
    assert told(stranger.call("DELETE", f"/me/devices/{lost}")) == (404, "device_not_found")
    assert desk.call("DELETE", f"/me/devices/{lost}").status_code == 204
    assert (phone.me()["account"], desk.me()["account"]["email"]) == (None, "lan@ben-binh.example")


@pytest.mark.parametrize(("method", "path"), [("GET", "/me/devices"), ("DELETE", "/me/devices/1")])
def test_devices_need_a_sign_in(browser: Browser, method: str, path: str) -> None:
    assert told(browser.call(method, path)) == (401, "sign_in_needed")


def test_another_password_ends_all_other_sign_ins(database: Database, app: Any) -> None:
    person(database)
    here, there = Browser(app), Browser(app)
    here.sign_in()
    there.sign_in()

    assert told(here.call("PUT", "/me/password", {"current": "wrong", "new": OTHER_PASSWORD})) == (
        400,
        "password_wrong",
    )
    assert told(here.call("PUT", "/me/password", {"current": PASSWORD, "new": "x" * 9})) == (422, "malformed")
    assert here.call("PUT", "/me/password", {"current": PASSWORD, "new": OTHER_PASSWORD}).status_code == 204

    assert (here.me()["account"] is None, there.me()["account"] is None) == (False, True)
    assert told(there.sign_in()) == (401, "sign_in_wrong")
    assert there.sign_in(password=OTHER_PASSWORD).status_code == 200


# --- attempts ----------------------------------------------------------------------------------------


def fail(browser: Browser, times: int, email: str = "lan@ben-binh.example") -> list[int]:
    return [browser.sign_in(email, "wrong").status_code for _ in range(times)]


def test_after_five_failures_a_client_waits(database: Database, browser: Browser) -> None:
    person(database)

    assert fail(browser, 5) == [401] * 5
    answer = browser.sign_in()

    assert told(answer) == (429, "sign_in_too_often")
    assert 0 < int(answer.headers["retry-after"]) <= 30


def test_nobody_is_locked_out_by_somebody_elsewhere(database: Database, app: Any) -> None:
    person(database)
    fail(Browser(app, "203.0.113.9"), 6)

    assert Browser(app, "198.51.100.7").sign_in().status_code == 200


def test_nobody_is_locked_out_on_their_own_device_by_a_neighbour(database: Database, app: Any) -> None:
    person(database)
    known, neighbour = Browser(app), Browser(app)
    known.sign_in()
    known.call("POST", "/sign-out")
    fail(neighbour, 6)

    assert neighbour.sign_in().status_code == 429
    assert known.sign_in().status_code == 200
    assert fail(known, 6) == [401] * 5 + [429]


def test_somebody_elses_device_is_no_way_around_waiting(database: Database, browser: Browser) -> None:
    person(database)
    person(database, "mallory@a.example")
    browser.sign_in("mallory@a.example")

    assert fail(browser, 6) == [401] * 5 + [429]


def test_a_client_that_tries_many_accounts_waits(database: Database, browser: Browser) -> None:
    with database.session() as session:
        browser.sign_in("first@a.example", "wrong")
        for row in session.exec(select(FailedSignIn)).all():
            row.count = 50
            session.add(row)

    assert told(browser.sign_in("second@a.example", "wrong")) == (429, "sign_in_too_often")


def test_success_forgets_the_failures(database: Database, browser: Browser) -> None:
    person(database)

    assert fail(browser, 4) == [401] * 4
    assert browser.sign_in().status_code == 200
    assert fail(browser, 5) == [401] * 5


# --- the first administrator, and demonstrations -----------------------------------------------------


@pytest.fixture
def shown(settings: Settings) -> Iterator[Any]:
    """An application of a demonstration that does not believe headers."""
    changes = {"demonstration": True, "acting_as_header": False}
    app = create_app(settings.model_copy(update=changes), background=False)
    yield app
    app.state.database.engine.dispose()


@pytest.mark.parametrize("party", ["enterprise", "institute", "organiser"])
def test_a_demonstration_is_entered_with_one_click(api: Api, shown: Any, owner: int, other: int, party: str) -> None:
    browser = Browser(shown)

    first, second = (browser.call("POST", "/demonstration/sign-in", {"party": party}).json() for _ in range(2))

    expected = {"enterprise": f"organisation:{other}", "institute": f"organisation:{owner}", "organiser": "organiser"}
    assert (first["acting_as"], first["demonstration"]) == (expected[party], True)
    assert second == first == browser.me()


def test_without_a_demonstration_its_parties_are_nobody(settings: Settings, app: Any, shown: Any, owner: int) -> None:
    browser, plain = Browser(shown), Browser(app)
    browser.call("POST", "/demonstration/sign-in", {"party": "organiser"})

    refused = plain.call("POST", "/demonstration/sign-in", {"party": "organiser"})
    carried = plain.call("GET", "/me", Cookie=f"matchmaker_sign_in={browser.token}")

    assert told(refused) == (403, "no_demonstration")
    assert (carried.json()["account"], carried.json()["demonstration"]) == (None, False)


def test_the_header_is_believed_only_where_the_setting_says_so(shown: Any, owner: int) -> None:
    answer = Browser(shown).call("GET", "/me", X_Acting_As="organiser")

    assert answer.json()["acting_as"] == "public"
