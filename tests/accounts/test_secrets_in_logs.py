"""Secrets of all kinds go through the service, and none of them is in what it logs, nor in the audit log."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import structlog
from identity_server import CLIENT, IdentityServer
from people import PASSWORD, Browser, app_code, link_in, mails, person
from sqlalchemy import text
from support import CONTENT, Api

from matchmaker.accounts.joining.consents import CONSENT_VERSION
from matchmaker.kit.logging import configure_logging
from matchmaker.outcomes.feeds.calling.door import Caller
from matchmaker.outcomes.feeds.webhooks.courier import Carrying
from matchmaker.settings import Settings

CHOSEN, LATER, WRONG = "cá thu kho tộ 5 giờ", "nước mắm Cát Hải 9 năm", "a wrong guess of somebody"


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"trusted_hosts": "127.0.0.1"})


@pytest.fixture
def provider() -> Iterator[IdentityServer]:
    made = IdentityServer()
    yield made
    made.stop()


def done(answer: Any) -> Any:
    assert answer.status_code < 400, answer.text
    return answer.json() if answer.content else None


def sign_up(app: Any) -> list[str]:
    """Somebody signs up, guesses wrongly, changes the password and makes a token; what nobody else may read."""
    browser = Browser(app)
    consents = {"version": CONSENT_VERSION, "purposes": ["account"]}
    sent = {"email": "tram@x.example", "name": "Trâm", "language": "vi", "password": CHOSEN, "consents": consents}
    done(browser.call("POST", "/sign-up", sent))
    link = link_in(mails(app)[-1])
    done(browser.call("POST", "/sign-up/confirm", {"token": link, "password": CHOSEN}))
    first = browser.token
    browser.call("POST", "/sign-in", {"email": "tram@x.example", "password": WRONG})
    done(browser.call("PUT", "/me/password", {"current": CHOSEN, "new": LATER}))
    second = browser.token
    made = done(browser.call("POST", "/me/tokens", {"name": "of Tram", "scopes": ["read"], "days": 3}))
    Browser(app).call("GET", "/me", Authorization=f"Bearer {made['token']}")
    Browser(app).call("GET", "/me", Authorization=f"Bearer {made['token']}x")
    done(browser.call("POST", "/password-resets", {"email": "tram@x.example"}))
    reset = link_in(mails(app)[-1])
    done(browser.call("POST", "/password-resets/take", {"token": reset, "password": CHOSEN}))
    return [CHOSEN, LATER, WRONG, link, reset, made["token"], *(token.split(".")[0] for token in (first, second))]


def use_second_factor(app: Any) -> list[str]:
    browser = Browser(app)
    browser.sign_in()
    begun = done(browser.call("POST", "/me/second-factor", {"password": PASSWORD}))
    code = app_code(app)
    recovery = done(browser.call("POST", "/me/second-factor/confirm", {"code": code}))["codes"]
    browser.call("POST", "/sign-out")
    browser.enter_password()
    done(browser.enter_code(recovery[0]))
    return [PASSWORD, begun["secret"], *recovery, *(code.replace("-", "") for code in recovery)]


def use_provider(app: Any, provider: IdentityServer, administrator: Browser, owner: int) -> list[str]:
    client = {"issuer": provider.issuer, "client_id": CLIENT[0], "client_secret": CLIENT[1]}
    entered = {"organisation_id": owner, "domains": ["ben-binh.example"], **client}
    provider_id = done(administrator.call("POST", "/identity-providers", entered))["id"]
    browser = Browser(app)
    away = browser.client.get(f"/api/sign-in/with/{provider_id}", follow_redirects=False).headers["location"]
    query = provider.authorize(away, email="ha@ben-binh.example", sub="subject-of-ha")
    browser.client.get("/api/sign-in/return", params=query, follow_redirects=False)
    browser.client.get("/api/sign-in/return", params=query, follow_redirects=False)
    return [CLIENT[1], query["state"], "subject-of-ha"]


def use_webhook(api: Api) -> list[str]:
    state = api.app.state
    sent = {"name": "x", "address": "http://127.0.0.1:9/changes", "kinds": ["posting.published"]}
    made = api.post("/webhooks", sent)["secret"]
    api.published("technology", api.organisation())
    away = httpx.MockTransport(lambda request: httpx.Response(500, text=made))
    Carrying(state.database, state.secret, Caller(state.settings, away)).deliver_due()
    renewed = api.post("/webhooks/1/secret")["secret"]
    return [made, renewed, made.removeprefix("whsec_"), renewed.removeprefix("whsec_")]


def test_no_secret_is_in_any_log(
    app: Any, api: Api, provider: IdentityServer, owner: int, capsys: pytest.CaptureFixture[str]
) -> None:
    structlog.reset_defaults()
    configure_logging("DEBUG", "json")
    person(app.state.database)
    person(app.state.database, "admin@x.example", administrator=True)
    administrator = Browser(app)
    administrator.sign_in("admin@x.example")

    secrets = [
        *sign_up(app),
        *use_second_factor(app),
        *use_provider(app, provider, administrator, owner),
        *use_webhook(api),
    ]

    with app.state.database.session(writes=False) as session:
        audited = str(session.execute(text("SELECT * FROM audit_entry")).all())
    logged = "".join(capsys.readouterr())
    assert "/api/sign-in/return" in logged
    assert "not_let_in" in logged
    assert "webhook_receiver" in audited
    assert len(secrets) > 30
    assert [secret for secret in secrets if secret in logged] == []
    assert [secret for secret in secrets if secret in audited] == []
    assert CONTENT["technology"]["title"] not in logged
