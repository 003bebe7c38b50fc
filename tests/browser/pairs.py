"""A need and a technology whose organisations come to a day and want to meet, as organisers enter it."""

from dataclasses import dataclass

from live_service import LiveService
from playwright.sync_api import Page
from visiting import asked


@dataclass(frozen=True)
class Pair:
    """Ids of the two postings and of whose they are."""

    need: int
    technology: int
    needing: int
    offering: int


def a_pair(page: Page, service: LiveService) -> Pair:
    """The demonstration's need and the technology that comes first for it."""
    need, technology = service.postings.need, int(service.postings.offers.partition("-")[0])
    whose = [asked(page, service, f"/api/postings/{one}")["organisation_id"] for one in (need, technology)]
    return Pair(need, technology, *whose)


def both_want_to_meet(page: Page, service: LiveService, event: int, pair: Pair) -> None:
    """Answers of both sides, written down by an organiser who is signed in on the page."""
    for side in ("need", "technology"):
        address = service.path(f"/api/events/{event}/answers/{pair.need}/{pair.technology}")
        answer = page.request.put(address, data={"value": "must_meet", "side": side})
        assert answer.ok, answer.text()
