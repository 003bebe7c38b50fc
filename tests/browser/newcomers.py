"""People whom the service does not know yet, and those who have just joined it."""

import secrets
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import httpx
from letterbox import link_to
from live_service import LiveService
from playwright.sync_api import Page
from speaking import Speech

from matchmaker.accounts.tax_codes import check_digit


@dataclass(frozen=True)
class Newcomer:
    """Somebody with an address of their own and a password."""

    name: str
    email: str
    password: str = "bến phà Gót sáu giờ sáng"


def newcomer(name: str) -> Newcomer:
    """Somebody who was never here before."""
    return Newcomer(name, f"p-{secrets.token_hex(4)}@ben-go.example")


def fresh_tax_code() -> str:
    """A valid tax code that nobody here has."""
    while True:
        first = f"{secrets.randbelow(10**9):09}"
        if (last := check_digit(first + "0")) < 10:
            return f"{first}{last}"


def join(service: LiveService, person: Newcomer, language: str, organisation: str | None = None) -> None:
    """Sign up and confirm, as the page would over HTTP; an institute of that name is brought in as their own."""
    with httpx.Client(base_url=f"{service.address}/api", timeout=30) as client:
        terms = client.get("/sign-up").json()
        body: dict[str, Any] = {
            "name": person.name,
            "email": person.email,
            "password": person.password,
            "language": language,
        }
        body["consents"] = {"version": terms["version"], "purposes": terms["needed"]}
        if organisation:
            own = {"name_vi": organisation, "name_en": "", "kind": "institute", "tax_code": fresh_tax_code()}
            body["organisation"] = own
        client.post("/sign-up", json=body).raise_for_status()
        token = urlsplit(link_to(service, person.email, "/sign-up/confirm")).fragment
        confirmed = client.post("/sign-up/confirm", json={"token": token, "password": person.password})
        confirmed.raise_for_status()


def enter_password(page: Page, say: Speech, person: Newcomer) -> None:
    """Fill in the form of the page for signing in, and send it."""
    form = page.locator("#main form")
    form.get_by_label(say("accounts.email"), exact=True).fill(person.email)
    form.get_by_label(say("accounts.password"), exact=True).fill(person.password)
    form.get_by_role("button", name=say("accounts.signIn"), exact=True).click()
