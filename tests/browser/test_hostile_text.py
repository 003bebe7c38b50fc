"""Whatever people write is shown as the text it is: nothing of it runs, and nothing of it breaks a phone's page."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from hostile_world import HostileWorld, make_hostile_world
from live_service import LiveService
from playwright.sync_api import Page
from screens import PHONE, SCREENS, Screen
from visiting import become, open_screen, overflowing, speak

# What nobody is ever shown: secrets, what is compared or measured and then forgotten, and what has a form of its own.
NOT_SHOWN = {
    *("password", "token", "code", "current", "new", "email", "version", "tax_code", "zone", "key", "text", "address")
}
# Administrators alone write these; what is asked of a draft is the same text as that of the draft.
ELSEWHERE = ("/first-administrator", "/identity-providers", "/sectors", "/quality/", "/invitations/accept")


@pytest.fixture(scope="module")
def world(service: LiveService) -> HostileWorld:
    return make_hostile_world(service)


def test_every_field_of_free_text_is_tried(world: HostileWorld) -> None:
    described = httpx.get(f"{world.service.address}/api/openapi.json").json()
    paths = {path.removeprefix("/api"): operations for path, operations in described["paths"].items()}
    fields = {
        (path, name)
        for path, operations in paths.items()
        for method in ("post", "put")
        for name in free_texts(described, body_of(operations.get(method, {})))
        if name.rpartition(".")[2] not in NOT_SHOWN and not path.startswith(ELSEWHERE)
    }
    # Changed later by another route, or made by organisers as others make them.
    same = {"/events/{event_id}/blocks/{block_id}", "/organisations"}

    assert {(path, name) for path, name in fields if path not in same} - {one[1:] for one in world.written} == set()


def body_of(operation: dict[str, Any]) -> dict[str, Any]:
    forms: dict[str, Any] = operation.get("requestBody", {}).get("content", {})
    schema: dict[str, Any] = forms.get("application/json", {}).get("schema", {})
    return schema


def free_texts(described: dict[str, Any], schema: dict[str, Any], at: str = "") -> Iterator[str]:
    """Fields that take any text: without list of values, format or pattern; items of lists are ``[]``."""
    if "$ref" in schema:
        yield from free_texts(described, described["components"]["schemas"][schema["$ref"].rpartition("/")[2]], at)
    for one in (*schema.get("anyOf", ()), *schema.get("allOf", ())):
        yield from free_texts(described, one, at)
    if schema.get("type") == "string" and not schema.keys() & {"enum", "const", "format", "pattern"}:
        yield at
    for name, one in schema.get("properties", {}).items():
        yield from free_texts(described, one, f"{at}.{name}" if at else name)
    if "items" in schema:
        yield from free_texts(described, schema["items"], f"{at}.[]" if at else "[]")


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
def test_nothing_runs_and_nothing_scrolls_sideways(page: Page, world: HostileWorld, screen: Screen) -> None:
    page.set_viewport_size(PHONE)
    come_as(page, world, screen)
    address = screen.path.replace("/postings/1", "/postings/{need}").replace("q=solar", "q=Ngh")
    open_screen(page, world.service.path(address))

    told = [look(page)]
    for choice in page.locator("#main .segments label").all():
        choice.click()
        page.wait_for_load_state("networkidle")
        told.append(look(page))

    assert [one for one in told if one != CLEAN] == []


CLEAN = {"hacked": False, "made": [], "links": [], "wide": []}


def come_as(page: Page, world: HostileWorld, screen: Screen) -> None:
    """Signed in as those who wrote it, or as the organisers who have to read it."""
    if screen.party not in ("enterprise", "institute"):
        become(page, world.service, screen.party, "vi")
        return
    person = world.enterprise if screen.party == "enterprise" else world.institute
    speak(page, "vi")
    known = {"email": person.email, "password": person.password}
    assert page.request.post(world.service.path("/api/sign-in"), data=known).ok


def look(page: Page) -> dict[str, Any]:
    """What came of the text, with everything that can be opened opened."""
    page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true; })")
    found: dict[str, Any] = page.evaluate(
        """() => ({
          hacked: "hacked" in window,
          made: [...document.querySelectorAll("main script, main [onerror], main [src=x]")].map((one) => one.outerHTML),
          links: [...document.links].map((one) => one.href).filter((href) => href.startsWith("javascript:")),
        })"""
    )
    return {**found, "wide": overflowing(page)}
