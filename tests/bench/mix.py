"""What people ask for at once: screens 70 %, search as one types 20 %, answers and edits 10 %.

The screens are those of the measurement of calls behind screens, seldom ones as often as common ones. Whoever answers
or edits does it for an organisation that comes to an event in its answering phase.
"""

import random
from collections.abc import Callable
from typing import Any

import httpx

from tests.bench import screens
from tests.bench.open_loop import Request

SEARCH = "catalogue: search as one types"
SHARES = {"screens": 0.7, "search": 0.2, "writes": 0.1}
VALUES = ("must_meet", "would_meet", "would_meet")
# As many as an event allows: what is measured is not how requests are limited.
OPEN_REQUESTS = 1_000


class Mix:
    """Draws requests from what there is at ``address``; ``answering`` is the event in that phase."""

    def __init__(self, address: str, texts: list[str], answering: int) -> None:
        self._texts, self._answering = texts, answering
        with httpx.Client(base_url=address, timeout=120, headers={"X-Acting-As": "organiser"}) as http:
            self._world = screens.World.read(http)
            event = http.get(f"/api/events/{answering}").json()
            changes = {"version": event["version"], "changes": {"open_requests_limit": OPEN_REQUESTS}}
            http.patch(f"/api/events/{answering}", json=changes).raise_for_status()
            comers = screens.items(http, f"/api/events/{answering}/registrations")
            self._comers = [row["organisation_id"] for row in comers]
            self._pairs = _pairs(http, answering, self._comers)
        # Drafts that nobody is saving at the moment: organisation, id and version.
        self._drafts: list[tuple[int, int, int]] = []

    def draw(self, dice: random.Random) -> Request:
        """One request, by the shares above."""
        kind = dice.choices(list(SHARES), list(SHARES.values()))[0]
        if kind == "writes":
            return self._write(dice)
        calls = screens.round_of_calls(self._world, dice.choice(self._texts), dice)
        call = dice.choice([call for call in calls if (call.screen == SEARCH) == (kind == "search")])
        return _request(kind, call)

    def each_screen(self) -> list[Request]:
        """Every screen once, so that what is made at the first look is there."""
        dice = random.Random(1)
        calls = {call.screen: call for call in screens.round_of_calls(self._world, self._texts[0], dice)}
        return [_request("screens", call) for call in calls.values()]

    def _write(self, dice: random.Random) -> Request:
        chosen: Callable[[random.Random], Request] = dice.choice((self._answer, self._begin, self._save))
        return chosen(dice)

    def _answer(self, dice: random.Random) -> Request:
        organisation, need, technology = dice.choice(self._pairs)
        path = f"/api/events/{self._answering}/answers/{need}/{technology}"
        return Request("writes", "PUT", path, str(organisation), body={"value": dice.choice(VALUES)})

    def _begin(self, dice: random.Random) -> Request:
        """A new need in a form."""
        organisation, title = dice.choice(self._comers), dice.choice(self._texts)[:200]
        body = {"language": "en", "title": title, "problem": title, "organisation_id": organisation}
        return Request("writes", "POST", "/api/needs", str(organisation), body=body, after=self._keep(organisation))

    def _save(self, dice: random.Random) -> Request:
        """The form saves by itself what was typed."""
        if not self._drafts:
            return self._begin(dice)
        organisation, draft, version = self._drafts.pop(dice.randrange(len(self._drafts)))
        body = {"version": version, "changes": {"problem": dice.choice(self._texts)}}
        path = f"/api/postings/{draft}"
        return Request("writes", "PATCH", path, str(organisation), body=body, after=self._keep(organisation))

    def _keep(self, organisation: int) -> Callable[[dict[str, Any]], None]:
        def keep(draft: dict[str, Any]) -> None:
            self._drafts.append((organisation, draft["id"], draft["version"]))

        return keep


def _request(name: str, call: screens.Call) -> Request:
    return Request(name, call.method, call.path, call.acting, call.params, call.body)


def _pairs(http: httpx.Client, event: int, organisations: list[int]) -> list[tuple[int, int, int]]:
    """Who may answer to what: an organisation, a need and a technology."""
    return [
        (organisation, row["need_id"], row["technology_id"])
        for organisation in organisations
        for row in screens.items(http, f"/api/events/{event}/candidates", organisation_id=organisation, limit=50)
    ]
