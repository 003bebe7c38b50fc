"""A simulated session day goes on to its end: the seed's catalogue, a planned day, and all that comes of it.

Who comes, what is said and what is signed are drawn by chance from a seed; everything goes over HTTP, as it would.
"""

import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any
from xml.etree import ElementTree

import pytest
from seeded import seed
from sqlmodel import col, select
from support import Api

from matchmaker.agenda.simulating import Scale, simulate
from matchmaker.events.models import Slot
from matchmaker.events.phases import Phase

OAI = {"oai": "http://www.openarchives.org/OAI/2.0/"}
KEYS = count(1)
LATE = timedelta(minutes=40)


def said(ago: timedelta = timedelta()) -> dict[str, str]:
    """A key and a moment as a phone sends them."""
    return {"sent_key": f"00000000-0000-4000-8000-{next(KEYS):012}", "said_at": (datetime.now(UTC) - ago).isoformat()}


@dataclass
class Day:
    """A published day of which all slots but the last have ended, and what was said of it."""

    api: Api
    event: int
    chance: random.Random
    counted: Counter[str] = field(default_factory=Counter)

    def path(self, rest: str = "") -> str:
        return f"/events/{self.event}{rest}"

    def send(self, method: str, rest: str, acting: Any = "organiser", **body: Any) -> Any:
        answer = self.api.call(method, rest, acting, json=body)
        assert answer.is_success, (rest, answer.text)
        return answer.json()

    def meetings(self) -> list[dict[str, Any]]:
        """What is left of the published agenda."""
        versions = self.api.get(self.path("/agenda/versions"))["items"]
        number = max(one["number"] for one in versions if one["state"] == "published")
        found = self.api.get(self.path(f"/agenda/versions/{number}/placements"), limit=200)["items"]
        return [one for one in found if one["state"] != "cancelled"]


@pytest.fixture
def day(api: Api) -> Day:
    seed(api)
    scale = Scale(firms=15, institutes=8, tables=6)
    told = simulate(api.database, api.app.state.services, scale, seed=1, seconds=2.0, until=Phase.PUBLISHED)
    made = Day(api, told["event"], random.Random(1))
    made.send("POST", made.path("/phase"), phase="running", reason="")
    return made


def let_pass(day: Day) -> None:
    """The first slot begins two days ago: all have ended."""
    with day.api.database.session() as session:
        slots = session.exec(select(Slot).where(Slot.event_id == day.event).order_by(col(Slot.starts_at))).all()
        by = datetime.now(UTC) - timedelta(days=2) - slots[0].starts_at
        for slot in slots:
            slot.starts_at, slot.ends_at = slot.starts_at + by, slot.ends_at + by
            session.add(slot)


def check_in(day: Day) -> None:
    """Most come, some of them noted while the desk had no network; around who does not come, the day is repaired."""
    busy = {one[side] for one in day.meetings() for side in ("need_person_id", "technology_person_id")}
    absent = set(day.chance.sample(sorted(busy), 2))
    noted = [said(LATE) | {"person_id": person} for person in sorted(busy - absent)]
    for body in (*noted, *noted[:5]):
        day.send("POST", day.path("/day/check-ins"), **body)
    for person in sorted(absent):
        mishap = {"what": "absent", "person_id": person}
        day.send("POST", day.path("/agenda/repair"), mishaps=[mishap], apply=True)
    day.counted["here"] = len(busy - absent)


def say_what_was(day: Day) -> None:
    """Each meeting is held or not; both sides say whether they go on, one side of some only much later."""
    for place, meeting in enumerate(day.meetings()):
        held = day.chance.random() < 0.9
        path = day.path(f"/agenda/meetings/{meeting['key']}")
        state = {"state": "held"} if held else {"state": "not_held", "missing": "need"}
        day.send("POST", f"{path}/state", meeting["technology_organisation_id"], **state, **said())
        day.counted["held" if held else "not_held"] += 1
        if held:
            speak(day, path, meeting, late=place % 3 == 0)


def speak(day: Day, path: str, meeting: dict[str, Any], *, late: bool) -> None:
    wants = {side: day.chance.random() < 0.7 for side in ("need", "technology")}
    for side, wanted in wants.items():
        word: dict[str, Any] = {"interested": wanted, **said(LATE if late else timedelta())}
        if wanted:
            word["steps"] = [{"what": "Gửi báo giá", "side": side, "due": None}]
        else:
            word["reason"] = "not_our_field"
        for _ in range(1 + late):
            # A phone that was offline may send what it sent already.
            day.send("PUT", f"{path}/feedback", meeting[f"{side}_organisation_id"], **word)
    day.counted["both"] += all(wants.values())


def follow(day: Day) -> None:
    """Of the cases of both sides every third is signed, and both confirm its value."""
    cases = [one for one in day.api.get("/cases", limit=200)["items"] if one["waits_for"] is None]
    open_cases = [one for one in cases if one["stage"] == "talking"]
    for case in open_cases[::3]:
        day.send("PUT", f"/cases/{case['id']}/stage", stage="contract", version=case["version"])
        value = {"amount": "1000000", "currency": "VND"}
        sides = [case[side]["organisation_id"] for side in ("need", "technology")]
        shown = day.send("PUT", f"/cases/{case['id']}/value", sides[0], **value)
        day.send("POST", f"/cases/{case['id']}/value/confirm", sides[1], version=shown["value"]["version"])
        day.counted["contracts"] += 1


def figures(day: Day) -> dict[str, Any]:
    found = day.api.get("/indicators", event_id=day.event)["figures"]
    return {one["code"]: one for one in found}


def test_a_day_goes_on_until_it_is_reported_and_learned_from(day: Day) -> None:
    check_in(day)
    let_pass(day)
    say_what_was(day)
    day.send("POST", "/webhooks", name="IOC", address="https://ioc.example/in", kinds=["case.moved"])
    follow(day)
    day.send("POST", day.path("/phase"), phase="closed", reason="")

    told, counted = figures(day), day.counted
    assert counted["held"] > counted["both"] > counted["contracts"] > 0
    assert [told[code]["value"] for code in ("meetings_planned", "meetings_held", "meetings_with_next_step")] == [
        counted["held"] + counted["not_held"],
        counted["held"],
        counted["both"],
    ]
    assert told["contracts"]["value"] == counted["contracts"]
    assert [(part["key"], part["value"]) for part in told["contract_value"]["parts"]] == [
        ("VND", counted["contracts"] * 1_000_000)
    ]
    assert len([one for one in day.api.get(day.path("/day"))["people"] if one["here"]]) == counted["here"]
    assert handed_on(day) == counted["contracts"]
    assert learned(day) == "done"


def handed_on(day: Day) -> int:
    """The reports are written, the records are there to harvest; how many cases the other system is told of."""
    for form, begins in (("pdf", b"%PDF"), ("xlsx", b"PK")):
        report = day.api.call("GET", "/reports", params={"event_id": day.event, "form": form})
        assert report.content.startswith(begins)
    harvested = day.api.client.get("/oai", params={"verb": "ListIdentifiers", "metadataPrefix": "oai_dc"})
    technologies = day.api.get("/postings", kind="technology", state="published")["total"]
    assert len(ElementTree.fromstring(harvested.content).findall(".//oai:header", OAI)) == min(technologies, 100)
    (receiver,) = day.api.get("/webhooks")
    return int(receiver["waiting"])


def learned(day: Day) -> str:
    """What became of a refit from the day's answers and outcomes."""
    known = day.api.get("/learning")["known"]
    assert known["enough"], known
    return str(day.api.run(day.api.post("/learning/refit")["id"])["state"])
