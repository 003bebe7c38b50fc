"""An event in planning: one buyer with two delegates, one seller, and an interpreter; one pair is accepted."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from fair import Market
from support import ORGANISER


@dataclass
class Stage:
    """What can be placed, and the steps that many tests take."""

    market: Market
    slots: list[int]
    tables: list[int]
    hanh: int
    tuan: int
    lan: int
    kim: int

    @property
    def fair(self) -> Any:
        return self.market.fair

    def meeting(self, slot: int = 0, table: int = 0, **values: Any) -> dict[str, Any]:
        """The meeting of the accepted pair, as it is sent."""
        need, technology = self.market.pair
        return {
            "need_id": need,
            "technology_id": technology,
            "need_organisation_id": self.market.buyer,
            "technology_organisation_id": self.market.seller,
            "need_person_id": self.tuan,
            "technology_person_id": self.hanh,
            "slot_id": self.slots[slot],
            "table_id": self.tables[table],
            **values,
        }

    @property
    def key(self) -> str:
        return "p{}-{}".format(*self.market.pair)

    def draft(self, *meetings: dict[str, Any], **values: Any) -> Any:
        return self.fair.call("PUT", "/agenda/draft", body={"placements": meetings, **values})

    def broken(self, *meetings: dict[str, Any]) -> list[str]:
        """The codes of the rules that a draft breaks."""
        answer = self.fair.api.call("PUT", self.fair.path("/agenda/draft"), json={"placements": meetings})
        assert answer.json()["code"] == "draft_breaks_rules", answer.text
        return [one["code"] for one in answer.json()["params"]["violations"]]

    def publish(self, *meetings: dict[str, Any]) -> Any:
        """Write these as the draft and publish it."""
        number = self.draft(*meetings)["number"]
        return self.fair.call("POST", "/agenda/publish", body={"number": number})

    @property
    def room(self) -> int:
        """A room; made at the first call."""
        rooms = self.fair.get("/rooms") or [self.fair.call("POST", "/rooms", body={"name": "Hội trường A"})]
        return int(rooms[0]["id"])

    def later(self, slot: int) -> None:
        """Let a slot begin and end five minutes later."""
        (known,) = [one for one in self.fair.get("/slots") if one["id"] == slot]
        times = {name: datetime.fromisoformat(known[name]) + timedelta(minutes=5) for name in ("starts_at", "ends_at")}
        moved = {"id": slot, **{name: moment.isoformat() for name, moment in times.items()}}
        self.fair.call("POST", "/slots/move", body={"slots": [moved]})

    def move_venue(self, place: str) -> None:
        body = {"version": self.fair.get()["version"], "changes": {"place": place}}
        self.fair.call("PATCH", "", body=body)

    def agenda(self, person: int, acting: Any = ORGANISER) -> list[Any]:
        return list(self.fair.get(f"/agenda/people/{person}", acting)["entries"])

    def changes(self, person: int, acting: Any = ORGANISER) -> list[tuple[str, list[str]]]:
        """Kinds of somebody's own changes, and what is another one."""
        found = self.fair.get(f"/agenda/people/{person}/changes", acting)["changes"]
        return [(change["kind"], change["what"]) for change in found]

    def feed(self, person: int, **values: Any) -> str:
        """The path of somebody's calendar."""
        return str(self.fair.call("POST", f"/agenda/people/{person}/feed", body=values)["path"])

    def calendar(self, person: int) -> bytes:
        answer = self.fair.api.client.get(self.feed(person))
        assert answer.status_code == 200, answer.text
        return bytes(answer.content)


def make_stage(market: Market) -> Stage:
    """The market after its answers: one pair is accepted."""
    fair = market.fair
    people = [
        {"organisation_id": market.buyer, "name": "Lan", "languages": ["ko"]},
        {"role": "interpreter", "name": "Kim", "languages": ["vi", "ko"]},
    ]
    for person in people:
        fair.call("POST", "/people", body=person)
    for side in (market.buyer, market.seller):
        fair.answer(market.pair, side, "must_meet")
    fair.move("planning")
    ids = {person["name"]: person["id"] for person in fair.get("/people")["items"]}
    slots = [slot["id"] for slot in fair.get("/slots")]
    tables = [table["id"] for table in fair.get("/tables")["items"]]
    return Stage(market, slots, tables, ids["Hạnh"], ids["Tuấn"], ids["Lan"], ids["Kim"])
