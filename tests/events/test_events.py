"""Events, and who knows of them."""

from typing import Any

import pytest
from fair import DAY, EVENT, NEXT_DAY, Fair, open_market
from sqlmodel import select
from support import PUBLIC, Api, counted_statements

from matchmaker.events.people_models import EventPerson


def test_what_is_sent_is_what_is_shown(api: Api) -> None:
    sent = EVENT | {
        "key": "k-1",
        "zone": "Asia/Seoul",
        "languages": ["vi", "ko"],
        "open_requests_limit": 5,
        "request_hours": 48,
        "repeat_meetings": True,
        "region": "ha-noi",
        "registration_until": "2027-05-01T17:00:00+09:00",
        "answers_until": "2027-05-02T08:00:00Z",
        "first_day": "2027-05-20",
        "last_day": "2027-05-20",
    }

    shown = api.post("/events", sent)

    own = {name: shown[name] for name in ("id", "created_at", "updated_at")}
    told = {
        "answers_until": "2027-05-02T17:00:00+09:00",
        "phase": "open",
        "version": 1,
        "may_become": ["answering", "closed"],
        "refused": {"answer": "phase_refuses"},
    }
    assert shown == sent | own | told
    assert api.get(f"/events/{shown['id']}", PUBLIC) == shown


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"name_vi": "", "name_en": " "}, "name_missing"),
        ({"sectors": ["alchemy"]}, "sector_unknown"),
        ({"last_day": "2026-01-01"}, "days_reversed"),
        ({"last_day": "2199-01-01"}, "too_many_days"),
        (
            {"registration_until": EVENT["answers_until"], "answers_until": EVENT["registration_until"]},
            "deadlines_reversed",
        ),
        ({"answers_until": f"{NEXT_DAY}T23:59:30+07:00"}, "deadline_after_event"),
    ],
)
def test_what_cannot_be(api: Api, change: dict[str, Any], code: str) -> None:
    event = api.post("/events", EVENT)
    body = {"version": 1, "changes": change}

    assert api.refused("POST", "/events", json=EVENT | change) == (400, code)
    assert api.refused("PATCH", f"/events/{event['id']}", json=body) == (400, code)
    assert api.get(f"/events/{event['id']}") == event


@pytest.mark.parametrize(
    "change",
    [
        {"zone": "Mars/Olympus"},
        {"zone": "../../etc/passwd"},
        {"zone": "\x00"},
        {"languages": []},
        {"languages": ["Vietnamese"]},
        {"first_day": "0001-01-01"},
        {"answers_until": "2027-05-02T08:00:00"},
        {"answers_until": "9999-12-31T23:59:59-14:00"},
        {"open_requests_limit": 0},
        {"request_hours": 0},
        {"phase": "running"},
        {"nonsense": 1},
    ],
    ids=str,
)
def test_each_field_is_checked(api: Api, change: dict[str, Any]) -> None:
    assert api.refused("POST", "/events", json=EVENT | change) == (422, "malformed")


def test_of_two_changes_the_second_must_have_seen_the_first(api: Api) -> None:
    fair = Fair(api)

    first = fair.call("PATCH", "", body={"version": 1, "changes": {"place": "Nhà hát"}})
    second = fair.refused("PATCH", "", body={"version": 1, "changes": {"place": "Bến cảng"}})

    assert (first["place"], first["version"], second) == ("Nhà hát", 2, (409, "version_stale"))
    assert fair.call("PATCH", "", body={"version": 2, "changes": {"place": "Nhà hát"}}) == first
    assert fair.refused("PATCH", "", body={"version": 2, "changes": {"colour": "red"}}) == (400, "field_unknown")
    assert fair.refused("PATCH", "", body={"version": 2, "changes": {"phase": "closed"}}) == (422, "malformed")


def test_a_key_is_used_once(api: Api) -> None:
    api.post("/events", EVENT | {"key": "a"})

    assert api.refused("POST", "/events", json=EVENT | {"key": "a"}) == (409, "key_taken")


def test_an_event_is_nobodys_business_until_it_is_announced(api: Api, owner: int) -> None:
    fair = Fair(api, announced=False)

    for acting in (owner, PUBLIC):
        assert api.get("/events", acting)["items"] == []
        for rest in ("", "/slots", "/tables", "/rooms"):
            assert fair.refused("GET", rest, acting) == (404, "event_not_found")
    for rest in ("/candidates", "/answers", "/requests", "/people"):
        assert fair.refused("GET", rest, owner) == (404, "event_not_found")
        assert fair.refused("GET", rest, PUBLIC) == (403, "not_your_organisation")
    body = {"delegates": [{"name": "Hạnh"}]}
    assert fair.refused("POST", "/registrations", owner, body) == (404, "event_not_found")
    fair.call("PATCH", "", body={"version": 1, "changes": {"announced": True}})
    assert [event["id"] for event in api.get("/events", PUBLIC)["items"]] == [fair.id]


def test_an_event_that_went_on_stays_announced(api: Api) -> None:
    fair = Fair(api)
    fair.move("answering")

    body = {"version": 2, "changes": {"announced": False}}
    assert fair.refused("PATCH", "", body=body) == (409, "event_announced")


def test_events_are_made_by_organisers(api: Api, owner: int) -> None:
    fair = Fair(api)

    for acting in (owner, PUBLIC):
        assert api.refused("POST", "/events", acting, json=EVENT) == (403, "organiser_only")
        body = {"version": 1, "changes": {}}
        assert fair.refused("PATCH", "", acting, body) == (403, "organiser_only")
        assert fair.refused("DELETE", "", acting) == (403, "organiser_only")


def test_an_event_is_removed_while_nobody_registered(api: Api, owner: int) -> None:
    empty, taken = Fair(api), Fair(api)
    slots = empty.slots()
    (table, *_) = empty.tables()
    guide = empty.call("POST", "/people", body={"role": "support", "name": "Lan", "table_id": table})
    empty.call("POST", "/blocks", body={"name_vi": "x", "person_ids": [guide["id"]], "slot_ids": slots[:1]})
    taken.register(owner)

    assert empty.call("DELETE", "") is None
    assert empty.refused("GET", "") == (404, "event_not_found")
    assert taken.refused("DELETE", "") == (409, "event_has_registrations")


def test_an_event_is_removed_once_all_have_withdrawn(api: Api, owner: int, other: int) -> None:
    fair = Fair(api)
    slots = fair.slots()
    for organisation in (owner, other):
        fair.register(organisation)
    person = fair.get("/people")["items"][0]["id"]
    fair.call("PUT", f"/people/{person}/availability", body={"away": slots[:1]})

    fair.call("DELETE", f"/registrations/{owner}")
    one_left = fair.refused("DELETE", "")
    fair.call("DELETE", f"/registrations/{other}")

    assert one_left == (409, "event_has_registrations")
    assert fair.call("DELETE", "") is None
    assert fair.refused("GET", "") == (404, "event_not_found")
    with api.database.session(writes=False) as session:
        assert session.exec(select(EventPerson).where(EventPerson.event_id == fair.id)).all() == []


def test_an_event_stays_where_the_withdrawn_had_answered(api: Api, owner: int, other: int) -> None:
    market = open_market(api, owner, other)
    market.fair.answer(market.pair, market.buyer, "must_meet")

    for organisation in (owner, other):
        market.fair.call("DELETE", f"/registrations/{organisation}")

    assert market.fair.refused("DELETE", "") == (409, "event_has_records")
    assert market.fair.get()["id"] == market.fair.id


def test_an_event_stays_where_an_agenda_was_drawn_up(api: Api, owner: int) -> None:
    fair = Fair(api)
    fair.slots()
    fair.tables()
    fair.register(owner)
    fair.move("answering", "planning")
    fair.publish()
    fair.set(phase="open")
    fair.call("DELETE", f"/registrations/{owner}")

    assert fair.refused("DELETE", "") == (409, "event_has_records")


def test_slots_hold_zone_and_days_in_place(api: Api) -> None:
    fair = Fair(api)
    fair.slots()
    version = fair.get()["version"]

    def change(**changes: Any) -> tuple[int, str]:
        return fair.refused("PATCH", "", body={"version": version, "changes": changes})

    assert change(zone="Asia/Seoul") == (409, "event_has_slots")
    assert change(first_day=str(NEXT_DAY)) == (409, "event_has_slots")
    assert change(last_day=str(DAY)) == (409, "event_has_slots")
    assert fair.call("PATCH", "", body={"version": version, "changes": {"place": "x"}})["version"] == version + 1


def test_events_come_in_pages_for_as_many_queries(api: Api) -> None:
    ids = [Fair(api).id for _ in range(3)]

    counts = []
    for limit in (1, 3):
        with counted_statements(api.database) as sent:
            page = api.get("/events", PUBLIC, limit=limit)
        assert ([item["id"] for item in page["items"]], page["total"]) == (ids[:limit], 3)
        counts.append(len(sent))
    assert counts[0] == counts[1]
    assert api.get("/events", PUBLIC, phase="running")["total"] == 0
