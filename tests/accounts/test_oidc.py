"""Signing in with an organisation's own provider, which is tried as it is: over HTTP, with signatures."""

import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from identity_server import CLIENT, IdentityServer
from joserfc.jwk import OctKey, RSAKey
from people import Browser, app_code, person, told
from sqlalchemy import text
from sqlmodel import select
from support import Api

from matchmaker.accounts.account_models import Account, MemberRole, Membership
from matchmaker.accounts.oidc.addresses import is_safe_issuer, own_path
from matchmaker.accounts.oidc.models import Identity
from matchmaker.kit.database import Database


@pytest.fixture
def provider() -> Iterator[IdentityServer]:
    made = IdentityServer()
    yield made
    made.stop()


@pytest.fixture
def administrator(app: Any, database: Database) -> Browser:
    person(database, "admin@city.example", administrator=True)
    browser = Browser(app)
    browser.sign_in("admin@city.example")
    return browser


@pytest.fixture
def entered(administrator: Browser, provider: IdentityServer, owner: int) -> int:
    """The id of the provider as an administrator entered it for an organisation."""
    return int(administrator.call("POST", "/identity-providers", sent(provider, owner)).json()["id"])


def sent(provider: IdentityServer, owner: int, **values: Any) -> dict[str, Any]:
    client = {"issuer": provider.issuer, "client_id": CLIENT[0], "client_secret": CLIENT[1]}
    return {"organisation_id": owner, "domains": ["Ben-Binh.example"], **client, **values}


def begin(browser: Browser, entered: int, goes_to: str = "/events") -> str:
    """The address at the provider."""
    path = f"/api/sign-in/with/{entered}"
    answer = browser.client.get(path, params={"next": goes_to}, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def come_back(browser: Browser, query: dict[str, str]) -> str:
    """Where somebody is sent who comes back."""
    answer = browser.client.get("/api/sign-in/return", params=query, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def sign_in(browser: Browser, provider: IdentityServer, entered: int, **claims: Any) -> str:
    return come_back(browser, provider.authorize(begin(browser, entered), **claims))


# --- who comes in ------------------------------------------------------------------------------------


def test_a_known_address_is_signed_in(
    app: Any, database: Database, provider: IdentityServer, entered: int, owner: int
) -> None:
    account = person(database, member_of=owner)
    browser = Browser(app)

    assert sign_in(browser, provider, entered) == "/events"
    me = browser.me()
    assert (me["account"]["id"], me["acting_as"]) == (account, f"organisation:{owner}")


def test_a_first_sign_in_makes_a_member(api: Api, app: Any, provider: IdentityServer, entered: int, owner: int) -> None:
    browser = Browser(app)

    sign_in(browser, provider, entered, email="Moi@ben-binh.example", name="Đỗ Mới")

    me = browser.me()
    assert (me["account"]["email"], me["account"]["name"]) == ("moi@ben-binh.example", "Đỗ Mới")
    assert [(one["organisation_id"], one["role"]) for one in me["memberships"]] == [(owner, "member")]
    (entry,) = api.get("/audit", part="account", entity_id=me["account"]["id"])["items"]
    assert entry["action"] == "accounts.end_sign_in"


def test_afterwards_the_subject_counts_and_not_the_address(
    app: Any, database: Database, provider: IdentityServer, entered: int
) -> None:
    first, again, next_one = Browser(app), Browser(app), Browser(app)
    sign_in(first, provider, entered)

    sign_in(again, provider, entered, email="lan.moi@ben-binh.example")
    refused = sign_in(next_one, provider, entered, sub="u-2")

    assert again.me()["account"]["id"] == first.me()["account"]["id"]
    assert (refused, next_one.me()["account"]) == ("/sign-in?problem=identity_differs", None)


def test_who_was_removed_from_the_organisation_stays_out(
    app: Any, database: Database, provider: IdentityServer, entered: int
) -> None:
    sign_in(Browser(app), provider, entered)
    with database.session() as session:
        session.delete(session.exec(select(Membership)).one())
    browser = Browser(app)

    sign_in(browser, provider, entered)

    assert (browser.me()["acting_as"], browser.me()["memberships"]) == ("public", [])


@pytest.mark.parametrize("right", ["organiser", "administrator"])
def test_a_provider_makes_nobody_an_organiser(
    app: Any, database: Database, provider: IdentityServer, entered: int, owner: int, right: str
) -> None:
    person(database, **{right: True})
    browser = Browser(app)

    assert sign_in(browser, provider, entered) == "/sign-in?problem=sign_in_with_password"
    assert browser.me()["account"] is None


def test_an_organiser_who_is_a_member_comes_in(
    app: Any, database: Database, provider: IdentityServer, entered: int, owner: int
) -> None:
    person(database, organiser=True, member_of=owner, role=MemberRole.OWNER)
    browser = Browser(app)

    sign_in(browser, provider, entered)

    assert browser.me()["acting_as"] == "organiser"


def test_a_closed_account_stays_closed(app: Any, database: Database, provider: IdentityServer, entered: int) -> None:
    account_id = person(database)
    with database.session() as session:
        account = session.get(Account, account_id)
        assert account is not None
        account.disabled_at = account.created_at

    assert sign_in(Browser(app), provider, entered) == "/sign-in?problem=account_closed"


# --- a second factor ---------------------------------------------------------------------------------


def test_a_second_factor_is_asked_for_and_then_one_acts_for_the_provider_s_organisation(
    app: Any, database: Database, administrator: Browser, provider: IdentityServer, owner: int, other: int
) -> None:
    entered = administrator.call("POST", "/identity-providers", sent(provider, other)).json()["id"]
    account = person(database, member_of=owner, second_factor=True)
    with database.session() as session:
        session.add(Membership(account_id=account, organisation_id=other))
    browser = Browser(app)

    back = sign_in(browser, provider, entered)
    half = browser.me()
    refused = browser.call("GET", "/me/devices").status_code
    full = browser.enter_code(app_code(app)).json()

    assert back == "/sign-in?return=%2Fevents"
    assert (half["account"], half["second_factor"], refused) == (None, "asked", 401)
    assert (full["account"]["id"], full["organisation_id"]) == (account, other)


def test_an_administrator_without_a_second_factor_sets_one_up_first(
    app: Any, database: Database, provider: IdentityServer, entered: int, owner: int
) -> None:
    person(database, administrator=True, member_of=owner, second_factor=False)
    browser = Browser(app)

    sign_in(browser, provider, entered)

    assert browser.me()["second_factor"] == "required"
    assert told(browser.call("GET", "/identity-providers")) == (403, "second_factor_required")


# --- what proves nothing -----------------------------------------------------------------------------

NOT_PROVEN = {
    "another nonce": {"nonce": "x"},
    "no nonce": {"nonce": None},
    "another audience": {"aud": "somebody-else"},
    "several audiences": {"aud": [CLIENT[0], "somebody-else"]},
    "for another party": {"azp": "somebody-else"},
    "another issuer": {"iss": "https://evil.example"},
    "expired": {"exp": 1},
    "no end": {"exp": None},
    "from the future": {"iat": int(time.time()) + 3600},
    "no subject": {"sub": None},
    "an empty subject": {"sub": ""},
    "a subject that is no text": {"sub": 7},
}


@pytest.mark.parametrize("claims", NOT_PROVEN.values(), ids=NOT_PROVEN)
def test_wrong_claims_are_no_sign_in(
    app: Any, database: Database, provider: IdentityServer, entered: int, claims: dict[str, Any]
) -> None:
    browser = Browser(app)

    assert sign_in(browser, provider, entered, **claims) == "/sign-in?problem=identity_not_proven"
    with database.session() as session:
        assert (browser.me()["account"], session.exec(select(Identity)).all()) == (None, [])


@pytest.mark.parametrize(
    ("claims", "code"),
    [
        ({"email_verified": False}, "email_not_verified"),
        ({"email_verified": None}, "email_not_verified"),
        ({"email_verified": "true"}, "email_not_verified"),
        ({"email": None}, "email_not_verified"),
        ({"email": "no address"}, "email_not_verified"),
        ({"email": "lan@elsewhere.example"}, "domain_of_others"),
        ({"email": "lan@sub.ben-binh.example"}, "domain_of_others"),
    ],
)
def test_an_address_counts_if_it_is_verified_and_of_the_organisation(
    app: Any, provider: IdentityServer, entered: int, claims: dict[str, Any], code: str
) -> None:
    assert sign_in(Browser(app), provider, entered, **claims) == f"/sign-in?problem={code}"


def test_a_signature_of_somebody_else_is_no_sign_in(app: Any, provider: IdentityServer, entered: int) -> None:
    provider.signs_with = RSAKey.generate_key(2048, {"kid": "1"}, private=True)

    assert sign_in(Browser(app), provider, entered) == "/sign-in?problem=identity_not_proven"


def test_a_signature_with_what_everybody_knows_is_no_sign_in(app: Any, provider: IdentityServer, entered: int) -> None:
    provider.algorithm, provider.signs_with = "HS256", OctKey.import_key(CLIENT[1])  # type: ignore[assignment]

    assert sign_in(Browser(app), provider, entered) == "/sign-in?problem=identity_not_proven"


def test_an_answer_belongs_to_the_browser_that_asked(app: Any, provider: IdentityServer, entered: int) -> None:
    browser, victim = Browser(app), Browser(app)
    query = provider.authorize(begin(browser, entered))
    begin(victim, entered)

    told_by = [come_back(one, query) for one in (victim, Browser(app))]

    assert told_by == ["/sign-in?problem=sign_in_not_begun"] * 2
    assert come_back(browser, query) == "/events"


def test_an_answer_is_taken_once(app: Any, provider: IdentityServer, entered: int) -> None:
    browser = Browser(app)
    query = provider.authorize(begin(browser, entered))

    answers = [come_back(browser, query) for _ in range(2)]

    assert answers == ["/events", "/sign-in?problem=sign_in_not_begun"]


def test_a_cookie_without_the_services_signature_is_nothing(app: Any, provider: IdentityServer, entered: int) -> None:
    browser = Browser(app)
    query = provider.authorize(begin(browser, entered))
    for forged in ("", "x.y", "7b7d." + "0" * 64):
        cookies = {"Cookie": f"matchmaker_provider={forged}"}
        browser.client.cookies.clear()
        answer = browser.client.get("/api/sign-in/return", params=query, headers=cookies, follow_redirects=False)
        assert answer.headers["location"] == "/sign-in?problem=sign_in_not_begun"


def test_who_says_no_at_the_provider_is_told(app: Any, provider: IdentityServer, entered: int) -> None:
    browser = Browser(app)
    state = provider.authorize(begin(browser, entered))["state"]

    assert come_back(browser, {"error": "access_denied", "state": state}) == "/sign-in?problem=provider_refused"


def test_a_code_that_the_provider_does_not_know_is_refused(app: Any, provider: IdentityServer, entered: int) -> None:
    browser = Browser(app)
    query = provider.authorize(begin(browser, entered)) | {"code": "guessed"}

    assert come_back(browser, query) == "/sign-in?problem=provider_refused"


@pytest.mark.parametrize(
    "described",
    [
        {"issuer": "https://evil.example"},
        {"token_endpoint": "http://192.168.0.1/token"},
        {"jwks_uri": "file:///etc/passwd"},
        {"authorization_endpoint": None},
    ],
)
def test_a_description_that_is_wrong_is_not_followed(
    app: Any, provider: IdentityServer, entered: int, described: dict[str, Any]
) -> None:
    provider.described = described

    answer = Browser(app).call("GET", f"/sign-in/with/{entered}")

    assert told(answer) == (503, "provider_unavailable")


def test_a_provider_that_is_away_is_told(app: Any, provider: IdentityServer, entered: int) -> None:
    browser = Browser(app)
    query = provider.authorize(begin(browser, entered))
    provider.stop()

    assert come_back(browser, query) == "/sign-in?problem=provider_unavailable"
    assert told(browser.call("GET", f"/sign-in/with/{entered}")) == (503, "provider_unavailable")


# --- where to, and what is kept ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/events/3?tab=agenda", "/events/3?tab=agenda"),
        ("https://evil.example", "/"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("/\tevil", "/"),
        ("/api/sign-out", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ],
)
def test_one_comes_back_to_an_own_page_alone(path: str, expected: str) -> None:
    assert own_path(path) == expected


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://login.example", True),
        ("https://login.example/tenant/v2.0", True),
        ("http://127.0.0.1:8080", True),
        ("http://localhost:8080", True),
        ("http://login.example", False),
        ("http://169.254.169.254", False),
        ("https://user:pw@login.example", False),
        ("https://login.example?x=1", False),
        ("https://", False),
        ("https://[::1", False),
        ("ftp://login.example", False),
    ],
)
def test_a_provider_is_called_by_https(address: str, safe: bool) -> None:
    assert is_safe_issuer(address) == safe


def test_the_request_carries_what_protects_it(app: Any, provider: IdentityServer, entered: int) -> None:
    url = urlsplit(begin(Browser(app), entered, "https://evil.example"))

    asked = {name: values[0] for name, values in parse_qs(url.query).items()}
    assert (url.netloc, url.path) == (urlsplit(provider.issuer).netloc, "/authorize")
    assert (asked["response_type"], asked["code_challenge_method"], asked["scope"]) == (
        "code",
        "S256",
        "openid email profile",
    )
    assert asked["redirect_uri"] == "http://127.0.0.1:8000/api/sign-in/return"
    assert min(len(asked[name]) for name in ("state", "nonce", "code_challenge")) >= 43


def test_the_secret_is_neither_shown_nor_stored_as_it_is(
    api: Api, administrator: Browser, database: Database, entered: int
) -> None:
    shown = administrator.call("GET", "/identity-providers").text + str(api.get("/audit", limit=200))
    with database.session(writes=False) as session:
        stored = str(session.execute(text("SELECT * FROM identity_provider")).all())

    assert CLIENT[0] in shown
    assert [CLIENT[1] in content for content in (shown, stored)] == [False, False]
    assert "sealed" not in shown


def test_providers_are_entered_by_administrators(
    api: Api, administrator: Browser, provider: IdentityServer, owner: int, other: int, entered: int
) -> None:
    body = sent(provider, other)

    assert api.refused("POST", "/identity-providers", json=body) == (403, "administrator_only")
    assert api.refused("GET", "/identity-providers") == (403, "administrator_only")
    assert told(administrator.call("POST", "/identity-providers", body)) == (409, "domain_taken")
    assert told(administrator.call("POST", "/identity-providers", body | {"issuer": "http://a.example"})) == (
        422,
        "malformed",
    )
    (choice,) = api.get("/sign-in/providers", "public")
    assert (choice["id"], choice["organisation_vi"]) == (entered, "Viện Cơ khí Bến Bính")
    assert administrator.call("DELETE", f"/identity-providers/{entered}").status_code == 204
    assert told(administrator.call("GET", f"/sign-in/with/{entered}")) == (404, "provider_not_found")


def test_a_provider_that_is_switched_off_lets_nobody_in_until_it_is_on_again(
    app: Any, api: Api, administrator: Browser, database: Database, provider: IdentityServer, entered: int, owner: int
) -> None:
    person(database, member_of=owner)
    inside, outside = Browser(app), Browser(app)
    assert sign_in(inside, provider, entered) == "/events"
    half_way = provider.authorize(begin(outside, entered))

    shown = administrator.call("PATCH", f"/identity-providers/{entered}", {"active": False}).json()

    assert (shown["active"], api.get("/sign-in/providers", "public")) == (False, [])
    assert come_back(outside, half_way) == "/sign-in?problem=provider_not_found"
    assert told(outside.call("GET", f"/sign-in/with/{entered}")) == (404, "provider_not_found")
    assert inside.me()["account"] is not None
    administrator.call("PATCH", f"/identity-providers/{entered}", {"active": True})
    assert sign_in(outside, provider, entered) == "/events"


def test_a_provider_is_renamed_and_the_log_tells_it(api: Api, administrator: Browser, entered: int, owner: int) -> None:
    administrator.call("PATCH", f"/identity-providers/{entered}", {"name": "Cổng Bến Bính"})

    (choice,) = api.get("/sign-in/providers", "public")
    (entry,) = api.get("/audit", action="accounts.change_provider")["items"]
    assert choice["name"] == "Cổng Bến Bính"
    assert (entry["entity"], entry["entity_id"], entry["part"]) == ("organisation", str(owner), "identity_provider")
    assert (entry["before"], entry["after"]) == ({"name": ""}, {"name": "Cổng Bến Bính"})


def test_no_more_of_a_provider_changes_and_by_nobody_else(api: Api, administrator: Browser, entered: int) -> None:
    path = f"/identity-providers/{entered}"

    assert api.refused("PATCH", path, json={"active": False}) == (403, "administrator_only")
    assert told(administrator.call("PATCH", path, {"issuer": "https://elsewhere.example"})) == (422, "malformed")
    assert told(administrator.call("PATCH", "/identity-providers/999999", {})) == (404, "provider_not_found")
