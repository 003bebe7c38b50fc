"""What organisers do over and over while they make a day, and a day that is far enough for it."""

import secrets
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from live_service import LiveService
from pairs import Pair, a_pair
from playwright.sync_api import Locator, Page, expect
from speaking import Speech
from visiting import asked

DELEGATES = ("Đỗ Thị Hạnh", "Vũ Minh Tuấn")
STARTS = ("08:30", "09:00", "09:30")
MINUTES = 25


def filled(page: Page | Locator, say: Speech, **texts: str) -> None:
    """Fill in fields of the steps by the names of their words."""
    inside = page.locator("#main") if isinstance(page, Page) else page
    for name, text in texts.items():
        inside.get_by_label(say(f"setup.{name}"), exact=True).fill(text)


def press(scope: Page | Locator, name: str) -> None:
    scope.get_by_role("button", name=name, exact=True).click()


def step(page: Page, say: Speech, name: str) -> None:
    """Go to a step of making a day."""
    page.locator(".steps").get_by_role("link", name=say(f"setup.steps.{name}")).click()
    expect(page.locator(".steps [aria-current]")).to_contain_text(say(f"setup.steps.{name}"))


@dataclass(frozen=True)
class Prepared:
    """A day on which nobody answered yet: three slots, a table, and one of ``DELEGATES`` from each side of the pair."""

    event: int
    day: date
    pair: Pair

    @property
    def path(self) -> str:
        return f"/events/{self.event}"


def an_empty_day(page: Page, service: LiveService, days: int = 1) -> tuple[str, int]:
    """A name and an id: an announced event in a month, without slots, tables or people."""
    day = date.today() + timedelta(days=30)
    until = f"{day - timedelta(days=5)}T17:00:00+07:00"
    name = f"Ngày chuẩn bị {secrets.token_hex(3)}"
    deadlines = {"registration_until": until, "answers_until": until}
    last = f"{day + timedelta(days=days - 1)}"
    body = {"name_vi": name, "name_en": name, "announced": True, "first_day": f"{day}", "last_day": last}
    return name, int(send(page, service, "post", "/api/events", body | deadlines)["id"])


def a_prepared_day(page: Page, service: LiveService) -> Prepared:
    """Made over the service's own doors; an organiser is signed in on the page."""
    day = date.today() + timedelta(days=30)
    _, event = an_empty_day(page, service)
    send(page, service, "put", f"/api/events/{event}/slots", {"slots": [_slot(day, starts) for starts in STARTS]})
    send(page, service, "post", f"/api/events/{event}/tables", [{"name": "Bàn 1"}])
    pair = a_pair(page, service)
    for organisation, delegate in zip((pair.needing, pair.offering), DELEGATES, strict=True):
        registration = {"organisation_id": organisation, "delegates": [{"name": delegate}]}
        send(page, service, "post", f"/api/events/{event}/registrations", registration)
    return Prepared(event, day, pair)


def _slot(day: date, starts: str) -> dict[str, str]:
    hour, minute = starts.split(":")
    return {"starts_at": f"{day}T{starts}:00+07:00", "ends_at": f"{day}T{hour}:{int(minute) + MINUTES}:00+07:00"}


def send(page: Page, service: LiveService, method: str, path: str, body: Any) -> Any:
    """Change something over the service's own doors, as whoever is signed in."""
    answer = page.request.fetch(service.path(path), method=method, data=body)
    assert answer.ok, answer.text()
    return answer.json()


def of_event(page: Page, service: LiveService, prepared: Prepared, part: str) -> Any:
    """What the service has of a part of the day: ``blocks``, ``slots``, ``pairs`` and so on."""
    found = asked(page, service, f"/api/events/{prepared.event}/{part}")
    return found["items"] if isinstance(found, dict) and "items" in found else found


def find_both_sides(page: Page, service: LiveService, say: Speech, pair: Pair) -> list[str]:
    """Name the two organisations of a new pair rule by what they need and offer; the titles of these."""
    titles = [asked(page, service, f"/api/postings/{one}")["title"] for one in (pair.need, pair.technology)]
    for side, title in zip(("first", "second"), titles, strict=True):
        finder = page.get_by_role("combobox", name=say(f"pairRules.{side}"), exact=True)
        finder.press_sequentially(title)
        page.get_by_role("option", name=title).first.click()
    return titles
