"""Who may be absent on the planned day without harm to other stories, asked of the service itself."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from live_service import LiveService
from playwright.sync_api import Page
from visiting import asked


@dataclass(frozen=True)
class Busy:
    """Somebody with meetings in the published agenda, and the names of all who come to these, theirs among them."""

    person: int
    company: frozenset[str]


def busiest(page: Page, service: LiveService, place: int) -> Busy:
    """The one with the most meetings, or the next ones by ``place`` from 0; nobody of or with the demonstration's."""
    event = f"/api/events/{service.planned_day}"
    own = asked(page, service, f"/api/postings/{service.postings.need}")["organisation_id"]
    versions = asked(page, service, f"{event}/agenda/versions")["items"]
    number = next(one["number"] for one in versions if one["state"] == "published")
    entries = asked(page, service, f"{event}/agenda?version={number}")["entries"]
    named = [_named(one) for one in entries if one["state"] != "cancelled"]
    meetings = [{one["person_id"]: one.get("organisation_id") for one in people} for people in named]
    kept = {person for people in meetings if own in people.values() for person in people}
    counted = Counter(person for people in meetings for person, whose in people.items() if whose and person not in kept)
    person = counted.most_common()[place][0]
    company = (one["person"] for people in named if any(one["person_id"] == person for one in people) for one in people)
    return Busy(person, frozenset(company))


def _named(entry: dict[str, Any]) -> list[dict[str, Any]]:
    """Everybody in a meeting; interpreters and experts have no organisation."""
    return [entry[role] for role in ("need_side", "technology_side", "interpreter", "expert") if entry[role]]
