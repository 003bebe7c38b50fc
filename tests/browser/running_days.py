"""A day under way, as its organiser makes it over the service's own doors: one meeting is over, another one comes."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from live_service import LiveService
from pairs import Pair, a_pair, both_want_to_meet
from playwright.sync_api import Page
from visiting import asked

MEETING = timedelta(minutes=25)
OVER, COMING = timedelta(minutes=-60), timedelta(minutes=15)
NAMES = ("Đỗ Thị Hạnh", "Vũ Minh Tuấn")


@dataclass(frozen=True)
class UnderWay:
    """``key`` is the meeting that is over; its two people are ``NAMES``, the first of the need's side."""

    event: int
    pair: Pair
    key: str
    people: dict[str, int]

    @property
    def path(self) -> str:
        return f"/events/{self.event}"


def a_day_under_way(page: Page, service: LiveService, name: str) -> UnderWay:
    """A running day; an organiser is signed in on the page."""
    pair = a_pair(page, service)
    event = int(_send(page, service, "post", "/api/events", _event(name))["id"])
    here = f"/api/events/{event}"
    slots = [slot["id"] for slot in _send(page, service, "put", f"{here}/slots", {"slots": _slots()})]
    table = _send(page, service, "post", f"{here}/tables", [{"name": "Bàn 1", "seats": 4}])[0]["id"]
    for organisation, delegate in zip((pair.needing, pair.offering), NAMES, strict=True):
        body = {"organisation_id": organisation, "delegates": [{"name": delegate}]}
        _send(page, service, "post", f"{here}/registrations", body)
    people = {one["name"]: one["id"] for one in asked(page, service, f"{here}/people?limit=200")["items"]}
    _send(page, service, "post", f"{here}/phase", {"phase": "answering", "reason": "thử"})
    both_want_to_meet(page, service, event, pair)
    _send(page, service, "post", f"{here}/phase", {"phase": "planning", "reason": "thử"})
    draft = {"placements": [_meeting(pair, people, slots[0], table)]}
    number = _send(page, service, "put", f"{here}/agenda/draft", draft)["number"]
    _send(page, service, "post", f"{here}/agenda/publish", {"number": number})
    _send(page, service, "post", f"{here}/phase", {"phase": "running", "reason": "thử"})
    return UnderWay(event, pair, f"p{pair.need}-{pair.technology}", people)


def _event(name: str) -> dict[str, Any]:
    now = datetime.now(UTC)
    days = {"first_day": f"{now - timedelta(days=1):%Y-%m-%d}", "last_day": f"{now + timedelta(days=1):%Y-%m-%d}"}
    until = (now - timedelta(hours=20)).isoformat()
    return {"name_vi": name, "announced": True, "registration_until": until, "answers_until": until, **days}


def _slots() -> list[dict[str, str]]:
    now = datetime.now(UTC).replace(second=0, microsecond=0)
    starts = [now + OVER, now + COMING]
    return [{"starts_at": one.isoformat(), "ends_at": (one + MEETING).isoformat()} for one in starts]


def _meeting(pair: Pair, people: dict[str, int], slot: int, table: int) -> dict[str, Any]:
    return {
        "need_id": pair.need,
        "technology_id": pair.technology,
        "need_organisation_id": pair.needing,
        "technology_organisation_id": pair.offering,
        "need_person_id": people[NAMES[0]],
        "technology_person_id": people[NAMES[1]],
        "slot_id": slot,
        "table_id": table,
    }


def _send(page: Page, service: LiveService, method: str, path: str, body: Any) -> Any:
    answer = page.request.fetch(service.path(path), method=method, data=body)
    assert answer.ok, answer.text()
    return answer.json()
