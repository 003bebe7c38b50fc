"""Stand-ins for whoever is left waiting, and offers that both sides accept."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from fair import keep_candidates
from hands import Hands
from sqlmodel import col, update
from support import PUBLIC

from matchmaker.agenda.live_models import AgendaOffer


class Crowd:
    """The published meeting of Tuấn and Hạnh, and Mai of a third organisation, who could meet Hạnh."""

    def __init__(self, hands: Hands) -> None:
        self.hands, self.fair, self.stage = hands, hands.fair, hands.stage
        api = self.fair.api
        self.third = api.organisation(name_vi="Công ty Cát Hải", kind="enterprise", key="cat-hai")
        self.need = api.published("need", self.third, title="Sấy muối")["id"]
        self.fair.register(self.third, "Mai", acting="organiser")
        self.technology = self.stage.market.technologies[0]
        keep_candidates(api, (self.need, self.technology), probability=0.5)
        hands.do("place", 0, slot=0)
        self.fair.call("POST", "/agenda/publish", body={"number": 1})
        self.fair.move("running")
        people = self.fair.get("/people")["items"]
        self.mai = next(person["id"] for person in people if person["name"] == "Mai")
        self.key = f"p{self.need}-{self.technology}"

    def stand_ins(self, slot: int = 1, person: int | None = None) -> list[tuple[str, bool]]:
        params = {"person_id": person or self.stage.hanh, "slot_id": self.stage.slots[slot]}
        return [(one["key"], one["accepted"]) for one in self.fair.get("/agenda/stand-ins", **params)]

    def offer(self, slot: int = 1, key: str | None = None) -> Any:
        body = {"person_id": self.stage.hanh, "slot_id": self.stage.slots[slot], "key": key or self.key}
        return self.fair.call("POST", "/agenda/offers", body=body)

    def say(self, offer: Any, acting: Any, yes: bool = True, **body: Any) -> Any:
        path = self.fair.path(f"/agenda/offers/{offer['id']}/answer")
        return self.fair.api.call("POST", path, acting, json={"yes": yes, **body})

    def refused(self, offer: Any, acting: Any, **body: Any) -> tuple[int, str]:
        answer = self.say(offer, acting, **body)
        return answer.status_code, answer.json()["code"]

    def state(self) -> str:
        return str(self.fair.get("/agenda/offers")[0]["state"])


@pytest.fixture
def crowd(hands: Hands) -> Crowd:
    return Crowd(hands)


def test_stand_ins_are_ranked_with_what_both_wanted_first(crowd: Crowd) -> None:
    found = crowd.stand_ins(person=crowd.mai)

    assert found == [(crowd.key, False)]
    assert crowd.stand_ins() == [(crowd.key, False)]


def test_an_accepted_meeting_without_a_place_comes_first(crowd: Crowd) -> None:
    crowd.fair.call("POST", "/agenda/repair", body={"mishaps": [], "apply": False})
    seller, third = crowd.stage.market.seller, crowd.third
    crowd.fair.call("PUT", f"/pairs/{min(seller, third)}/{max(seller, third)}", body={"rule": "add"})

    (first,) = crowd.stand_ins()

    assert first == (f"o{min(seller, third)}-{max(seller, third)}", True)


def test_nobody_stands_in_who_is_busy_kept_apart_or_unwilling(crowd: Crowd) -> None:
    low, high = sorted((crowd.stage.market.seller, crowd.third))
    busy = crowd.stand_ins(slot=0)
    crowd.fair.answer((crowd.need, crowd.technology), "organiser", "rather_not", side="technology")
    unwilling = crowd.stand_ins()
    crowd.fair.answer((crowd.need, crowd.technology), "organiser", "veto", side="technology")
    vetoed = crowd.stand_ins()
    crowd.fair.call("DELETE", f"/answers/{crowd.need}/{crowd.technology}?side=technology")
    crowd.fair.call("PUT", f"/pairs/{low}/{high}", body={"rule": "forbid"})

    assert (busy, unwilling, vetoed, crowd.stand_ins()) == ([], [], [], [])


def test_when_both_say_yes_the_meeting_is_in_the_running_agenda(crowd: Crowd) -> None:
    offer = crowd.offer()

    first = crowd.say(offer, crowd.stage.market.seller).json()
    before = crowd.stage.agenda(crowd.mai)
    second = crowd.say(offer, crowd.third).json()

    (entry,) = crowd.stage.agenda(crowd.mai)
    assert (first["state"], before, second["state"]) == ("open", [], "placed")
    assert (entry["key"], entry["starts_at"][11:16]) == (crowd.key, "09:00")
    assert [one["key"] for one in crowd.stage.agenda(crowd.stage.hanh)] == [crowd.hands.keys[0], crowd.key]
    assert crowd.stage.changes(crowd.mai, crowd.third) == [("new", [])]


def test_a_placed_offer_stays_in_the_next_published_version(crowd: Crowd) -> None:
    offer = crowd.offer()
    for side in (crowd.stage.market.seller, crowd.third):
        crowd.say(offer, side)

    crowd.hands.do("move", 0, slot=4)
    crowd.fair.call("POST", "/agenda/publish", body={"number": 3})

    assert [one["key"] for one in crowd.stage.agenda(crowd.stage.hanh)] == [crowd.key, crowd.hands.keys[0]]


def test_one_no_closes_an_offer(crowd: Crowd) -> None:
    offer = crowd.offer()

    said = crowd.say(offer, crowd.third, yes=False).json()

    assert said["state"] == "declined"
    assert crowd.refused(offer, crowd.stage.market.seller) == (409, "offer_closed")


def test_an_offer_expires(crowd: Crowd) -> None:
    offer = crowd.offer()
    with crowd.fair.api.database.session() as session:
        past = datetime.now(UTC) - timedelta(minutes=1)
        session.execute(update(AgendaOffer).where(col(AgendaOffer.id) == offer["id"]).values(expires_at=past))

    refused = crowd.refused(offer, crowd.third)

    assert (refused, crowd.state()) == ((409, "offer_expired"), "expired")


def test_an_offer_is_overtaken_by_another_meeting(crowd: Crowd) -> None:
    offer = crowd.offer()
    crowd.say(offer, crowd.third)
    crowd.hands.do("place", 1, slot=1)
    crowd.fair.call("POST", "/agenda/publish", body={"number": 2})

    refused = crowd.refused(offer, crowd.stage.market.seller)

    assert (refused, crowd.state()) == ((409, "offer_overtaken"), "overtaken")
    assert crowd.stage.agenda(crowd.mai) == []


def test_a_veto_since_then_looks_like_being_overtaken(crowd: Crowd) -> None:
    offer = crowd.offer()
    crowd.say(offer, crowd.third)
    crowd.fair.answer((crowd.need, crowd.technology), "organiser", "veto", side="technology")

    assert crowd.refused(offer, crowd.stage.market.seller) == (409, "offer_overtaken")


def test_only_the_two_sides_and_organisers_see_an_offer(crowd: Crowd) -> None:
    offer = crowd.offer()

    def seen(acting: Any) -> list[int]:
        return [one["id"] for one in crowd.fair.get("/agenda/offers", acting)]

    assert [seen(side) for side in (crowd.third, crowd.stage.market.seller, "organiser")] == [[offer["id"]]] * 3
    assert seen(crowd.stage.market.buyer) == []
    assert crowd.refused(offer, crowd.stage.market.buyer) == (404, "offer_not_found")
    assert crowd.fair.refused("GET", "/agenda/offers", PUBLIC) == (403, "not_your_organisation")


def test_organisers_say_for_which_side_they_answer(crowd: Crowd) -> None:
    offer = crowd.offer()

    assert crowd.refused(offer, "organiser") == (400, "side_missing")
    assert crowd.refused(offer, crowd.third, side="technology") == (400, "side_of_others")
    crowd.say(offer, "organiser", side="need")
    assert crowd.say(offer, "organiser", side="technology").json()["state"] == "placed"


def test_only_stand_ins_are_offered_and_only_by_organisers(crowd: Crowd) -> None:
    body = {"person_id": crowd.stage.hanh, "slot_id": crowd.stage.slots[0], "key": crowd.key}
    path = f"/agenda/stand-ins?person_id={crowd.stage.kim}&slot_id={crowd.stage.slots[1]}"

    assert crowd.fair.refused("POST", "/agenda/offers", body=body) == (409, "not_a_stand_in")
    assert crowd.fair.refused("POST", "/agenda/offers", crowd.third, body) == (403, "organiser_only")
    assert crowd.fair.refused("GET", path) == (400, "person_unknown")
    assert crowd.fair.refused("GET", path, crowd.third) == (403, "organiser_only")
